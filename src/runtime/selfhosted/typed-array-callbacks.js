// %TypedArray%.prototype (ECMA-262 23.2.3): the methods that take a callback. Elements that a callback has made disappear read as
// undefined. Stores to typed arrays by the code that all kinds of arrays share take V8 seven times as long, so these have accesses of their own:
// 'private lists' (library.ts).

// 23.2.3.8
function TypedArrayPrototype_every(callback, thisArg) {
  'name: every';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'every');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  for (let k = 0; k < len; k++) if (!Call(callback, thisArg, this[k], k, this)) return false;
  return true;
}

// 23.2.3.10
function TypedArrayPrototype_filter(callback, thisArg) {
  'name: filter';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'filter');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  const kept = MakeList(0);
  for (let k = 0; k < len; k++) {
    const value = this[k];
    if (Call(callback, thisArg, value, k, this)) Append(kept, value);
  }
  const A = TypedArraySpeciesCreate(this, kept.length);
  for (let n = 0; n < kept.length; n++) A[n] = kept[n];
  return A;
}

// 23.2.3.11
function TypedArrayPrototype_find(predicate, thisArg) {
  'name: find';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'find');
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = 0; k < len; k++) {
    const value = this[k];
    if (Call(predicate, thisArg, value, k, this)) return value;
  }
  return undefined;
}

// 23.2.3.12
function TypedArrayPrototype_findIndex(predicate, thisArg) {
  'name: findIndex';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'findIndex');
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = 0; k < len; k++) if (Call(predicate, thisArg, this[k], k, this)) return k;
  return -1;
}

// 23.2.3.13
function TypedArrayPrototype_findLast(predicate, thisArg) {
  'name: findLast';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'findLast');
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = len - 1; k >= 0; k--) {
    const value = this[k];
    if (Call(predicate, thisArg, value, k, this)) return value;
  }
  return undefined;
}

// 23.2.3.14
function TypedArrayPrototype_findLastIndex(predicate, thisArg) {
  'name: findLastIndex';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'findLastIndex');
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = len - 1; k >= 0; k--) if (Call(predicate, thisArg, this[k], k, this)) return k;
  return -1;
}

// 23.2.3.15
function TypedArrayPrototype_forEach(callback, thisArg) {
  'name: forEach';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'forEach');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  for (let k = 0; k < len; k++) Call(callback, thisArg, this[k], k, this);
}

// 23.2.3.22
function TypedArrayPrototype_map(callback, thisArg) {
  'name: map';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'map');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  const A = TypedArraySpeciesCreate(this, len);
  for (let k = 0; k < len; k++) A[k] = Call(callback, thisArg, this[k], k, this);
  return A;
}

// 23.2.3.23
function TypedArrayPrototype_reduce(callback, ...initial) {
  'name: reduce';
  'private lists';
  const len = ValidateTypedArray(this, 'reduce');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  let k = 0;
  let accumulator;
  if (initial.length > 0) accumulator = initial[0];
  else if (len === 0) ThrowTypeError('Reduce of empty array with no initial value');
  else accumulator = this[k++];
  for (; k < len; k++) accumulator = Call(callback, undefined, accumulator, this[k], k, this);
  return accumulator;
}

// 23.2.3.24
function TypedArrayPrototype_reduceRight(callback, ...initial) {
  'name: reduceRight';
  'private lists';
  const len = ValidateTypedArray(this, 'reduceRight');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  let k = len - 1;
  let accumulator;
  if (initial.length > 0) accumulator = initial[0];
  else if (len === 0) ThrowTypeError('Reduce of empty array with no initial value');
  else accumulator = this[k--];
  for (; k >= 0; k--) accumulator = Call(callback, undefined, accumulator, this[k], k, this);
  return accumulator;
}

// 23.2.3.28
function TypedArrayPrototype_some(callback, thisArg) {
  'name: some';
  'length: 1';
  'private lists';
  const len = ValidateTypedArray(this, 'some');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  for (let k = 0; k < len; k++) if (Call(callback, thisArg, this[k], k, this)) return true;
  return false;
}
