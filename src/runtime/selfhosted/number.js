// Conversions of arguments for natives of Number, BigInt, Math, Symbol and others (recall.ts): what follows here converts
// an object and calls the native `f` again.

function Recall_number(f, self, value) {
  return Call(f, self, +value);
}

function Recall_numbers(f, self, x, y) {
  const first = +x;
  return Call(f, self, first, +y);
}

function Recall_numberList(f, self, list) {
  for (let i = 0; i < list.length; i++) list[i] = +list[i];
  return Apply(f, self, list);
}

function Recall_string(f, self, value) {
  return Call(f, self, `${value}`);
}

function Recall_key(f, self, index, list) {
  list[index] = ToPropertyKey(list[index]);
  return Apply(f, self, list);
}

// 19.2.5 parseInt: ToString(string), then ToInt32(radix).
function Recall_parseInt(f, self, string, radix) {
  const text = `${string}`;
  return Call(f, self, text, +radix);
}

// 21.1.1.1 Number ( value )
function NumberConstructor_call(value) {
  return NumberOfPrimitive(ToPrimitive(value, 'number'));
}

function NumberConstructor_construct(newTarget, value) {
  return NumberCreate(newTarget, NumberOfPrimitive(ToPrimitive(value, 'number')));
}

// 21.2.1.1 BigInt ( value )
function BigIntConstructor_call(value) {
  return BigIntOfPrimitive(ToPrimitive(value, 'number'));
}

// 21.2.2.1 BigInt.asIntN ( bits, bigint ) and its like: ToIndex(bits), then ToBigInt(bigint).
function BigIntStatic_recall(f, bits, bigint) {
  const index = ToIndexOfPrimitive(ToPrimitive(bits, 'number'));
  return Call(f, undefined, index, ToPrimitive(bigint, 'number'));
}
