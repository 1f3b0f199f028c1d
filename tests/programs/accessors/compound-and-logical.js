// Compound, logical and update assignments read once and write at most once through accessors.
let log = [];
const o = {};
for (const [k, v] of [['zero', 0], ['one', 1], ['nul', null], ['str', 's']]) {
  let val = v;
  Object.defineProperty(o, k, { get() { log.push('get ' + k); return val; }, set(x) { log.push('set ' + k + '=' + x); val = x; } });
}
const key = (k) => (log.push('key'), { toString() { log.push('toString'); return k; } });
const obj = () => (log.push('obj'), o);
const show = (label, value) => { console.log(label, String(value), '|', log.join(', ')); log = []; };
show('+=', (o.one += 5));
show('++', o.one++);
show('--pre', --o.one);
show('**=', (o.one **= 2));
show('||= taken', (o.zero ||= 'filled'));
show('||= short', (o.one ||= 'no'));
show('&&= short', (o.nul &&= 'no'));
show('&&= taken', (o.str &&= 'and'));
show('??= taken', (o.nul ??= 'nullish'));
show('??= short', (o.nul ??= 'no'));
show('concat', (o.str += `-${o.one}`));
show('computed plain', obj()[key('one')]);
show('computed assign', (obj()[key('one')] = 3));
show('nested', (o.one += o.one++ + o.one));
show('in arguments', Math.max(o.one, o.one++, o.one));
show('chain', (o.zero = o.one = o.nul = 7));
show('destructure', ([o.zero, o.one] = [1, 2]).join());
show('delete', delete o.zero);
show('bitwise', (o.one |= 12));
show('shift', (o.one <<= 2));
show('>>>=', (o.one >>>= 1));
