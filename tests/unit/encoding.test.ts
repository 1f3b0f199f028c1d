import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { ByteReader } from '../../src/bytecode/byte-reader.ts';
import { ByteWriter } from '../../src/bytecode/byte-writer.ts';
import { checksum, decode, decodeOwn, decodeVerified, encode, FormatError, isBytecode, reseal } from '../../src/bytecode/encoding.ts';
import type { Constant, Template } from '../../src/bytecode/template.ts';
import { verify, VerifyError } from '../../src/bytecode/verifier.ts';
import { SAMPLE_TEXTS } from '../support/sample-templates.ts';

const MINIMAL = assemble('script "main" {\nEntry auto; LoadUndefined r1; Return r1\n}');
const CONTENT = 24;

function withConstants(...constants: Constant[]): Template {
  return { ...MINIMAL, constants };
}

/** The file with some bytes replaced, and with the checksum made right again unless told otherwise. */
function patched(bytes: Uint8Array, changes: Record<number, number>, sealed = true): Uint8Array {
  const copy = bytes.slice();
  for (const [at, byte] of Object.entries(changes)) copy[Number(at)] = byte;
  if (sealed) reseal(copy);
  return copy;
}

/** A file whose content is written by hand. */
function handmade(write: (out: ByteWriter) => void): Uint8Array {
  const out = new ByteWriter();
  for (const byte of encode(MINIMAL).subarray(0, CONTENT)) out.byte(byte);
  write(out);
  const bytes = out.finish();
  reseal(bytes);
  return bytes;
}

describe('round trip', () => {
  test.each(SAMPLE_TEXTS.map((text, i) => [i, text] as const))('sample %i', (_, text) => {
    const template = assemble(text);
    const bytes = encode(template);
    expect(decodeVerified(bytes)).toEqual(template);
    expect(encode(decode(bytes))).toEqual(bytes);
  });

  test.each<[string, Constant]>([
    ['zero', 0],
    ['minus zero', -0],
    ['not a number', NaN],
    ['the smallest integer', -(2 ** 31)],
    ['beyond integers', 2 ** 31],
    ['the smallest number', 5e-324],
    ['minus infinity', -Infinity],
    ['bigint zero', 0n],
    ['a large bigint', 3n ** 1000n],
    ['a large negative bigint', -(3n ** 1001n)],
    ['a bigint of whole bytes', 0xff00n],
    ['the empty string', ''],
    ['latin', 'na\u00efve \u0000 \u00ff'],
    ['wide', 'sn\u00f6 \u96ea \u{1f600}'],
    ['a lone high surrogate', 'a\ud800'],
    ['a lone low surrogate', '\udc00b'],
    ['surrogates in the wrong order', '\udc00\ud800'],
    ['a long string', 'abc\u1234'.repeat(10_000)],
    ['no keys', { type: 'keys', keys: [] }],
    ['a malformed template', { type: 'template', raw: ['\\u', ''], cooked: [undefined, ''] }],
  ])('%s', (_, constant) => {
    const [result] = decode(encode(withConstants(constant))).constants;
    expect(Object.is(result, constant) || typeof constant === 'object').toBe(true);
    expect(result).toEqual(constant);
  });

  test('positions that go up and down', () => {
    const positions = Int32Array.from([0, 2147483647, 5, 3, 1, 2147483647, 5, 9, 0]);
    expect(decode(encode({ ...MINIMAL, positions })).positions).toEqual(positions);
  });

  test('functions of one source share it, also after decoding', () => {
    const t = decode(encode(assemble(SAMPLE_TEXTS[1])));
    expect(t.children[0].children[0].source).toBe(t.source);
  });

  test('the source text can be left out', () => {
    const template = assemble(SAMPLE_TEXTS[0]);
    const bare = decodeVerified(encode(template, { dropSource: true }));
    expect(bare.source).toEqual({ name: 'main.js', text: '' });
    expect(bare.children[0].positions).toEqual(template.children[0].positions);
  });

  test('deep trees take no recursion', () => {
    let template = assemble('function "f" {\nEntry auto; Return r0\n}');
    for (let i = 0; i < 20_000; i++) template = { ...template, children: [template] };
    const decoded = decode(encode(template));
    let depth = 0;
    for (let t: Template | undefined = decoded; t !== undefined; t = t.children[0]) depth++;
    expect(depth).toBe(20_001);
  });
});

