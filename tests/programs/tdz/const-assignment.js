// Assigning to a const throws TypeError after evaluating the right side; the value stays.
const log = [];
const say = (x) => { log.push(x); return x; };
function attempt(label, f) {
  try { f(); console.log(label, 'no error'); } catch (e) { console.log(label, e.name); }
}
const c = 1;
attempt('simple', () => { c = say('rhs'); });
attempt('compound', () => { c += say(2); });
attempt('prefix', () => { ++c; });
attempt('postfix', () => { c--; });
attempt('or taken', () => { const z = 0; z ||= say('or'); });
attempt('or short', () => { c ||= say('not evaluated'); });
attempt('and short', () => { const z = 0; z &&= say('not evaluated'); });
attempt('nullish short', () => { c ??= say('not evaluated'); });
attempt('array pattern', () => { [c] = [5]; });
attempt('object pattern', () => { ({ c } = { c: 5 }); });
attempt('for-of', () => { for (c of [1]) say('body'); });
attempt('for-of empty', () => { for (c of []) say('body'); });
attempt('for-in', () => { for (c in { a: 1 }) say('body'); });
attempt('for const', () => { for (const i = 0; i < 2; i++) say('loop ' + i); });
attempt('class inner name', () => { class K { static m() { K = 1; } } K.m(); });
attempt('class outer name', () => { class K {} K = 1; if (K !== 1) throw new Error('bad'); });
attempt('valueOf first', () => { const o = { valueOf() { say('valueOf'); return 1; } }; o += 1; });
console.log(c, JSON.stringify(log));

// a const holding an object is not frozen
const o = { n: 1 };
o.n++;
o.m = [];
o.m.push(1);
console.log(JSON.stringify(o));
