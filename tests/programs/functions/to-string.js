// Function.prototype.toString gives the source text; native functions the NativeFunction form.
function decl(a, b = 1) { return a + b; } // not part
const arrow = (x) => x * 2;
const o = { method(a) { return a; }, get acc() { return 1; }, set acc(v) {}, ['comp' + 1]: function () {}, 5() {} };
class K extends Object { constructor() { super(); } m() {} static s() {} #p() {} static f = 1; }
console.log(String(decl));
console.log(String(arrow));
console.log(o.method.toString(), Object.getOwnPropertyDescriptor(o, 'acc').get + '', Object.getOwnPropertyDescriptor(o, 'acc').set + '');
console.log(`${o.comp1} ${o[5]}`);
console.log(K.toString());
console.log(K.prototype.m.toString(), K.s.toString());
console.log((function   /* comment */   spaced ( a,b )   { /* kept */ }).toString());
console.log((() => {
  return 'two lines';
}).toString());
const native = /^\s*function\s*[\w\[\]. ]*\s*\(\s*\)\s*\{\s*\[native code\]\s*\}\s*$/;
console.log(native.test(Math.max), native.test(decl.bind()), native.test(Function.prototype), native.test(Array), native.test([].map));
for (const bad of [{}, 'x', null, Object.create(decl)]) try { Function.prototype.toString.call(bad); console.log('fine'); } catch (e) { console.log(e.name); }
decl.toString = () => 'own toString';
console.log(`${decl}`, Function.prototype.toString.call(decl).length);
