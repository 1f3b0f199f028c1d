// Writes the primitive items of the bytecode file format into a growing buffer. byte-reader.ts reads them back.

export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const bigger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + count));
    bigger.set(this.bytes.subarray(0, this.length));
    this.bytes = bigger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** Four bytes, least significant first. */
  fixed32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 255);
  }

  /** LEB128: seven bits a byte, least significant first; the top bit says that more follow. */
  uint(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError(`${value} is not an unsigned 32-bit number`);
    while (value > 127) {
      this.byte((value & 127) | 128);
      value >>>= 7;
    }
    this.byte(value);
  }

  /** A signed 32-bit number, zigzag-coded so that small negative numbers stay short. */
  int(value: number): void {
    this.uint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  float64(value: number): void {
    this.reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** Sign, then the magnitude as bytes, least significant first. */
  bigint(value: bigint): void {
    this.byte(value < 0n ? 1 : 0);
    let hex = (value < 0n ? -value : value).toString(16);
    if (hex.length % 2 === 1) hex = '0' + hex;
    this.uint(hex.length / 2);
    for (let i = hex.length - 2; i >= 0; i -= 2) this.byte(parseInt(hex.slice(i, i + 2), 16));
  }

  /**
   * Length in code units and whether they are wide, then one or two bytes a unit. Strings of guests are any sequence of
   * UTF-16 code units; an encoding of code points could not keep a lone surrogate.
   */
  string(s: string): void {
    let wide = 0;
    for (let i = 0; i < s.length && wide === 0; i++) if (s.charCodeAt(i) > 255) wide = 1;
    this.byte(wide);
    this.uint(s.length);
    this.reserve(s.length << wide);
    for (let i = 0; i < s.length; i++) {
      const unit = s.charCodeAt(i);
      this.bytes[this.length++] = unit & 255;
      if (wide === 1) this.bytes[this.length++] = unit >> 8;
    }
  }

  append(other: ByteWriter): void {
    this.reserve(other.length);
    this.bytes.set(other.bytes.subarray(0, other.length), this.length);
    this.length += other.length;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
