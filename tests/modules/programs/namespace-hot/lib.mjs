export const double = (x) => x * 2;
export function half(x) { return x / 2; }
export let count = 0;
export function bump() { count++; }
export const unit = 3;
const seven = 7;
export { seven as '0', seven as 'length', seven as '$x', seven as '10' };
export default function (x) { return -x; }
