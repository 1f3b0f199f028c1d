// TextEncoder, TextDecoder, atob and btoa.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.constructor.name} ${e.name} ${e.code ?? ''}: ${e.message}`;
  }
};
const encoder = new TextEncoder();
console.log(encoder.encode('aé€😀\ud800x').join(), encoder.encode().length, encoder.encode(undefined).length, encoder.encode({ toString: () => 'obj' }).join(), encoder.encoding);
const target = new Uint8Array(5);
console.log(encoder.encodeInto('é€😀', target), target.join(), encoder.encodeInto('abc', target.subarray(4)), target.join());
console.log(attempt(() => encoder.encodeInto('a', [])).slice(0, 40), '|', attempt(() => TextEncoder.prototype.encode.call({})));

const decoder = new TextDecoder();
const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0xc3]);
console.log(JSON.stringify(decoder.decode(bytes)), JSON.stringify(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).length, decoder.decode(), decoder.decode(bytes.buffer).length, decoder.decode(new DataView(bytes.buffer, 3, 1)), decoder.decode(new Uint16Array([0x4141])));
console.log(decoder.encoding, decoder.fatal, decoder.ignoreBOM, new TextDecoder('LATIN1').encoding, new TextDecoder(' utf8 ').encoding, new TextDecoder('utf-16').encoding, new TextDecoder('unicode-1-1-utf-8', { fatal: true }).fatal);
console.log(attempt(() => new TextDecoder('no such')), '|', attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)), '|', attempt(() => decoder.decode('text')).slice(0, 40), '|', attempt(() => TextDecoder()).slice(0, 20));

// A stream cut at every place gives the same text.
const text = 'a\u00e9\u20ac\u{1f600}\ufeffz\u{10ffff}';
for (const [label, all] of [['utf-8', encoder.encode(text)], ['utf-16le', new Uint8Array(text.length * 2)]]) {
  if (label === 'utf-16le') for (let i = 0; i < text.length; i++) new DataView(all.buffer).setUint16(i * 2, text.charCodeAt(i), true);
  for (const size of [1, 2, 3, 5]) {
    const streaming = new TextDecoder(label);
    let out = '';
    for (let i = 0; i < all.length; i += size) out += streaming.decode(all.subarray(i, i + size), { stream: true });
    out += streaming.decode();
    console.log(label, size, out === text, out.length);
  }
}
const broken = new TextDecoder();
console.log(JSON.stringify([[0xe2], [0x82], [0x61], [0xf0, 0x9f], [0xe2, 0x82, 0xac], [0xed, 0xa0], [0xc3]].map((chunk) => broken.decode(new Uint8Array(chunk), { stream: true }))), JSON.stringify(broken.decode()), JSON.stringify(broken.decode(new Uint8Array([0x61]))));
const marked = new TextDecoder();
console.log(JSON.stringify([[0xef], [0xbb], [0xbf, 0x61], [0xef, 0xbb, 0xbf]].map((chunk) => marked.decode(new Uint8Array(chunk), { stream: true }))), marked.decode(), marked.decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x62])));
console.log(new TextDecoder('windows-1252').decode(new Uint8Array([0x80, 0x99, 0xe9])), new TextDecoder('shift_jis').decode(new Uint8Array([0x93, 0xfa])));
console.log(Object.prototype.toString.call(decoder), Object.prototype.toString.call(encoder), Object.getOwnPropertyNames(TextDecoder.prototype).sort().join());

console.log(btoa('hello'), btoa(''), btoa('\u00ff\u0000'), btoa(12), atob('aGVsbG8='), atob(' aGVs bG8 '), atob('aGVsbG8').length, atob('').length);
console.log(attempt(() => btoa('\u0100')), '|', attempt(() => atob('a')), '|', attempt(() => atob('*')), '|', attempt(() => btoa()), '|', attempt(() => atob(Symbol())).slice(0, 9));
