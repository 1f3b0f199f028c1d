// Own keys: integer indices ascending, then strings by creation, then symbols by creation.
const s1 = Symbol('s1'), s2 = Symbol('s2');
const o = { b: 1, 2: 1, [s1]: 1, a: 1, 1: 1, '01': 1, '-1': 1, 4294967294: 1, 4294967295: 1, 0: 1, [s2]: 1, '1.5': 1, c: 1 };
console.log(Reflect.ownKeys(o).map(String).join(' '));
console.log(Object.keys(o).join(' '), '|', Object.values(o).length, Object.entries(o).length);
console.log(Object.getOwnPropertyNames(o).join(' ') === Object.keys(o).join(' '), Object.getOwnPropertySymbols(o).length);
console.log(JSON.stringify(o));
const viaForIn = [];
for (const k in o) viaForIn.push(k);
console.log(viaForIn.join(' ') === Object.keys(o).join(' '));
console.log(Object.keys({ ...o }).join(' ') === Object.keys(o).join(' '), Object.keys(Object.assign({}, o)).join(' ') === Object.keys(o).join(' '));

// deleting and re-adding moves to the end; redefining does not
const r = { x: 1, y: 2, z: 3 };
delete r.x;
r.x = 4;
Object.defineProperty(r, 'y', { value: 5, enumerable: true });
r.z = 6;
console.log(Object.keys(r).join());

// arrays: length last among the initial names, extra keys after
const a = ['p', , 'q'];
a.extra = 1;
a[10] = 'r';
a['05'] = 1;
console.log(Object.getOwnPropertyNames(a).join(), Object.keys(a).join());
// strings: indices, then length
const str = new String('hi');
str.k = 1;
str[5] = 5;
console.log(Object.getOwnPropertyNames(str).join(), Object.keys(str).join());
// classes and functions
class C { static z() {} static a = 1; static 3 = 3; static [s1] = 1; }
console.log(Reflect.ownKeys(C).map(String).join());
console.log(Reflect.ownKeys(C.prototype).map(String).join());
const arrow = (a, b) => {};
arrow.extra = 1;
console.log(Reflect.ownKeys(arrow).join());
// many keys
const many = {};
for (let i = 0; i < 50; i++) { many['k' + ((i * 7) % 50)] = i; many[(i * 13) % 50] = i; }
console.log(Object.keys(many).slice(0, 3).join(), Object.keys(many)[49], Object.keys(many)[50], Object.keys(many)[99], Object.keys(many).length);
// defineProperties, create and fromEntries keep the source order
console.log(Object.keys(Object.defineProperties({}, { q: { enumerable: true }, 1: { enumerable: true }, p: { enumerable: true } })).join());
console.log(Object.keys(Object.fromEntries(new Map([['y', 1], ['x', 2], ['0', 3]]))).join());
