// A function with a method toJSON is not left out, as the value, a member or an element.
const f = () => 1;
f.toJSON = () => 'own';
class C { static toJSON() { return 'C'; } }
const plain = () => 2;
for (let i = 0; i < 150; i++) JSON.stringify({ plain, list: [plain] });
console.log(JSON.stringify({ a: f, C, plain }), JSON.stringify([f, plain]), JSON.stringify(f), JSON.stringify(plain), JSON.stringify({ deep: [{ f }] }, null, 1));
Function.prototype.toJSON = function () { return this.name; };
console.log(JSON.stringify({ plain }), JSON.stringify([plain]), JSON.stringify(plain));
