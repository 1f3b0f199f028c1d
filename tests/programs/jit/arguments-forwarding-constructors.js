// Constructors that pass their arguments on, as old class libraries make them, with instances of many classes from one template.
var Class = {
  create: function () {
    return function () {
      this.initialize.apply(this, arguments);
    };
  }
};
Object.extend = function (destination, source) {
  for (var property in source) destination[property] = source[property];
  return destination;
};
var Vector = Class.create();
Vector.prototype = {
  initialize: function (x, y, z) { this.x = x ? x : 0; this.y = y ? y : 0; this.z = z ? z : 0; },
  text: function () { return this.x + ',' + this.y + ',' + this.z; }
};
Vector.add = function (a, b) { return new Vector(a.x + b.x, a.y + b.y, a.z + b.z); };
var Shape = Class.create();
Shape.prototype = { initialize: function (name) { this.name = name; this.given = arguments.length; }, area: function () { return 0; } };
var Circle = Class.create();
Circle.prototype = Object.extend(Object.extend({}, Shape.prototype), {
  initialize: function (radius) { Shape.prototype.initialize.apply(this, ['circle'].concat(Array.prototype.slice.call(arguments))); this.radius = radius; },
  area: function () { return this.radius * this.radius * 3; }
});
var Square = Class.create();
Square.prototype = Object.extend(new Shape('prototype'), {
  initialize: function (side, n) { Shape.prototype.initialize.apply(this, arguments); this.name = 'square' + this.name; this.side = side; this.n = n; },
  area: function () { return this.side * this.side; }
});
var total = new Vector();
var areas = 0;
for (var i = 0; i < 400; i++) {
  total = Vector.add(total, new Vector(i, 1));
  areas += new Circle(i, 'extra').area() + new Square(i).area();
}
console.log(total.text(), areas, new Circle(2, 3, 4).given, new Square(5, 6).name, new Square(5) instanceof Shape, new Square(1) instanceof Square);

// `this`, results that are objects, new.target and exceptions through the forwarding.
function Base() { return this.make.apply(this, arguments); }
Base.prototype = { make: function (kind, value) { this.kind = kind; if (kind === 'other') return { other: value }; if (kind === 'throw') throw new Error('made ' + value); return value; } };
var log = [];
for (i = 0; i < 300; i++) {
  try {
    var made = new Base(['plain', 'other', 'throw', 'plain'][i % 4], i);
    if (i > 295) log.push(JSON.stringify(made), made instanceof Base);
  } catch (e) {
    if (i > 295) log.push(e.message);
  }
}
console.log(log.join(' '));

// The method is replaced, then missing.
for (i = 0; i < 250; i++) {
  if (i === 200) Vector.prototype.initialize = function () { this.x = arguments.length; this.y = arguments[0]; this.z = arguments[1]; };
  if (i === 240) delete Vector.prototype.initialize;
  try {
    total = new Vector(i, 2);
  } catch (e) {
    total = { text: function () { return e.constructor.name; } };
  }
  if (i % 40 === 39 || i === 241) console.log(i, total.text());
}

// Decorators and partial application, nested, with functions that are called with different receivers.
function counted(f) {
  function wrapper() { wrapper.calls++; wrapper.given += arguments.length; return f.apply(this, arguments); }
  wrapper.calls = wrapper.given = 0;
  return wrapper;
}
var sum = counted(function (a, b, c) { return (this.base || 0) + a + (b || 0) + (c || 0); });
var outer = counted(sum);
var object = { base: 1000, sum: sum, outer: outer };
var result = 0;
for (i = 0; i < 300; i++) result += object.sum(i) + object.outer(i, 1, 2) + outer.call({ base: 5 }, 1);
console.log(result, sum.calls, sum.given, outer.calls, outer.given);

// Recursion through the arguments.
function count() { return arguments.length === 0 ? 0 : 1 + count.apply(null, Array.prototype.slice.call(arguments, 1)); }
function depth(n) { return n === 0 ? arguments.length : depth.apply(this, [n - 1, ...arguments]); }
for (i = 0; i < 150; i++) result = count(1, 2, 3, 4, 5) + depth(6);
console.log(result);
function endless() { return endless.apply(this, arguments); }
try { endless(1, 2, 3); } catch (e) { console.log(e.constructor.name); }
