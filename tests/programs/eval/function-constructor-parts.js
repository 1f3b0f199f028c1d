// Parameters and bodies that are right together, but not each by itself, and such that look like it.
const constructors = [Function, Object.getPrototypeOf(function* () {}).constructor, Object.getPrototypeOf(async function () {}).constructor, Object.getPrototypeOf(async function* () {}).constructor];
const parts = [
  ['/*', '*/) {'], ['a = `', '`) { return 1'], ['a) { return 1 } //', ''], ['a = function (', '){}) {'], ['a = (', ') ) {'], ['a = {', '}) {'], ['a = /', '/) {'],
  ['a) {}; function b(', ''], ['', '}; {'], ['', '} function c() {'], ['', '/*'], ['', '*/'], ['a, (', '}'], ['a = "', '"'], ['...a, b', ''], ['a', 'let a'], ['a, a', '"use strict"'], ['a = 1', '"use strict"'],
  ['//', 'return 2'], ['a, //', 'return a'], ['a,', ''], ['a /* ) { */', 'return a // }'], ['a = "\\n) {\\n"', 'return a'], ['{ a } = { a: `) {` }', 'return a'], ['a = function () {\n}', 'return typeof a'], ['a = /[)] {/', 'return a.source'],
  ['a = () => {\n}', '{ } return typeof a'], ['', '"}"; return `}`'], ['\n', '\n'], ['<!--', 'return 3'],
];
for (const [parameters, body] of parts) {
  const results = constructors.map((Made) => {
    try {
      return Made(parameters, body).toString().length;
    } catch (error) {
      return error.name;
    }
  });
  let value;
  try {
    value = Function(parameters, body)(5);
  } catch (error) {
    value = error.name;
  }
  console.log(JSON.stringify(parameters), JSON.stringify(body), results.join(), value);
}
