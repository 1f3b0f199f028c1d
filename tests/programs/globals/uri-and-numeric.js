// encodeURI family and the numeric global functions.
const reserved = ";/?:@&=+$,#", marks = "-_.!~*'()", other = ' "%<>[\\]^`{|}\u0000\u007f\n', uni = 'é€😀\u07ff\u0800\uffff';
for (const s of [reserved, marks, 'azAZ09', other, uni]) console.log(encodeURI(s), encodeURIComponent(s));
console.log(decodeURI('%41%20%C3%A9%F0%9F%98%80%3B%2F%23'), decodeURIComponent('%41%20%C3%A9%F0%9F%98%80%3B%2F%23'), decodeURIComponent('no escapes +'), decodeURI('%e2%82%ac'), decodeURIComponent(''), decodeURI('%25'), decodeURI('%2525'));
const bad = ['%', '%4', '%GG', '%C3', '%C3%28', '%80', '%F8%80%80%80', '%ED%A0%80', '%C0%80', '%F4%90%80%80', '%E2%82', 'x%', '%C3%', '%F0%9F%98', '%u0041'];
console.log(bad.map((b) => { try { return decodeURIComponent(b); } catch (e) { return e.name[0]; } }).join(''));
for (const b of ['\ud800', '\udc00', 'a\ud800b', '\ud83d\ud83d\ude00']) try { console.log(encodeURIComponent(b)); } catch (e) { console.log(e.name); }
console.log(encodeURIComponent(undefined), encodeURIComponent(null), encodeURIComponent(5), encodeURIComponent({}), encodeURIComponent(['a b', 'c']), encodeURI({ toString: () => 'obj ect' }), decodeURI(123));
for (const f of [() => encodeURI(Symbol()), () => decodeURI({ toString() { throw new RangeError(); } })]) try { f(); } catch (e) { console.log(e.name); }
let ok = 0;
for (let c = 0; c < 0x10000; c += 97) { if (c >= 0xd800 && c <= 0xdfff) continue; const s = String.fromCodePoint(c, 0x10000 + c); if (decodeURIComponent(encodeURIComponent(s)) === s) ok++; }
console.log(ok);
const qs = { parse: (s) => Object.fromEntries(s.split('&').map((p) => p.split('=').map((x) => decodeURIComponent(x.replace(/\+/g, ' '))))), stringify: (o) => Object.entries(o).map((kv) => kv.map(encodeURIComponent).join('=')).join('&') };
const o = { 'a b': '1&2', 'é=': '😀', plus: '+', empty: '' };
console.log(qs.stringify(o), JSON.stringify(qs.parse(qs.stringify(o))) === JSON.stringify(o), qs.parse('x=1+2&y=%2B').x);
console.log(isNaN(), isNaN('x'), isNaN('5'), isNaN(''), isNaN([]), isNaN({}), isNaN(null), isNaN(undefined), isNaN(new Date(NaN)), isNaN([1, 2]), isFinite('5'), isFinite(null), isFinite(Infinity), isFinite(), isFinite('1e1000'), isFinite([]), isFinite({ valueOf: () => 5 }));
console.log([parseInt, parseFloat, isNaN, isFinite, encodeURI, decodeURI, encodeURIComponent, decodeURIComponent].map((f) => f.name + f.length + ('prototype' in f)).join());
for (const f of [() => new parseInt('1'), () => new isNaN(1), () => isNaN(Symbol()), () => isFinite(1n), () => parseFloat(Symbol())]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(typeof NaN, typeof Infinity, typeof undefined, 1 / Infinity, -Infinity < Infinity, Infinity - Infinity, Infinity * 0, NaN !== NaN);
const log = [];
parseInt({ toString() { log.push('s'); return '10'; } }, { valueOf() { log.push('r'); return 16; } });
console.log(log.join(), parseInt('10', { valueOf: () => 16 }), parseInt('zz', 36.9), parseInt(' \n0x10'), parseInt('\u00a012'), parseFloat('\ufeff1.25e+2.5'));
