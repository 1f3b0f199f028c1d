// Sloppy writes with keys that are objects, where a Proxy is the object, on its prototype chain, or behind a primitive.
const log = [];
const handler = { set(target, key, value, receiver) { log.push(`${String(key)}=${value}`); return Reflect.set(target, key, value, receiver); } };
const key = { toString() { log.push('key'); return 'k'; } };
const proxy = new Proxy({}, handler);
const heir = Object.create(new Proxy({}, {}));
const list = Object.setPrototypeOf([], new Proxy(Array.prototype, handler));
const view = Object.setPrototypeOf(new Uint8Array(2), new Proxy(Uint8Array.prototype, handler));
for (let i = 0; i < 150; i++) {
  log.length = 0;
  heir[[1]] = i;
  proxy[key] = i;
  [proxy[key]] = [i + 1];
  for (proxy[key] of [i + 2]);
  list[key] = i;
  list[[0]] = i;
  view[[1]] = i;
  view[key] = i;
}
console.log(heir[1], proxy.k, list.k, list.length, view[1], view.k, log.join());
const numberProto = Object.getPrototypeOf(Number.prototype);
Object.setPrototypeOf(Number.prototype, new Proxy({}, { set(target, name, value, receiver) { log.push(`${typeof receiver} ${String(name)}`); return false; } }));
(5)[key] = 1;
''[key] = 1;
Object.setPrototypeOf(Number.prototype, numberProto);
console.log(log.slice(-3).join());
try { proxy[{ toString() { throw new RangeError('no key'); } }] = 1; } catch (e) { console.log(e.message); }
