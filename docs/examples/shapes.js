// A function and a loop that have seen only numbers when they are compiled, and then meet strings.
function area(shape) {
  return shape.width * shape.height;
}

let total = 0;
for (let i = 0; i < 4000; i++) {
  const size = i < 3000 ? i : String(i);
  total += area({ width: size, height: 2 });
}
console.log(total);
