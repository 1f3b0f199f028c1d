// Left-to-right evaluation of operands, members, calls and assignments.
let log = [];
const say = (name, value) => (log.push(name), value);
const show = (label, value) => { console.log(label + ':', log.join(' '), '=>', String(value)); log = []; };
const num = (name, n) => ({ valueOf() { log.push(name + '.valueOf'); return n; } });
const key = (name) => ({ toString() { log.push(name + '.toString'); return name; } });

show('binary', say('l', 1) + say('r', 2) * say('t', 3));
show('conversion after both operands', say('l', num('a', 1)) - say('r', num('b', 2)));
show('relational', say('l', num('a', 1)) < say('r', num('b', 2)));
show('greater converts left first', say('l', num('a', 1)) > say('r', num('b', 2)));
show('exponent', say('l', num('a', 2)) ** say('r', num('b', 3)));
show('call', say('f', (...a) => a.length)(say('a1', 1), say('a2', 2), ...say('a3', [3, 4])));
show('method', say('o', { m(x) { return x; } })[say('k', 'm')](say('arg', 9)));
show('new', new (say('C', Array))(say('n', 3)).length);
const target = {};
show('assign', (say('o', target)[say('k', key('p'))] = say('v', 1)));
show('assign chain', (say('o1', target)[say('k1', 'a')] = say('o2', target)[say('k2', 'b')] = say('v', 5)));
show('compound', (say('o', { n: num('n', 1) })[say('k', 'n')] += say('v', num('v', 2))));
let x = 1;
show('compound reads before right side', (x += (x = 10, say('rhs', 1))));
show('x', x);
x = 1;
show('postfix', x++ + x++ * x--);
show('prefix', ++x - --x + -x);
show('conditional', say('t', true) ? say('yes', 'y') : say('no', 'n'));
show('logical', say('a', 0) || (say('b', 1) && say('c', null)) || (say('d', undefined) ?? say('e', 'end')));
show('comma', (say('1', 1), say('2', 2), say('3', 3)));
show('template', `${say('a', num('a', 1))}${say('b', key('b'))}${say('c', 3)}`.replace('[object Object]', 'obj'));
show('array', [say('a', 1), ...say('b', [2]), , say('c', 3)].length);
show('in', say('k', key('toString')) in say('o', {}));
show('instanceof', say('l', []) instanceof say('r', Array));
show('delete', delete say('o', { k: 1 })[say('key', key('k'))]);
try { say('o', null)[say('k', key('k'))]; } catch (e) { show('null member', e.name); }
try { say('o', undefined)[say('k', 'k')] = say('v', 1); } catch (e) { show('undefined assign', e.name); }
try { say('f', 1)(say('arg', 1)); } catch (e) { show('not callable', e.name); }
try { say('f', {}).m(say('arg', 1)); } catch (e) { show('no method', e.name); }
try { new (say('f', {}))(say('arg', 1)); } catch (e) { show('not a constructor', e.name); }
try { unresolvable(say('arg', 1)); } catch (e) { show('unresolvable callee first', e.name); }
(function () { 'use strict'; try { undeclaredName = say('rhs', 1); } catch (e) { show('strict unresolvable', e.name); } })();
