// A hot method is replaced on the prototype, on the instance, deleted, turned into an accessor and into a non-function.
class Shape { constructor(n) { this.n = n; } area() { return this.n; } get size() { return this.n * 2; } static make(n) { return new Shape(n); } }
const shapes = Array.from({ length: 10 }, (_, i) => new Shape(i));
function total(xs) { let t = 0; for (let i = 0; i < xs.length; i++) t += xs[i].area() + xs[i].size; return t; }
let r = 0;
for (let i = 0; i < 600; i++) r += total(shapes);
console.log(r, total(shapes));
Shape.prototype.area = function () { return this.n * 100; };
console.log(total(shapes));
for (let i = 0; i < 300; i++) r += total(shapes);
console.log(r);
shapes[3].area = () => 1e6;
console.log(total(shapes));
delete shapes[3].area;
console.log(total(shapes));
Object.defineProperty(Shape.prototype, 'area', { get() { const n = this.n; return () => n + 0.5; }, configurable: true });
console.log(total(shapes));
Object.defineProperty(Shape.prototype, 'area', { value: () => '!', configurable: true, writable: true });
console.log(total(shapes.slice(0, 3)));
Shape.prototype.area = 5;
try { total(shapes); } catch (e) { console.log(e.name); }
delete Shape.prototype.area;
try { total(shapes); } catch (e) { console.log(e.name); }
Object.prototype.area = function () { return -this.n; };
console.log(total(shapes));
delete Object.prototype.area;
Shape.prototype.area = function () { return this.n; };
console.log(total(shapes));
Object.defineProperty(Shape.prototype, 'size', { get() { return 0; }, configurable: true });
console.log(total(shapes));
Object.defineProperty(shapes[9], 'size', { value: 1000 });
console.log(total(shapes));
// replaced from inside the hot loop
function loop(o, n) { let t = 0; for (let i = 0; i < n; i++) { t += o.step(i); if (i === 2500) o.swap(); } return t; }
class P { step(i) { return i; } swap() { P.prototype.step = function (i) { return -i; }; } }
console.log(loop(new P(), 5000));
console.log(loop(new P(), 100));
// super method replaced
class A { f() { return 1; } }
class B extends A { f() { return super.f() + 1; } }
const b = new B();
let q = 0;
for (let i = 0; i < 4000; i++) q += b.f();
A.prototype.f = () => 10;
for (let i = 0; i < 100; i++) q += b.f();
Object.setPrototypeOf(B.prototype, { f() { return 100; } });
q += b.f();
console.log(q);
