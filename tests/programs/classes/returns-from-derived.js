// Derived constructors that return `this`, another object, or nothing, in code that gets hot.
class Base { constructor(x) { this.x = x; } }
class Explicit extends Base { constructor(x) { super(x); return this; } }
class Other extends Base { constructor(x) { if (x % 3 === 0) return { x: -x }; if (x % 3 === 1) { super(x); return; } super(x); this.y = 1; } }
class Early extends Base { constructor(x) { if (x >= 0) return [x]; super(x); } }
class Wrong extends Base { constructor(x) { super(x); if (x % 100 === 7) return x; if (x % 100 === 8) return null; return undefined; } }
class Missing extends Base { constructor(x) { if (x % 100 !== 5) super(x); } }
let sum = 0;
const errors = new Map();
for (let i = 0; i < 3000; i++) {
  sum += new Explicit(i).x + new Other(i).x + (new Other(i).y ?? 0) + new Early(i)[0];
  for (const C of [Wrong, Missing]) {
    try {
      sum += new C(i).x;
    } catch (e) {
      const text = e.name + ': ' + e.message;
      errors.set(text, (errors.get(text) ?? 0) + 1);
    }
  }
}
console.log(sum, new Explicit(1) instanceof Explicit, new Early(2) instanceof Early);
console.log([...errors]);
