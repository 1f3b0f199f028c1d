// Functions with more captured variables than an object of V8 has fields: their slots are in several objects.
'use strict';

const COUNT = 1300;
const range = (count, each) => Array.from({ length: count }, (_, i) => each(i)).join('');

/** Variables of each kind, and closures that read, write and count them. */
const bundle = Function(`
  ${range(COUNT, (i) => `${['var', 'let', 'const'][i % 3]} x${i} = ${i};\n`)}
  const early = () => late600 + late1290;
  let caught = [];
  for (const read of [early, () => late1290, () => { late1290 = 1; }]) try { read(); } catch (e) { caught.push(e.message); }
  ${range(COUNT, (i) => `let late${i} = ${i};\n`)}
  return {
    caught,
    early,
    sum: () => ${range(COUNT, (i) => `x${i} + `)} 0,
    late: () => ${range(COUNT, (i) => `late${i} + `)} 0,
    bump() { x0++; x510 += 2; x511 = 1; x513++; x1299 += 5; x1023++; x1024 = 'text'; },
    some: () => [x0, x1, x510, x511, x512, x513, x1022, x1023, x1024, x1025, x1298, x1299],
    assign() { x512 = 1; },
    constant() { x1298 = 1; },
  };
`);

const one = bundle();
const two = bundle();
console.log(one.caught.join('\n'));
console.log(one.early(), one.sum(), one.late());
for (let i = 0; i < 300; i++) one.sum();
console.log(one.sum(), two.sum());
for (const change of [one.assign, one.constant]) {
  try {
    change();
    console.log('assigned');
  } catch (e) {
    console.log(e.message);
  }
}
for (let i = 0; i < 200; i++) {
  try {
    one.bump();
  } catch (e) {
    if (i === 0) console.log(e.message);
  }
}
console.log(one.some().join(), two.some().join());

// Each iteration of a loop has variables of its own.
const closures = Function(`
  const made = [];
  for (let i = 0, ${range(700, (i) => `y${i} = ${i}, `)} z = 0; i < 60; i++, y3++, y600 += 2, z--) made.push(() => [i, y3, y511, y512, y600, y699, z, ${range(700, (i) => `y${i}, `)}].slice(0, 7).join());
  return made;
`)();
console.log(closures[0](), closures[1](), closures[59]());

// Parameters that arguments shows, among many variables.
const mapped = Function('first', 'second', `
  ${range(1100, (i) => `var w${i} = ${i};\n`)}
  const all = () => ${range(1100, (i) => `w${i} + `)} first;
  arguments[0] = 10;
  second = 20;
  const before = [first, arguments[1], all()].join();
  w1099 += 1000;
  return [before, all(), (() => first + second + w600)()].join();
`);
console.log(mapped(1, 2));
for (let i = 0; i < 100; i++) mapped(i, 2);
console.log(mapped(1, 2));

// What an eval declares, and finds.
const dynamic = Function('text', `
  ${range(1100, (i) => `var u${i} = ${i};\n`)}
  eval(text);
  const inner = () => eval('u1050 + u3 + declared');
  return [inner(), typeof declared, u700].join();
`);
console.log(dynamic('var declared = 7; u1050 = 1; u700 = "changed";'));
console.log(dynamic('var declared = "d";'));
