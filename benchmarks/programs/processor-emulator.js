// A big function: an emulator of an 8-bit processor whose loop is one large switch, running machine code from an assembler.
//
// The machine has an accumulator, two index registers, flags, a stack, and 64 KB of memory in a Uint8Array. Its programs
// compute primes, sort and multiply; their results are compared with the same computed directly.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(100 * SCALE));

const MNEMONICS = [
  'LDA #', 'LDA n', 'LDA n,X', 'LDA n,Y', 'LDX #', 'LDX n', 'LDY #', 'LDY n', 'STA n', 'STA n,X', 'STA n,Y', 'STX n', 'STY n',
  'TAX', 'TAY', 'TXA', 'TYA', 'INX', 'INY', 'DEX', 'DEY', 'INC n', 'DEC n', 'INC n,X', 'ADC #', 'ADC n', 'ADC n,X', 'SBC #', 'SBC n',
  'AND #', 'ORA n', 'EOR n', 'EOR #', 'ASL', 'LSR', 'ROL n', 'ROR n', 'CMP #', 'CMP n', 'CMP n,X', 'CPX #', 'CPX n', 'CPY #', 'CPY n',
  'JMP n', 'JSR n', 'RTS', 'BEQ n', 'BNE n', 'BCC n', 'BCS n', 'BMI n', 'BPL n', 'PHA', 'PLA', 'CLC', 'SEC', 'OUT', 'HLT', 'NOP',
];
const CODES = new Map(MNEMONICS.map((mnemonic, code) => [mnemonic, code]));

