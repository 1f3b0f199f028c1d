// What the `profile` word of an instruction says: bits of the kinds of operands seen that its fast path does not cover.
// Zero means that only the fast path has run (numbers for operators; objects for GetProp; a packed or dense read of an
// array by a number within bounds for GetElem), or that the instruction has never run (see the counts of its block).
export const Seen = {
  /** Operators: a string operand. GetProp, GetLength, GetElem: a string receiver. */
  string: 1,
  /** A bigint operand, or a bigint receiver. */
  bigint: 2,
  /** Operators: undefined, null, boolean or symbol. Property access: another primitive receiver. */
  primitive: 4,
  /** Operators: an object. GetLength: an object that is not an array. GetElem, SetElem: a receiver that is not an array. */
  object: 8,
  /** GetElem, SetElem: a string key. */
  stringKey: 16,
  /** GetElem, SetElem: a key that is neither a number nor a string. */
  otherKey: 32,
  /** GetElem: a hole, or an index out of bounds. SetElem: a write at or beyond the length. */
  outOfBounds: 64,
  /** The number fast path has run too (set together with another bit only by the slow path). */
  number: 128,
  /** GetLength: a typed array. */
  view: 512,
  /** Traps happened here in compiled code again and again (tiering/tier.ts): the next compilation takes an explicit path. */
  trapped: 256,
  /** GetLength: an array beside strings. Only compiled code that relied on strings tells, since arrays take the fast path. */
  array: 1024,
  /** Property access: a Proxy as the receiver. This bit and the next are above all others: the interpreter's loop compares. */
  proxy: 2048,
  /** Property access: a Proxy on the prototype chain of the receiver. */
  proxyInherited: 4096,
} as const;
