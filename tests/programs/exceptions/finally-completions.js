// How finally overrides completions: return, throw, break, continue, and value preservation.
const log = [];
const say = (x) => (log.push(x), x);
const fns = {
  retTry() { try { return say('t'); } finally { say('f'); } },
  retOverride() { try { return say('t'); } finally { return say('f'); } },
  throwOverride() { try { throw say('t'); } finally { return say('swallowed'); } },
  finallyThrows() { try { return say('t'); } finally { throw say('fe'); } },
  throwReplaced() { try { throw say('1'); } finally { throw say('2'); } },
  catchRet() { try { throw say('t'); } catch (e) { return e + say('c'); } finally { say('f'); } },
  catchThrow() { try { throw say('t'); } catch (e) { throw e + say('c'); } finally { say('f'); } },
  catchThrowSwallowed() { try { throw 't'; } catch (e) { throw e + 'c'; } finally { return say('ok'); } },
  valueSaved() { let x = 1; try { return x; } finally { x = 2; } },
  objectSaved() { let o = { v: 1 }; try { return o; } finally { o.v = 2; o = null; } },
  breakInFinally() { for (;;) { try { return say('t'); } finally { break; } } return say('after'); },
  continueInFinally() { let n = 0; for (let i = 0; i < 3; i++) { try { n++; if (i === 1) throw 'gone'; return 'r'; } finally { continue; } } return 'n' + n; },
  breakFromTry() { lab: try { break lab; } finally { say('f'); } return say('after'); },
  breakLabelFinally() { lab: { try { throw 1; } finally { break lab; } } return 'broke'; },
  nested() { try { try { return say('in'); } finally { say('f1'); } } finally { say('f2'); } },
  nestedOverride() { try { try { return 'in'; } finally { throw say('x'); } } catch (e) { return e + 'caught'; } finally { say('f2'); } },
  innerFinallyKeeps() { try { return 'outer value'; } finally { try { throw 1; } catch { } finally { say('inner'); } } },
  innerReturnInFinally() { try { throw 'lost'; } finally { try { return 'r1'; } finally { say('f'); } } },
  loopInFinally() { try { return 'v'; } finally { for (let i = 0; i < 3; i++) { if (i === 1) continue; if (i === 2) break; say(i); } } },
  emptyFinally() { try { return 'a'; } finally { } },
  undefReturn() { try { return 'a'; } finally { return; } },
  whileTrue() { let n = 0; while (true) { try { if (n++ < 3) continue; break; } finally { say(n); } } return 'n' + n; },
  returnCallOrder() { const f = () => (say('call'), 'value'); try { return f(); } finally { say('after call'); } },
  condFinally(x = 2) { for (let i = 0; i < 5; i++) { try { if (i === x) return i; } finally { if (i === 2) continue; } } return 'end'; },
};
for (const k in fns) {
  log.length = 0;
  let r;
  try { r = fns[k](); } catch (e) { r = 'threw ' + e; }
  console.log(k, typeof r === 'object' ? JSON.stringify(r) : r, '|', log.join());
}
