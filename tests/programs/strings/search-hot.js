// includes and indexOf in hot code: of short and long texts, and with arguments that have to be converted.
function find(text, what) {
  return text.indexOf(what) + (text.includes(what) ? 100 : 0);
}
let sum = 0;
for (let i = 0; i < 1000; i++) sum += find('0123456789'.repeat(1 + (i % 12)), String(i % 100));
console.log(sum);
console.log(find('undefined', undefined), find('a1b', 1), find('null', null), find('', ''));
console.log(find(['x', 'y'], 'y'), [1, 2].indexOf('2'));
try {
  find('abc', /b/);
} catch (error) {
  console.log(String(error));
}
try {
  find(Symbol(), 'x');
} catch (error) {
  console.log(error.name);
}
String.prototype.includes = () => true;
console.log(find('abc', 'x'));
