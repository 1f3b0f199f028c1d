// Fails, to show what is said then.
function average(list) {
  let sum = 0;
  for (const n of list.items) sum += n;
  return sum / list.items.length;
}

console.log(average({ items: [1, 2, 3] }));
console.log(average({}));
