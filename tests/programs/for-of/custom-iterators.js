// The iteration protocol in detail, logged: lookups, results, closing.
let log = [];
const flush = (t) => { console.log(t + ':', log.join(' ')); log = []; };
function traced(values, opts = {}) {
  const it = {
    get next() { log.push('get next'); let i = 0; return 'next' in opts ? opts.next : function () { log.push(`next(${arguments.length})${this === it ? '' : '!'}`); const v = values[i++]; return { get done() { log.push('done?'); return i > values.length; }, get value() { log.push('value'); return v; } }; }; },
    get return() { log.push('get return'); return 'return' in opts ? opts.return : function () { log.push(`return(${arguments.length})${this === it ? '' : '!'}`); return {}; }; },
  };
  return { get [Symbol.iterator]() { log.push('get iterator'); return function () { log.push('iterator()'); return it; }; } };
}
for (const x of traced(['a', 'b'])) log.push('body ' + x);
flush('complete');
for (const x of traced(['a', 'b'])) break;
flush('break');
for (const x of traced([])) log.push('no');
flush('empty');
(() => { for (const x of traced(['a'])) return; })();
flush('return');
try { for (const x of traced(['a'])) throw 'e'; } catch (e) { log.push('caught ' + e); }
flush('throw');
l: for (const i of [1]) for (const x of traced(['a'])) continue l;
flush('continue outer');
for (const x of traced(['a', 'b'])) continue;
flush('continue');
for (const x of traced(['a'], { return: undefined })) break;
flush('no return method');
try { for (const x of traced(['a'], { return: 5 })) break; } catch (e) { log.push(e.name); }
flush('return not callable');
try { for (const x of traced(['a'], { return: 5 })) throw 'body'; } catch (e) { log.push(e.name ?? e); }
flush('return not callable on throw');
try { for (const x of traced(['a'], { next: () => { throw 'next fails'; } })) log.push('no'); } catch (e) { log.push(e); }
flush('next throws');
try { for (const x of traced(['a'], { next: () => 'prim' })) log.push('no'); } catch (e) { log.push(e.name); }
flush('next gives primitive');
try { for (const x of traced(['a'], { next: null })) log.push('no'); } catch (e) { log.push(e.name); }
flush('next not callable');
try { for (const { x: { y } } of traced([{}])) log.push('no'); } catch (e) { log.push(e.name); }
flush('pattern throws');
try { for (nope.x of traced(['a'])) log.push('no'); let nope; } catch (e) { log.push(e.name); }
flush('target throws');
[...traced(['a'])];
flush('spread');
new Set(traced(['a']));
flush('Set');
Array.from(traced(['a', 'b']), (x) => log.push('map ' + x));
flush('Array.from');
try { Array.from(traced(['a', 'b']), (x) => { throw 'mapper'; }); } catch (e) { log.push(e); }
flush('Array.from throws');
try { new Map(traced(['notpair'])); } catch (e) { log.push(e.name); }
flush('Map with bad entry');
try { Object.fromEntries(traced([['k', 1], 5])); } catch (e) { log.push(e.name); }
flush('fromEntries with bad entry');
for (const bad of [() => 5, 5, null, undefined, () => null]) try { for (const x of { [Symbol.iterator]: bad }); log.push('fine'); } catch (e) { log.push(e.name); }
flush('bad iterator methods');
