// Coders that are used again and again, after errors too; results of short and long texts are their own.
const d = new TextDecoder(), e = new TextEncoder();
const sab = new SharedArrayBuffer(8); new Uint8Array(sab).set([104,105,0xc3,0xb6]);
console.log(JSON.stringify(d.decode(sab)), JSON.stringify(d.decode(new Uint8Array(sab, 1, 3))));
const rb = new ArrayBuffer(4, { maxByteLength: 16 }); new Uint8Array(rb).set([97,98,99,100]);
console.log(d.decode(rb), d.decode(new Uint8Array(rb)), d.decode(new DataView(rb, 1)));
const f = new TextDecoder('utf-8', { fatal: true });
for (let i = 0; i < 3; i++) { try { f.decode(new Uint8Array([0xff])); } catch (x) { console.log(x.name, x.code); } console.log(f.decode(new Uint8Array([97, 0xc3, 0xa4]))); }
const u = new TextDecoder('utf-16le', { fatal: true });
for (let i = 0; i < 2; i++) { try { u.decode(new Uint8Array([0x00, 0xd8, 0x41])); } catch (x) { console.log(x.name); } console.log(u.decode(new Uint8Array([65, 0, 66, 0]))); }
const s = new TextDecoder();
console.log(s.decode(new Uint8Array([0xe2, 0x82]), { stream: true }) + '|' + d.decode(new Uint8Array([0xac])) + '|' + s.decode(new Uint8Array([0xac]), { stream: true }) + '|' + s.decode());
console.log(new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 97])).length, new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf, 97])).length);
const m = new TextDecoder('shift_jis'); console.log(m.decode(new Uint8Array([0x82])), m.decode(new Uint8Array([0x82, 0xa0])));
for (const t of ['', 'a', 'hä€😀\ud800x', 'ü'.repeat(1024), '€'.repeat(1024), '€'.repeat(1025), 'x'.repeat(5000)]) { const b = e.encode(t); console.log(b.length, b.byteLength, b.buffer.byteLength, b.byteOffset, b.slice(0, 12).join(), d.decode(b).length); }
console.log(JSON.stringify(e.encodeInto('hé€', new Uint8Array(4))), Object.keys(e.encodeInto('', new Uint8Array(1))).join());
const keep = e.encode('first'); e.encode('second'); console.log(d.decode(keep));
