// Catch parameters: patterns, optional binding, shadowing, scope, reassigning, non-error values.
for (const v of [1, 'str', null, undefined, NaN, Symbol('s'), { a: 1 }, [1, 2], () => 'f', 10n, true]) {
  try { throw v; } catch (e) { console.log(typeof e, Object.is(e, v)); }
}
try { throw 1; } catch { console.log('no binding'); }
try { throw { code: 5, list: [1, [2]] }; } catch ({ code, list: [a, [b]], d = 'dflt' }) { console.log(code, a, b, d); }
try { throw 'abc'; } catch ([x, ...rest]) { console.log(x, rest.join()); }
let e = 'outer';
try { throw 'inner'; } catch (e) { e += '!'; console.log(e); { let e = 'block'; console.log(e); } }
console.log(e);
try { throw 'v'; } catch (err) { var err = 'var in catch'; var other = err; }
console.log(err, other);
try { throw 'f'; } catch (f) { for (var f2 of [1]); function g() { return f; } console.log(g()); }
const fs = [];
for (let i = 0; i < 3; i++) try { throw i; } catch (c) { fs.push(() => c * 10); }
console.log(fs.map((f) => f()).join());
function deep(n) { if (n === 0) throw new RangeError('bottom'); try { deep(n - 1); } catch (e) { if (n % 2) throw new TypeError(n + ':' + e.message, { cause: e }); throw e; } }
try { deep(4); } catch (e) { console.log(e.name, e.message, e.cause?.name, e.cause?.cause?.name, e.cause?.message); }
// rethrow keeps identity
const original = new Error('same');
try { try { try { throw original; } catch (e) { throw e; } } finally { } } catch (e) { console.log(e === original); }
// exceptions inside catch and in the pattern
try { try { throw {}; } catch ({ a: { b } }) { console.log('no'); } } catch (e) { console.log(e.name); }
try { try { throw 1; } catch (e) { null.x; } } catch (e) { console.log(e instanceof TypeError); }
// in expressions, getters, defaults, operators
const thrower = () => { throw 'T'; };
const spots = [() => thrower() + 1, () => 1 + thrower(), () => [1, thrower()], () => ({ [thrower()]: 1 }), () => `${thrower()}`, () => (thrower() ? 1 : 2), () => thrower() || 1, () => new (thrower())(), () => thrower()(), () => ((a = thrower()) => a)(), () => { for (const x of thrower()); }, () => { switch (thrower()) { } }, () => { while (thrower()); }, () => { if (thrower()); }, () => typeof thrower(), () => delete thrower().x, () => { const { a } = thrower(); }, () => { let x = 1; x += thrower(); }, () => { throw thrower(); }, () => { return thrower(); }, () => thrower()?.x, () => [...thrower()], () => Math.max(...thrower()), () => { class A extends thrower() { } }, () => { class A { static x = thrower(); } }, () => ({ get g() { return thrower(); } }).g, () => { ({ set s(v) { thrower(); } }).s = 1; }];
let caught = 0;
for (const f of spots) try { f(); console.log('not thrown', String(f)); } catch (x) { if (x === 'T') caught++; }
console.log(caught === spots.length);
