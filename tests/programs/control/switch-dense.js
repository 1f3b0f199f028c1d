// Dense integer, sparse integer, string, char-code and mixed switches; a small tokenizer and state machine.
function dense(n) {
  switch (n) {
    case 0: return 'a'; case 1: return 'b'; case 2: return 'c'; case 3: return 'd'; case 4: return 'e';
    case 5: return 'f'; case 6: return 'g'; case 7: return 'h'; case 8: return 'i'; case 9: return 'j';
    case -1: return 'minus'; default: return '?';
  }
}
let s = '';
for (let i = -2; i < 12; i++) s += dense(i);
console.log(s, dense(2.5), dense(-0), dense('3'), dense(NaN), dense(), dense(4294967296), dense(true), dense([1]), dense(1n), dense(new Number(1)), dense(3.0));
function sparse(n) { switch (n) { case 1: return 1; case 1000: return 2; case 1000000: return 3; case 2147483648: return 4; case 0.5: return 5; case -1e9: return 6; case Infinity: return 7; } }
console.log([1, 1000, 1e6, 2 ** 31, 0.5, -1e9, Infinity, 7].map(sparse).join());
function words(w) { switch (w) { case 'add': return '+'; case 'sub': return '-'; case 'mul': return '*'; case 'div': return '/'; case '': return 'empty'; case 'constructor': return 'ctor'; case '__proto__': return 'proto'; case 'length': return 'len'; default: return '<' + w + '>'; } }
console.log(['add', 'sub', 'mul', 'div', '', 'constructor', '__proto__', 'length', 'toString', 'ad' + 'd'].map(words).join(' '));
function tokenize(src) {
  const out = [];
  let i = 0;
  while (i < src.length) {
    const c = src.charCodeAt(i);
    switch (c) {
      case 32: case 9: case 10: i++; continue;
      case 43: case 45: case 42: case 47: case 40: case 41: out.push(src[i++]); break;
      case 48: case 49: case 50: case 51: case 52: case 53: case 54: case 55: case 56: case 57: {
        let n = 0;
        for (; i < src.length; i++) { const d = src.charCodeAt(i) - 48; if (d < 0 || d > 9) break; n = n * 10 + d; }
        out.push(n);
        break;
      }
      default: {
        const start = i;
        while (i < src.length && /\w/.test(src[i])) i++;
        if (i === start) throw new SyntaxError('bad char ' + src[i]);
        out.push(src.slice(start, i));
      }
    }
  }
  return out;
}
function evaluate(tokens, env) {
  let p = 0;
  const prim = () => { const t = tokens[p++]; switch (typeof t) { case 'number': return t; case 'string': switch (t) { case '(': { const v = sum(); p++; return v; } case '-': return -prim(); default: return env[t]; } } };
  const prod = () => { let v = prim(); for (;;) switch (tokens[p]) { case '*': p++; v *= prim(); break; case '/': p++; v /= prim(); break; default: return v; } };
  const sum = () => { let v = prod(); for (;;) switch (tokens[p]) { case '+': p++; v += prod(); break; case '-': p++; v -= prod(); break; default: return v; } };
  return sum();
}
console.log(tokenize('12 + foo*(3-x)').join(' '), evaluate(tokenize('12 + foo*(3-x) / 2 - -1'), { foo: 10, x: 1 }));
try { tokenize('1 $ 2'); } catch (e) { console.log(e.name, e.message); }
const machine = (input) => { let st = 'start', n = 0; for (const ch of input) { switch (st + ch) { case 'starta': st = 'mid'; break; case 'mida': n++; break; case 'midb': st = 'end'; break; case 'endb': st = 'start'; default: n += 10; } } return st + n; };
console.log(machine('aab'), machine('aabb'), machine('ba'), machine('abbaaa'));
let counts = [0, 0, 0, 0];
for (let i = 0; i < 200; i++) switch (i & 7) { case 0: case 1: counts[0]++; break; case 2: counts[1]++; case 3: counts[2]++; break; default: counts[3]++; }
console.log(counts.join());
