// A p-code machine: an assembler and a stack machine with a big switch, running programs of its own.
//
// A virtual machine inside the virtual machine. Shows: a dispatch loop over a dense switch, an operand stack in an
// array, parsing with regular expressions, tables of constants.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const PRIMES_UP_TO = 60_000 * SCALE;
const FIBONACCI_OF = 23 + Math.round(Math.log2(SCALE) / Math.log2(1.618));
const COLLATZ_UP_TO = 4_500 * SCALE;
const SORT_COUNT = Math.round(400 * Math.sqrt(SCALE));

const MNEMONICS = [
  'halt', 'push', 'pop', 'dup', 'swap', 'over',
  'add', 'sub', 'mul', 'div', 'mod', 'neg',
  'eq', 'lt', 'gt', 'not',
  'jump', 'jz', 'jnz', 'call', 'ret', 'enter', 'leave',
  'load', 'store', 'arg', 'local', 'setlocal', 'print',
];
const OPCODES = Object.fromEntries(MNEMONICS.map((mnemonic, code) => [mnemonic, code]));
const WITH_OPERAND = new Set(['push', 'jump', 'jz', 'jnz', 'call', 'enter', 'leave', 'arg', 'local', 'setlocal']);

class AssemblyError extends Error {}

/** Translates assembly text into numbers. A line is `label:` or `mnemonic [operand]`; `;` starts a comment. */
function assemble(source, constants = {}) {
  const code = [];
  const labels = new Map();
  const uses = [];
  source.split('\n').forEach((text, index) => {
    const line = text.replace(/;.*/, '').trim();
    if (line === '') return;
    const label = /^(\w+):$/.exec(line);
    if (label !== null) {
      labels.set(label[1], code.length);
      return;
    }
    const [mnemonic, operand] = line.split(/\s+/);
    if (!(mnemonic in OPCODES)) throw new AssemblyError(`line ${index + 1}: unknown instruction ${mnemonic}`);
    if (WITH_OPERAND.has(mnemonic) !== (operand !== undefined)) throw new AssemblyError(`line ${index + 1}: operand?`);
    code.push(OPCODES[mnemonic]);
    if (operand === undefined) return;
    if (/^-?\d+$/.test(operand)) {
      code.push(Number(operand));
    } else if (operand in constants) {
      code.push(constants[operand]);
    } else {
      uses.push({ at: code.length, label: operand, line: index + 1 });
      code.push(0);
    }
  });
  for (const { at, label, line } of uses) {
    if (!labels.has(label)) throw new AssemblyError(`line ${line}: unknown label ${label}`);
    code[at] = labels.get(label);
  }
  return code;
}

class Machine {
  constructor(code, memorySize = 0) {
    this.code = code;
    this.memory = new Array(memorySize).fill(0);
    this.stack = [];
    this.output = [];
    this.steps = 0;
  }

  run() {
    const { code, memory, stack, output } = this;
    let pc = 0;
    let sp = 0; // the stack grows upwards: stack[sp - 1] is on top
    let fp = 0; // where the locals of the running procedure begin
    let steps = 0;
    for (;;) {
      steps++;
      switch (code[pc++]) {
        case 0: // halt
          this.steps = steps;
          return output;
        case 1: // push
          stack[sp++] = code[pc++];
          break;
        case 2: // pop
          sp--;
          break;
        case 3: // dup
          stack[sp] = stack[sp - 1];
          sp++;
          break;
        case 4: { // swap
          const top = stack[sp - 1];
          stack[sp - 1] = stack[sp - 2];
          stack[sp - 2] = top;
          break;
        }
        case 5: // over
          stack[sp] = stack[sp - 2];
          sp++;
          break;
        case 6: // add
          sp--;
          stack[sp - 1] += stack[sp];
          break;
        case 7: // sub
          sp--;
          stack[sp - 1] -= stack[sp];
          break;
        case 8: // mul
          sp--;
          stack[sp - 1] *= stack[sp];
          break;
        case 9: // div
          sp--;
          stack[sp - 1] = Math.trunc(stack[sp - 1] / stack[sp]);
          break;
        case 10: // mod
          sp--;
          stack[sp - 1] %= stack[sp];
          break;
        case 11: // neg
          stack[sp - 1] = -stack[sp - 1];
          break;
        case 12: // eq
          sp--;
          stack[sp - 1] = stack[sp - 1] === stack[sp] ? 1 : 0;
          break;
        case 13: // lt
          sp--;
          stack[sp - 1] = stack[sp - 1] < stack[sp] ? 1 : 0;
          break;
        case 14: // gt
          sp--;
          stack[sp - 1] = stack[sp - 1] > stack[sp] ? 1 : 0;
          break;
        case 15: // not
          stack[sp - 1] = stack[sp - 1] === 0 ? 1 : 0;
          break;
        case 16: // jump
          pc = code[pc];
          break;
        case 17: // jz
          pc = stack[--sp] === 0 ? code[pc] : pc + 1;
          break;
        case 18: // jnz
          pc = stack[--sp] !== 0 ? code[pc] : pc + 1;
          break;
        case 19: // call
          stack[sp++] = pc + 1;
          pc = code[pc];
          break;
        case 20: // ret
          pc = stack[--sp];
          break;
        case 21: { // enter: saves the frame pointer and makes room for so many locals
          const locals = code[pc++];
          stack[sp++] = fp;
          fp = sp;
          for (let i = 0; i < locals; i++) stack[sp++] = 0;
          break;
        }
        case 22: { // leave: returns the top of the stack and takes so many arguments away
          const count = code[pc++];
          const result = stack[sp - 1];
          const base = fp;
          fp = stack[base - 1];
          pc = stack[base - 2];
          sp = base - 2 - count;
          stack[sp++] = result;
          break;
        }
        case 23: // load
          stack[sp - 1] = memory[stack[sp - 1]];
          break;
        case 24: // store: value, address
          sp -= 2;
          memory[stack[sp + 1]] = stack[sp];
          break;
        case 25: // arg: 0 is the last argument
          stack[sp++] = stack[fp - 3 - code[pc++]];
          break;
        case 26: // local
          stack[sp++] = stack[fp + code[pc++]];
          break;
        case 27: // setlocal
          stack[fp + code[pc++]] = stack[--sp];
          break;
        case 28: // print
          output.push(stack[--sp]);
          break;
        default:
          throw new Error(`bad instruction ${code[pc - 1]} at ${pc - 1}`);
      }
    }
  }
}

