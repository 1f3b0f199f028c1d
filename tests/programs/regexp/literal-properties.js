// `lastIndex` of a regexp however it was made: an own data property that is neither enumerable nor configurable.
const makers = { literal: () => /x/g, constructor: () => new RegExp('x', 'g'), call: () => RegExp('x', 'g'), subclass: () => new (class extends RegExp {})('x', 'g') };
const looks = {
  descriptor: (re) => JSON.stringify(Object.getOwnPropertyDescriptor(re, 'lastIndex')),
  descriptors: (re) => JSON.stringify(Object.getOwnPropertyDescriptors(re)),
  reflect: (re) => JSON.stringify(Reflect.getOwnPropertyDescriptor(re, 'lastIndex')) + Reflect.has(re, 'lastIndex'),
  keys: (re) => Object.keys(re).length + '' + Object.values(re).length + Object.entries(re).length,
  names: (re) => Object.getOwnPropertyNames(re).join() + Reflect.ownKeys(re).length,
  own: (re) => [re.hasOwnProperty('lastIndex'), Object.hasOwn(re, 'lastIndex'), 'lastIndex' in re, re.propertyIsEnumerable('lastIndex')].join(),
  enumeration: (re) => {
    let names = '';
    for (const name in re) names += name;
    return names;
  },
  'enumeration of an heir': (re) => {
    const heir = Object.create(re);
    heir.y = 1;
    let names = '';
    for (const name in heir) names += name + ' ';
    return names;
  },
  json: (re) => JSON.stringify(re) + JSON.stringify({ re }),
  spread: (re) => Object.keys({ ...re }).length + Object.keys(Object.assign({}, re)).length,
  rest: (re) => {
    const { source, ...rest } = re;
    return source + Object.keys(rest).length;
  },
  delete: (re) => Reflect.deleteProperty(re, 'lastIndex') + ' ' + re.hasOwnProperty('lastIndex') + (delete re.lastIndex),
  'strict delete': (re) => {
    'use strict';
    try {
      delete re.lastIndex;
    } catch (e) {
      return e.name;
    }
  },
  'define, accessor': (re) => Reflect.defineProperty(re, 'lastIndex', { get: () => 1 }),
  'define, enumerable': (re) => Reflect.defineProperty(re, 'lastIndex', { enumerable: true }),
  'define, configurable': (re) => Reflect.defineProperty(re, 'lastIndex', { configurable: true }),
  'define a value': (re) => Reflect.defineProperty(re, 'lastIndex', { value: 1 }) + ' ' + re.test('xx') + re.lastIndex,
  'define another': (re) => Reflect.defineProperty(re, 'other', { value: 1, enumerable: true }) + Object.keys(re).join() + re.lastIndex,
  'read-only': (re) => {
    Object.defineProperty(re, 'lastIndex', { writable: false });
    try {
      return re.test('x');
    } catch (e) {
      return e.name + JSON.stringify(Object.getOwnPropertyDescriptor(re, 'lastIndex'));
    }
  },
  freeze: (re) => {
    Object.freeze(re);
    try {
      return re.exec('x');
    } catch (e) {
      return e.name + Object.isFrozen(re) + JSON.stringify(Object.getOwnPropertyDescriptor(re, 'lastIndex'));
    }
  },
  seal: (re) => Object.isSealed(Object.seal(re)) + ' ' + re.test('x') + re.lastIndex + JSON.stringify(Object.getOwnPropertyDescriptor(re, 'lastIndex')),
  'prevent extensions': (re) => [Object.isSealed(Object.preventExtensions(re)), Object.isFrozen(re), re.test('x'), re.lastIndex].join(),
  write: (re) => {
    re.lastIndex = 'text';
    re.other = 2;
    return JSON.stringify(Object.getOwnPropertyDescriptors(re)) + Object.keys(re).join();
  },
  heir: (re) => {
    const heir = Object.create(re);
    heir.lastIndex = 7;
    return JSON.stringify(Object.getOwnPropertyDescriptors(heir)) + re.lastIndex;
  },
  'other prototype': (re) => {
    Object.setPrototypeOf(re, null);
    return JSON.stringify(Object.getOwnPropertyDescriptors(re)) + RegExp.prototype.exec.call(re, 'axa').index + re.lastIndex;
  },
  proxy: (re) => {
    const p = new Proxy(re, {});
    return JSON.stringify(Object.getOwnPropertyDescriptor(p, 'lastIndex')) + Object.keys(p).length + p.lastIndex + Reflect.deleteProperty(p, 'lastIndex');
  },
  clone: (re) => Object.keys(structuredClone(re)).length,
  compiled: (re) => {
    re.lastIndex = 3;
    return (re instanceof RegExp && re.constructor === RegExp ? re.compile('y').lastIndex : '') + JSON.stringify(Object.getOwnPropertyDescriptor(re, 'lastIndex'));
  },
};
for (let round = 0; round < 2; round++) {
  for (const made of Object.keys(makers)) {
    for (const look of Object.keys(looks)) {
      const results = [looks[look](makers[made]()), looks[look](makers[made]())];
      if (round === 1) console.log(made, look, String(results[0]), results[0] === results[1]);
    }
  }
}
console.log(/a/g, [/b/]);

// A place that makes regexps makes a new one each time.
function make() {
  return /(\d+)-?/g;
}
let total = 0;
for (let i = 0; i < 300; i++) {
  const re = make();
  re.exec('12-34');
  total += re.lastIndex + Number(re.exec('12-34')[1]);
  if (i === 100) re.extra = true;
}
console.log(total, make() === make(), make().extra);

// lastIndex on a prototype is not written when a regexp is made.
const log = [];
Object.defineProperty(RegExp.prototype, 'lastIndex', { set: (v) => log.push(v), get: () => 'inherited', configurable: true });
const late = [make(), new RegExp('q', 'g'), make()];
console.log(log.length, late.map((re) => re.lastIndex + Object.keys(re).length + JSON.stringify(Object.getOwnPropertyDescriptor(re, 'lastIndex'))).join());
delete RegExp.prototype.lastIndex;
Object.prototype.lastIndex = 5;
console.log(make().lastIndex, make().exec('9-').index);
delete Object.prototype.lastIndex;
Object.defineProperty(Object.prototype, 'lastIndex', { get: () => 'accessor', set: (v) => log.push(v), configurable: true });
console.log(make().lastIndex, Object.keys(make()).length, log.length);
delete Object.prototype.lastIndex;
Object.setPrototypeOf(RegExp.prototype, new Proxy({}, { has: (t, k) => log.push(k), set: (t, k) => log.push(k) }));
console.log(make().lastIndex, make().exec('9-').index, Object.keys(make()).length, log.length);
