// Objects of several kinds that begin with the same name take turns at one loop, some with names that functions have, some inheriting from functions.
function F() {}
F.extra = 1;
Object.defineProperty(F, 'name', { value: 'own', enumerable: true, configurable: true, writable: true });
class G {}
G.prototype.method = 1;
G.first = 1;
Object.defineProperty(G, 'name', { value: 'G', enumerable: true, writable: true });
const objects = [
  { id: 1, name: 'a', tags: [] },
  { id: 1, name: 'b', extra: 2 },
  { id: 1 },
  { id: 1, x: 1, y: 2 },
  { id: 1, x: 1, z: 2 },
  { id: 1, prototype: 1, name: 2, length: 3 },
  Object.assign(Object.create(F), { id: 1 }),
  Object.assign(Object.create(F), { id: 1, name: 'mine' }),
  Object.assign(Object.create(G), { id: 1, extra: 2 }),
  { name: 'first', id: 1 },
  { 2: 'two', id: 1, 1: 'one', name: 1 },
];
const hidden = { id: 1, extra: 2 };
Object.defineProperty(hidden, 'name', { value: 'hidden', enumerable: false, writable: true, configurable: true });
objects.push(hidden, Object.create(objects[0]), Object.assign(Object.create({ name: 'inherited' }), { id: 1 }), Object.assign(Object.create({ name: 'inherited' }), { id: 1, name: 1 }));
function names(o) {
  let text = '';
  for (const name in o) text += `${name}=${o[name]} `;
  return text;
}
for (const o of objects) console.log(names(o) + '| ' + Object.keys(o).join() + ' | ' + JSON.stringify(o));
let total = 0;
for (let i = 0; i < 3000; i++) {
  const o = objects[(i * 7) % objects.length];
  total += names(o).length + Object.keys(o).length + Object.entries(o).join().length;
}
console.log(total);
// Names are deleted and added while the loop runs.
for (const o of objects.slice(0, 6)) {
  let text = '';
  for (const name in o) {
    text += name + ' ';
    delete o.name;
    o.later = 1;
  }
  console.log(text + Object.keys(o).join());
}