const PRIMES = `
    call main
    halt
  main:
    enter 3             ; n, multiple, count
    push 2
    setlocal 0
  next:
    local 0
    push LIMIT
    gt
    jnz done
    local 0
    load
    jnz composite
    local 2
    push 1
    add
    setlocal 2
    local 0
    dup
    mul
    setlocal 1
  strike:
    local 1
    push LIMIT
    gt
    jnz composite
    push 1
    local 1
    store
    local 1
    local 0
    add
    setlocal 1
    jump strike
  composite:
    local 0
    push 1
    add
    setlocal 0
    jump next
  done:
    local 2
    print
    push 0
    leave 0
`;

const FIBONACCI = `
    push N
    call fib
    print
    halt
  fib:
    enter 0
    arg 0
    push 2
    lt
    jnz small
    arg 0
    push 1
    sub
    call fib
    arg 0
    push 2
    sub
    call fib
    add
    leave 1
  small:
    arg 0
    leave 1
`;

const COLLATZ = `
    call main
    halt
  main:
    enter 4             ; n, best, length of best, length
    push 1
    setlocal 0
  next:
    local 0
    push LIMIT
    gt
    jnz done
    local 0
    push 1
    setlocal 3
  step:                 ; the number is on the stack
    dup
    push 1
    eq
    jnz reached
    local 3
    push 1
    add
    setlocal 3
    dup
    push 2
    mod
    jz even
    push 3
    mul
    push 1
    add
    jump step
  even:
    push 2
    div
    jump step
  reached:
    pop
    local 3
    local 2
    gt
    jz worse
    local 3
    setlocal 2
    local 0
    setlocal 1
  worse:
    local 0
    push 1
    add
    setlocal 0
    jump next
  done:
    local 1
    print
    local 2
    print
    push 0
    leave 0
`;

const BUBBLE_SORT = `
    call fill
    pop
    call sort
    pop
    push 0
    load
    print
    push MIDDLE
    load
    print
    push LAST
    load
    print
    halt
  fill:
    enter 2             ; i, state
    push 1
    setlocal 1
  fillnext:
    local 0
    push COUNT
    lt
    jz filled
    local 1
    push 421
    mul
    push 1663
    add
    push 7875
    mod
    setlocal 1
    local 1
    local 0
    store
    local 0
    push 1
    add
    setlocal 0
    jump fillnext
  filled:
    push 0
    leave 0
  sort:
    enter 2             ; i, end
    push LAST
    setlocal 1
  pass:
    local 1
    jz sorted
    push 0
    setlocal 0
  pair:
    local 0
    local 1
    lt
    jz passed
    local 0
    load
    local 0
    push 1
    add
    load
    over
    over
    gt
    jz inorder
    local 0
    store
    local 0
    push 1
    add
    store
    jump advance
  inorder:
    pop
    pop
  advance:
    local 0
    push 1
    add
    setlocal 0
    jump pair
  passed:
    local 1
    push 1
    sub
    setlocal 1
    jump pass
  sorted:
    push 0
    leave 0
`;

const programs = [
  { name: 'primes', source: PRIMES, constants: { LIMIT: PRIMES_UP_TO }, memory: PRIMES_UP_TO + 1 },
  { name: 'fibonacci', source: FIBONACCI, constants: { N: FIBONACCI_OF } },
  { name: 'collatz', source: COLLATZ, constants: { LIMIT: COLLATZ_UP_TO } },
  {
    name: 'bubble sort',
    source: BUBBLE_SORT,
    constants: { COUNT: SORT_COUNT, MIDDLE: SORT_COUNT >> 1, LAST: SORT_COUNT - 1 },
    memory: SORT_COUNT,
  },
];

let total = 0;
for (const { name, source, constants, memory } of programs) {
  const code = assemble(source, constants);
  const machine = new Machine(code, memory);
  const output = machine.run();
  total += machine.steps;
  console.log(`${name}: ${output.join(', ')} (${code.length} words of code, ${machine.steps} steps)`);
}
console.log(`stack-machine: ${total} steps`);

try {
  assemble('push 1\njump nowhere');
} catch (error) {
  console.log(`${error instanceof AssemblyError ? 'assembly error' : error.name}: ${error.message}`);
}