/** Two passes: labels first, then bytes. Operands take two bytes, immediate ones one. */
function assemble(source, origin = 0x200) {
  const lines = source.split('\n').map((line) => line.split(';')[0].trim()).filter((line) => line !== '');
  const labels = new Map();
  const parsed = [];
  let at = origin;
  for (const line of lines) {
    const label = /^(\w+):$/.exec(line);
    if (label !== null) {
      labels.set(label[1], at);
      continue;
    }
    const equal = /^(\w+) = (\d+)$/.exec(line);
    if (equal !== null) {
      labels.set(equal[1], Number(equal[2]));
      continue;
    }
    const [, name, immediate, operand, index = ''] = /^([A-Z]{3})(?: (#?)(\w+)(,[XY])?)?$/.exec(line) ?? [];
    const mnemonic = operand === undefined ? name : immediate === '#' ? `${name} #` : `${name} n${index}`;
    const code = CODES.get(mnemonic);
    if (code === undefined) throw new SyntaxError(`cannot assemble '${line}'`);
    const size = operand === undefined ? 1 : immediate === '#' ? 2 : 3;
    parsed.push({ code, operand, size });
    at += size;
  }
  const bytes = [];
  for (const { code, operand, size } of parsed) {
    bytes.push(code);
    if (size === 1) continue;
    const value = /^\d+$/.test(operand) ? Number(operand) : labels.get(operand);
    if (value === undefined) throw new SyntaxError(`there is no label '${operand}'`);
    bytes.push(value & 255);
    if (size === 3) bytes.push(value >> 8);
  }
  return { bytes, origin };
}

class Processor {
  constructor() {
    this.memory = new Uint8Array(0x10000);
    this.output = [];
    this.cycles = 0;
  }

  load({ bytes, origin }) {
    this.memory.set(bytes, origin);
    return this;
  }

  run(start) {
    const { memory, output } = this;
    let pc = start;
    let a = 0;
    let x = 0;
    let y = 0;
    let sp = 0xff;
    let zero = 0;
    let negative = 0;
    let carry = 0;
    let cycles = 0;
    for (;;) {
      cycles++;
      const op = memory[pc];
      const low = memory[pc + 1];
      const address = low | (memory[pc + 2] << 8);
      switch (op) {
        case 0: a = low; zero = a; negative = a; pc += 2; break;
        case 1: a = memory[address]; zero = a; negative = a; pc += 3; break;
        case 2: a = memory[(address + x) & 0xffff]; zero = a; negative = a; pc += 3; break;
        case 3: a = memory[(address + y) & 0xffff]; zero = a; negative = a; pc += 3; break;
        case 4: x = low; zero = x; negative = x; pc += 2; break;
        case 5: x = memory[address]; zero = x; negative = x; pc += 3; break;
        case 6: y = low; zero = y; negative = y; pc += 2; break;
        case 7: y = memory[address]; zero = y; negative = y; pc += 3; break;
        case 8: memory[address] = a; pc += 3; break;
        case 9: memory[(address + x) & 0xffff] = a; pc += 3; break;
        case 10: memory[(address + y) & 0xffff] = a; pc += 3; break;
        case 11: memory[address] = x; pc += 3; break;
        case 12: memory[address] = y; pc += 3; break;
        case 13: x = a; zero = x; negative = x; pc++; break;
        case 14: y = a; zero = y; negative = y; pc++; break;
        case 15: a = x; zero = a; negative = a; pc++; break;
        case 16: a = y; zero = a; negative = a; pc++; break;
        case 17: x = (x + 1) & 255; zero = x; negative = x; pc++; break;
        case 18: y = (y + 1) & 255; zero = y; negative = y; pc++; break;
        case 19: x = (x - 1) & 255; zero = x; negative = x; pc++; break;
        case 20: y = (y - 1) & 255; zero = y; negative = y; pc++; break;
        case 21: zero = negative = memory[address] = (memory[address] + 1) & 255; pc += 3; break;
        case 22: zero = negative = memory[address] = (memory[address] - 1) & 255; pc += 3; break;
        case 23: {
          const at = (address + x) & 0xffff;
          zero = negative = memory[at] = (memory[at] + 1) & 255;
          pc += 3;
          break;
        }
        case 24: { const sum = a + low + carry; carry = sum >> 8; a = sum & 255; zero = a; negative = a; pc += 2; break; }
        case 25: { const sum = a + memory[address] + carry; carry = sum >> 8; a = sum & 255; zero = a; negative = a; pc += 3; break; }
        case 26: { const sum = a + memory[(address + x) & 0xffff] + carry; carry = sum >> 8; a = sum & 255; zero = a; negative = a; pc += 3; break; }
        case 27: { const sum = a + (255 - low) + carry; carry = sum >> 8; a = sum & 255; zero = a; negative = a; pc += 2; break; }
        case 28: { const sum = a + (255 - memory[address]) + carry; carry = sum >> 8; a = sum & 255; zero = a; negative = a; pc += 3; break; }
        case 29: a &= low; zero = a; negative = a; pc += 2; break;
        case 30: a |= memory[address]; zero = a; negative = a; pc += 3; break;
        case 31: a ^= memory[address]; zero = a; negative = a; pc += 3; break;
        case 32: a ^= low; zero = a; negative = a; pc += 2; break;
        case 33: carry = a >> 7; a = (a << 1) & 255; zero = a; negative = a; pc++; break;
        case 34: carry = a & 1; a >>= 1; zero = a; negative = a; pc++; break;
        case 35: { const value = (memory[address] << 1) | carry; carry = value >> 8; zero = negative = memory[address] = value & 255; pc += 3; break; }
        case 36: { const value = memory[address] | (carry << 8); carry = value & 1; zero = negative = memory[address] = value >> 1; pc += 3; break; }
        case 37: zero = negative = (a - low) & 255; carry = a >= low ? 1 : 0; pc += 2; break;
        case 38: zero = negative = (a - memory[address]) & 255; carry = a >= memory[address] ? 1 : 0; pc += 3; break;
        case 39: { const value = memory[(address + x) & 0xffff]; zero = negative = (a - value) & 255; carry = a >= value ? 1 : 0; pc += 3; break; }
        case 40: zero = negative = (x - low) & 255; carry = x >= low ? 1 : 0; pc += 2; break;
        case 41: zero = negative = (x - memory[address]) & 255; carry = x >= memory[address] ? 1 : 0; pc += 3; break;
        case 42: zero = negative = (y - low) & 255; carry = y >= low ? 1 : 0; pc += 2; break;
        case 43: zero = negative = (y - memory[address]) & 255; carry = y >= memory[address] ? 1 : 0; pc += 3; break;
        case 44: pc = address; break;
        case 45: {
          const back = pc + 3;
          memory[0x100 + sp] = back >> 8;
          sp = (sp - 1) & 255;
          memory[0x100 + sp] = back & 255;
          sp = (sp - 1) & 255;
          pc = address;
          break;
        }
        case 46:
          sp = (sp + 1) & 255;
          pc = memory[0x100 + sp];
          sp = (sp + 1) & 255;
          pc |= memory[0x100 + sp] << 8;
          break;
        case 47: pc = zero === 0 ? address : pc + 3; break;
        case 48: pc = zero !== 0 ? address : pc + 3; break;
        case 49: pc = carry === 0 ? address : pc + 3; break;
        case 50: pc = carry !== 0 ? address : pc + 3; break;
        case 51: pc = negative >= 128 ? address : pc + 3; break;
        case 52: pc = negative < 128 ? address : pc + 3; break;
        case 53: memory[0x100 + sp] = a; sp = (sp - 1) & 255; pc++; break;
        case 54: sp = (sp + 1) & 255; a = memory[0x100 + sp]; zero = a; negative = a; pc++; break;
        case 55: carry = 0; pc++; break;
        case 56: carry = 1; pc++; break;
        case 57: output.push(a); pc++; break;
        case 58: this.cycles += cycles; return;
        case 59: pc++; break;
        default: throw new Error(`no instruction has the code ${op} at ${pc}`);
      }
    }
  }
}

/** Crosses out multiples in 4096.., and puts out the primes below 250. */
const SIEVE = `
  LDX #2
next:
  LDA 4096,X
  BNE skip
  TXA
  OUT
  STX step
  TXA
cross:
  CLC
  ADC step
  BCS skip
  TAY
  LDA #1
  STA 4096,Y
  TYA
  JMP cross
skip:
  INX
  CPX #250
  BNE next
  HLT
  step = 16
`;

/** Sorts 200 bytes at 4352 by exchanging neighbours. */
const SORT = `
  LDA #199
  STA limit
pass:
  LDX #0
  LDA #0
  STA moved
step:
  LDA 4352,X
  STA left
  LDA 4353,X
  CMP left
  BCS ordered
  STA 4352,X
  LDA left
  STA 4353,X
  INC moved
ordered:
  INX
  CPX limit
  BNE step
  DEC limit
  BEQ end
  LDA moved
  BNE pass
end:
  HLT
  left = 17
  limit = 18
  moved = 19
`;

/** The checksum of products: for x from 1 to 200 adds x * (x xor seed) into 16 bits at sum. */
const MULTIPLY = `
  LDA #0
  STA sum
  STA sumHigh
  LDX #1
loop:
  STX factor
  TXA
  EOR seed
  STA other
  JSR multiply
  CLC
  LDA sum
  ADC product
  STA sum
  LDA sumHigh
  ADC productHigh
  STA sumHigh
  INX
  CPX #201
  BNE loop
  LDA sum
  OUT
  LDA sumHigh
  OUT
  HLT
multiply:
  LDA #0
  STA product
  STA productHigh
  STA factorHigh
  LDY #8
bit:
  LDA other
  LSR
  STA other
  BCC shift
  CLC
  LDA product
  ADC factor
  STA product
  LDA productHigh
  ADC factorHigh
  STA productHigh
shift:
  CLC
  ROL factor
  ROL factorHigh
  DEY
  BNE bit
  RTS
  factor = 20
  factorHigh = 21
  other = 22
  product = 23
  productHigh = 24
  sum = 25
  sumHigh = 26
  seed = 27
`;

const sieve = assemble(SIEVE);
const sort = assemble(SORT, 0x400);
const multiply = assemble(MULTIPLY, 0x600);

let cycles = 0;
let checksum = 0;
for (let round = 0; round < ROUNDS; round++) {
  const processor = new Processor().load(sieve).load(sort).load(multiply);
  const { memory, output } = processor;
  processor.run(0x200);
  const primes = Array.from({ length: 250 }, (_, n) => n).filter((n) => n > 1 && !Array.from({ length: 15 }, (_, d) => d + 2).some((d) => d < n && n % d === 0));
  if (output.join() !== primes.join()) throw new Error(`wrong primes: ${output}`);

  for (let i = 0; i < 200; i++) memory[4352 + i] = (i * 97 + round * 31) ^ (i >> 2);
  const expected = memory.slice(4352, 4552).sort();
  processor.run(0x400);
  if (expected.some((value, i) => value !== memory[4352 + i])) throw new Error('the bytes are not sorted');

  output.length = 0;
  memory[27] = round;
  processor.run(0x600);
  let sum = 0;
  for (let x = 1; x <= 200; x++) sum = (sum + x * (x ^ (round & 255))) & 0xffff;
  if (output[0] + 256 * output[1] !== sum) throw new Error(`${output} instead of ${sum}`);
  cycles += processor.cycles;
  checksum = (Math.imul(checksum, 31) + sum) | 0;
}
console.log(`processor-emulator: ${ROUNDS} rounds, ${cycles} instructions, checksum ${checksum}`);
