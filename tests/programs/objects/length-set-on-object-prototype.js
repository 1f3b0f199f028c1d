// Object.prototype gets a `length` by Reflect.set with it as the receiver, when nothing else has happened to arrays: those on a prototype chain keep theirs.
const read = (o) => o.length;
const kinds = () => [{}, [1, 2], Object.create([1, 2, 3]), Object.create(new String('text')), { length: 7 }, new Map(), Object.create(null)];
const show = () => kinds().map(read).join();
for (let i = 0; i < 300; i++) show();
console.log(show());
delete Object.prototype.constructor;
Reflect.set({}, 'length', 55, Object.prototype);
for (let i = 0; i < 300; i++) show();
console.log(show());
delete Object.prototype.length;
console.log(show());
