export function third() { return 3; } export const second = 2;
