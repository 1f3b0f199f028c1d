interface Point { x: number; y: number }
const norm = ({ x, y }: Point): number => Math.hypot(x, y);
console.log(norm({ x: 3, y: 4 } satisfies Point));
