// Throws that come late, inside of handlers that have run: the inner handler, which has not, is the one that they reach.
let calls = 0;
let limit = 0;
function late(n) {
  calls++;
  if (calls > limit) throw new RangeError('late ' + n);
}
const log = [];
const note = (text) => log.push(text);
function start(n) {
  calls = 0;
  limit = n;
}

// In the loop itself.
start(400);
for (let i = 0; i < 401; i++) try {
  try { late(i); } finally { if (i > 398) note('finally ' + i); }
  const [a] = 0;
  note('not reached ' + a);
} catch (e) { if (i > 398) note(e.name); }

start(400);
for (let i = 0; i < 401; i++) try {
  try { late(i); } catch (e) { note('inner ' + e.message); }
  null.x;
} catch (e) { if (i > 398) note(e.name); }

// The handler leaves the loop, so that it is no part of it.
start(400);
let i = 0;
for (;;) {
  i++;
  try {
    try { late(i); } catch (e) { note('leaves ' + e.message); break; }
    null.x;
  } catch (e) { if (i > 399) note(e.name); }
}

// Iterators are closed.
const closing = (n) => ({ [Symbol.iterator]() { return this; }, next() { return { value: n++, done: n % 7 === 0 }; }, return() { note('closed ' + n); return {}; } });
start(1500);
for (let k = 0; k < 500; k++) {
  try {
    for (const x of closing(k)) late(x);
    null.x;
  } catch (e) { if (e.name !== 'TypeError') { note(k + e.message); break; } }
}

// In functions, and in what is inlined into them.
function inner(n) {
  try { late(n); return 'done'; } finally { if (calls > limit) note('inner finally ' + n); }
}
function outer(n) {
  try {
    inner(n);
    try { late(n); } finally { if (calls > limit) note('outer finally ' + n); }
    null.x;
  } catch (e) { return e.name; }
}
start(600);
let last;
for (let k = 0; k < 303; k++) last = outer(k);
note(last);

// In a generator, by `throw` and `return` from outside too.
function* generator() {
  for (let k = 0; ; k++) {
    try {
      try { yield k; late(k); } finally { if (calls > limit || k > 398) note('generator finally ' + k); }
      null.x;
    } catch (e) { if (calls > limit) note(e.name); }
  }
}
start(400);
const g = generator();
for (let k = 0; k < 403; k++) g.next();
start(10000);
for (let k = 0; k < 200; k++) g.next();
g.throw(new SyntaxError('from outside'));
note(JSON.stringify(g.return(5)));

// Three levels, of which the one in the middle never ran.
start(300);
for (let k = 0; k < 303; k++) {
  try {
    try {
      try { late(k); } catch (e) { note('innermost ' + k); throw e; } finally { if (calls > limit) note('finally'); }
    } catch (e) { note('middle ' + e.name); }
    undefined.x;
  } catch (e) { if (calls > limit) note('outer ' + e.name); }
}
console.log(log.join('\n'));
