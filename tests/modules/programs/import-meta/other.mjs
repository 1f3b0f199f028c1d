export const meta = () => import.meta; export const same = () => meta() === import.meta;
