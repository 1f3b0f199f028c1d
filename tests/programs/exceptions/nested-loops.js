// try/catch/finally mixed with loops, labels, closures and switch, with everything logged.
function run(plan) {
  const log = [];
  let step = 0;
  outer: for (let i = 0; i < 3; i++) {
    try {
      log.push('i' + i);
      for (let j = 0; j < 3; j++) {
        try {
          switch (plan[step++]) {
            case 'c': continue;
            case 'C': continue outer;
            case 'b': break;
            case 'B': break outer;
            case 't': throw 'T' + step;
            case 'r': return log.join(' ') + ' R';
            case 'n': { try { throw 'N'; } catch (e) { log.push(e); continue; } finally { log.push('fn'); } }
            default: log.push('j' + j);
          }
          log.push('.');
        } catch (e) {
          log.push(e);
          if (plan[step] === 'x') { step++; throw 'X'; }
        } finally {
          log.push('f' + j);
          if (plan[step] === 'l') { step++; continue outer; }
        }
      }
    } catch (e) {
      log.push('outer ' + e);
      if (plan[step] === 'q') return log.join(' ') + ' Q';
    } finally {
      log.push('F' + i);
      if (plan[step] === 'o') { step++; break; }
    }
  }
  return log.join(' ') + ' end';
}
for (const plan of ['', 'c', 'C', 'b', 'B', 't', 'r', 'n', 'tx', 'txq', 'cl', 'rl', 'tl', 'txo', 'Co', 'ro', 'ttt', 'ctCtB', 'nnntxr', 'lll', 'bbbCol', 'txtxtx']) console.log(plan.padEnd(7), run([...plan]));
