// for-of inside try/finally and the reverse: order of return(), finally blocks and thrown values.
const log = [];
const src = (name, n, ret) => ({ [Symbol.iterator]() { let i = 0; return { next() { return i < n ? { value: i++, done: false } : { value: 'end', done: true }; }, return() { log.push('close ' + name); return ret ? ret() : {}; } }; } });
const cases = {
  returnInside() { for (const x of src('a', 3)) { try { return x; } finally { log.push('fin'); } } },
  throwInside() { try { for (const x of src('a', 3)) { try { throw 'E'; } finally { log.push('fin'); } } } catch (e) { return 'caught ' + e; } finally { log.push('outer fin'); } },
  breakViaFinally() { for (const x of src('a', 3)) { try { throw 'swallow'; } finally { break; } } return 'done'; },
  continueViaFinally() { let n = 0; for (const x of src('a', 3)) { n++; try { throw 'swallow'; } finally { continue; } } return n; },
  nestedReturn() { for (const x of src('a', 3)) for (const y of src('b', 3)) for (const z of src('c', 3)) if (z === 1) return [x, y, z].join(); },
  nestedThrow() { try { for (const x of src('a', 3)) for (const y of src('b', 3)) if (y === 1) throw 'T'; } catch (e) { return e; } },
  closeThrowsOnBreak() { try { for (const x of src('a', 3, () => { throw 'from close'; })) break; } catch (e) { return e; } },
  closeThrowsOnThrow() { try { for (const x of src('a', 3, () => { throw 'from close'; })) throw 'body'; } catch (e) { return e; } },
  closeThrowsOnReturn() { try { for (const x of src('a', 3, () => { throw 'from close'; })) return 'value'; } catch (e) { return e; } },
  closePrimitiveOnBreak() { try { for (const x of src('a', 3, () => 5)) break; } catch (e) { return e.name; } },
  closePrimitiveOnThrow() { try { for (const x of src('a', 3, () => 5)) throw 'body'; } catch (e) { return e; } },
  closeThrowsInnerOuterClosed() { try { for (const x of src('a', 3)) for (const y of src('b', 3, () => { throw 'inner close'; })) return 1; } catch (e) { return e; } },
  finallyInLoopOverride() { try { for (const x of src('a', 3)) { try { return 'first'; } finally { throw 'override'; } } } catch (e) { return e; } },
  destructuringInLoop() { for (const [p, q] of [src('p1', 5), src('p2', 1)]) log.push(p + ':' + q); return 'ok'; },
  labelledContinue() { o: for (const x of src('a', 2)) { for (const y of src('b', 2)) { try { continue o; } finally { log.push('f' + x); } } } return 'end'; },
  exhaustNoClose() { let s = 0; for (const x of src('a', 4)) s += x; return s; },
  returnInFinallyOfOuter() { try { for (const x of src('a', 3)) return 'lost'; } finally { return 'kept'; } },
};
for (const k in cases) {
  log.length = 0;
  let r;
  try { r = cases[k](); } catch (e) { r = 'UNCAUGHT ' + e; }
  console.log(k, '=>', r, '|', log.join(', '));
}
