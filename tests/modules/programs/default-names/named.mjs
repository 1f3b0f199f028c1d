export default function named() { return ++n; }
let n = 0;
export const counted = () => { named(); return n; };
