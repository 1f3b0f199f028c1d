// Reads the primitive items of the bytecode file format (byte-writer.ts writes them).
//
// Every method either gives a well-formed item and moves on, or throws a FormatError; nothing is allocated that the bytes
// left in the file could not fill.

/** The bytes are not a bytecode file, or a damaged one. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  /** Name of the file. */
  readonly file: string;
  /** Where in the file, in bytes. */
  readonly offset: number;
  readonly reason: string;

  constructor(file: string, offset: number, reason: string) {
    super(`${file}: byte ${offset}: ${reason}`);
    this.file = file;
    this.offset = offset;
    this.reason = reason;
  }
}

/** String.fromCharCode takes its units as arguments, whose number the host limits. */
const CHUNK = 8192;

export class ByteReader {
  readonly end: number;
  offset = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly file: string;

  constructor(bytes: Uint8Array, file: string) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.end = bytes.length;
    this.file = file;
  }

  fail(reason: string): never {
    throw new FormatError(this.file, this.offset, reason);
  }

  private need(count: number, what: string): void {
    if (count > this.end - this.offset) this.fail(`the file ends within ${what}`);
  }

  byte(): number {
    this.need(1, 'a byte');
    return this.bytes[this.offset++];
  }

  fixed32(): number {
    this.need(4, 'a number');
    const value = this.view.getUint32(this.offset, true);
    this.offset += 4;
    return value;
  }

  uint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 5; i++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value <= 0xffffffff ? value : this.fail('a number above 32 bits');
      scale *= 128;
    }
    return this.fail('a number of more than five bytes');
  }

  int(): number {
    const value = this.uint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** A number below `limit`. */
  index(limit: number, what: string): number {
    const value = this.uint();
    if (value >= limit) this.fail(`${what} ${value} out of range (there are ${limit})`);
    return value;
  }

  float64(): number {
    this.need(8, 'a floating-point number');
    const value = this.view.getFloat64(this.offset, true);
    this.offset += 8;
    return value;
  }

  bigint(): bigint {
    const negative = this.index(2, 'sign') === 1;
    const length = this.count(1, 'bytes of a bigint');
    if (length === 0) return 0n;
    const digits: string[] = [];
    for (let i = length - 1; i >= 0; i--) digits.push(this.bytes[this.offset + i].toString(16).padStart(2, '0'));
    let value: bigint;
    try {
      value = BigInt('0x' + digits.join(''));
    } catch {
      return this.fail('a bigint above the limit of the host');
    }
    this.offset += length;
    return negative ? -value : value;
  }

  string(): string {
    const wide = this.index(2, 'string width');
    const length = this.uint();
    this.need(length * (1 + wide), 'a string');
    let result = '';
    const units: number[] = [];
    for (let i = 0; i < length; i++) {
      units.push(wide === 1 ? this.view.getUint16(this.offset, true) : this.bytes[this.offset]);
      this.offset += 1 + wide;
      if (units.length === CHUNK || i === length - 1) {
        result += String.fromCharCode(...units);
        units.length = 0;
      }
    }
    return result;
  }

  /** A count of items that take at least `size` bytes each. */
  count(size: number, what: string): number {
    const count = this.uint();
    if (count > (this.end - this.offset) / size) this.fail(`${count} ${what} announced, more than the file can hold`);
    return count;
  }

  list<T>(size: number, what: string, read: () => T): T[] {
    const count = this.count(size, what);
    const items: T[] = [];
    for (let i = 0; i < count; i++) items.push(read());
    return items;
  }
}