describe('refused', () => {
  const good = encode(assemble(SAMPLE_TEXTS[0]));
  const cases: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(0), 'byte 0: not an Anneal bytecode file'],
    ['source text', new TextEncoder().encode('console.log("hello")'), 'byte 0: not an Anneal bytecode file'],
    ['half a header', good.subarray(0, 10), 'truncated within its header'],
    ['another version', patched(good, { 4: 9 }), 'format version 9; this Anneal reads version'],
    ['another instruction set', patched(good, { 8: good[8] ^ 1 }), 'another instruction set; compile the program again'],
    ['a truncated file', good.subarray(0, good.length - 1), 'the file is truncated'],
    ['a file with more behind it', Uint8Array.of(...good, 0), 'bytes after the end of the content'],
    ['a damaged byte', patched(good, { [CONTENT + 9]: good[CONTENT + 9] ^ 4 }, false), 'the checksum is wrong'],
    ['a damaged checksum', patched(good, { 16: good[16] ^ 4 }, false), 'the checksum is wrong'],
    ['empty content', handmade(() => undefined), 'the file ends within a byte'],
    ['no templates', handmade((out) => [0, 0, 0].forEach((n) => out.uint(n))), '0 templates without a parent'],
    ['more strings than bytes', handmade((out) => out.uint(0xffffffff)), '4294967295 strings announced, more than the file can hold'],
    ['a string longer than the file', handmade((out) => [1, 0, 0x7fffffff].forEach((n) => out.uint(n))), 'the file ends within a string'],
    ['a number of six bytes', handmade((out) => [0x80, 0x80, 0x80, 0x80, 0x80, 0].forEach((n) => out.byte(n))), 'a number of more than five bytes'],
    ['a number above 32 bits', handmade((out) => [0xff, 0xff, 0xff, 0xff, 0x7f].forEach((n) => out.byte(n))), 'a number above 32 bits'],
    ['a source name that is no string', handmade((out) => [0, 1, 5, 5].forEach((n) => out.uint(n))), 'string 5 out of range (there are 0)'],
    ['more templates than bytes', handmade((out) => [0, 0, 1000].forEach((n) => out.uint(n))), '1000 templates announced'],
    ['self-hosted code', encode({ ...MINIMAL, selfHosted: true }), 'claims to be part of the self-hosted library'],
  ];

  test.each(cases)('%s', (_, bytes, message) => {
    expect(() => decode(bytes, { name: 'prog.anb' })).toThrow(FormatError);
    expect(() => decode(bytes, { name: 'prog.anb' })).toThrow(message);
    expect(() => decode(bytes, { name: 'prog.anb' })).toThrow(/^prog\.anb: byte \d+: /);
  });

  test('the error knows file, place and reason', () => {
    try {
      decode(good.subarray(0, 10), { name: 'a.anb' });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ name: 'FormatError', file: 'a.anb', offset: 0, reason: 'the file is truncated within its header' });
    }
  });

  test('a template that does not verify', () => {
    const bytes = encode({ ...MINIMAL, registerCount: 1 });
    expect(decode(bytes).registerCount).toBe(1);
    expect(() => decodeVerified(bytes)).toThrow(VerifyError);
  });

  test('self-hosted code is accepted where it is expected', () => {
    const template = { ...MINIMAL, selfHosted: true };
    expect(decodeOwn(encode(template), 'own')).toEqual(template);
    expect(() => decode(encode(template))).toThrow('self-hosted');
  });

  test('a template that no other has as its child', () => {
    const bytes = encode(assemble('script "" {\nfunction "" {\nEntry auto; Return r0\n}\nEntry auto; Return r0\n}'));
    // One of the ones is the number of children.
    const messages = Array.from(bytes, (byte, i) => {
      if (byte !== 1 || i < CONTENT) return '';
      try {
        return decode(patched(bytes, { [i]: 0 })).name;
      } catch (error) {
        return String(error);
      }
    });
    expect(messages.some((message) => message.includes('2 templates without a parent'))).toBe(true);
  });
});

test('a decoder over part of a larger buffer', () => {
  const bytes = encode(assemble(SAMPLE_TEXTS[2]));
  const buffer = new Uint8Array(bytes.length + 20).fill(255);
  buffer.set(bytes, 7);
  expect(decode(buffer.subarray(7, 7 + bytes.length))).toEqual(assemble(SAMPLE_TEXTS[2]));
});

test('the checksum depends on every bit and on the length', () => {
  const bytes = Uint8Array.from({ length: 64 }, (_, i) => i * 37);
  const seen = new Set([String(checksum(bytes, 0, 64)), String(checksum(bytes, 0, 63))]);
  for (let bit = 0; bit < 512; bit++) {
    const copy = bytes.slice();
    copy[bit >> 3] ^= 1 << (bit & 7);
    seen.add(String(checksum(copy, 0, 64)));
  }
  expect(seen.size).toBe(514);
});

test('isBytecode tells files apart', () => {
  expect(isBytecode(encode(MINIMAL))).toBe(true);
  expect(isBytecode(new TextEncoder().encode('var a = 1;'))).toBe(false);
  expect(isBytecode(new Uint8Array(2))).toBe(false);
});

test('numbers of all sizes', () => {
  const out = new ByteWriter();
  const numbers = [0, 1, 127, 128, 16383, 16384, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
  const signed = [0, -1, 1, 63, -64, 64, 2 ** 31 - 1, -(2 ** 31)];
  for (const n of numbers) out.uint(n);
  for (const n of signed) out.int(n);
  const reader = new ByteReader(out.finish(), 'x');
  expect(numbers.map(() => reader.uint())).toEqual(numbers);
  expect(signed.map(() => reader.int())).toEqual(signed);
  expect(() => {
    out.uint(-1);
  }).toThrow(RangeError);
});

test('every sample verifies', () => {
  for (const text of SAMPLE_TEXTS) verify(assemble(text));
});
