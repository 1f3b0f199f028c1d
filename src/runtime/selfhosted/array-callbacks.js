// Array.prototype (ECMA-262 23.1.3), the methods that take a callback, but for sorting.
//
// `fast` says that the array was plain at the start (intrinsics: IsPlainArray): then a present element is told from a hole by its
// value first, and no accessor can be asked in the wrong order. The callback may change that later, which only matters to
// accessors that delete themselves.

// 23.1.3.6
function ArrayPrototype_every(callback, thisArg) {
  'name: every';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.every');
  const fast = IsPlainArray(O);
  const len = fast ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  for (let k = 0; k < len; k++) {
    if (!fast && !(k in O)) continue;
    const value = O[k];
    if (fast && value === undefined && !(k in O)) continue;
    if (!Call(callback, thisArg, value, k, O)) return false;
  }
  return true;
}

// 23.1.3.8
function ArrayPrototype_filter(callback, thisArg) {
  'name: filter';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.filter');
  const fast = IsPlainArray(O);
  const len = fast ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  if (HasDefaultSpecies(O)) {
    const A = MakeList(0);
    for (let k = 0; k < len; k++) {
      const value = O[k];
      if (value === undefined && !(k in O)) continue;
      if (Call(callback, thisArg, value, k, O)) Append(A, value);
    }
    return A;
  }
  const A = ArraySpeciesCreate(O, 0);
  let to = 0;
  for (let k = 0; k < len; k++) {
    if (!(k in O)) continue;
    const value = O[k];
    if (Call(callback, thisArg, value, k, O)) CreateDataProperty(A, to++, value);
  }
  return A;
}

// 23.1.3.9
function ArrayPrototype_find(predicate, thisArg) {
  'name: find';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.find');
  const len = IsPlainArray(O) ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = 0; k < len; k++) {
    const value = O[k];
    if (Call(predicate, thisArg, value, k, O)) return value;
  }
  return undefined;
}

// 23.1.3.10
function ArrayPrototype_findIndex(predicate, thisArg) {
  'name: findIndex';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.findIndex');
  const len = IsPlainArray(O) ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = 0; k < len; k++) if (Call(predicate, thisArg, O[k], k, O)) return k;
  return -1;
}

// 23.1.3.11
function ArrayPrototype_findLast(predicate, thisArg) {
  'name: findLast';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.findLast');
  const len = IsPlainArray(O) ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = len - 1; k >= 0; k--) {
    const value = O[k];
    if (Call(predicate, thisArg, value, k, O)) return value;
  }
  return undefined;
}

// 23.1.3.12
function ArrayPrototype_findLastIndex(predicate, thisArg) {
  'name: findLastIndex';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.findLastIndex');
  const len = IsPlainArray(O) ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(predicate)) ThrowNotFunction(predicate);
  for (let k = len - 1; k >= 0; k--) if (Call(predicate, thisArg, O[k], k, O)) return k;
  return -1;
}

// 23.1.3.13
function ArrayPrototype_flat(depth) {
  'name: flat';
  'length: 0';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const levels = depth === undefined ? 1 : ToIntegerOrInfinity(+depth);
  const A = ArraySpeciesCreate(O, 0);
  FlattenIntoArray(A, O, len, 0, levels > 0 ? levels : 0, undefined, undefined);
  return A;
}

// 23.1.3.13.1
function FlattenIntoArray(target, source, sourceLen, start, depth, mapper, thisArg) {
  let targetIndex = start;
  for (let k = 0; k < sourceLen; k++) {
    if (!(k in source)) continue;
    let element = source[k];
    if (mapper !== undefined) element = Call(mapper, thisArg, element, k, source);
    if (depth > 0 && IsArray(element)) {
      targetIndex = FlattenIntoArray(target, element, LengthOfArrayLike(element), targetIndex, depth - 1, undefined, undefined);
    } else {
      if (targetIndex >= 9007199254740991) ThrowTypeError('Invalid array length');
      CreateDataProperty(target, targetIndex++, element);
    }
  }
  return targetIndex;
}

// 23.1.3.14
function ArrayPrototype_flatMap(mapper, thisArg) {
  'name: flatMap';
  'length: 1';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!IsCallable(mapper)) ThrowTypeError('flatMap mapper function is not callable');
  const A = ArraySpeciesCreate(O, 0);
  FlattenIntoArray(A, O, len, 0, 1, mapper, thisArg);
  return A;
}

// 23.1.3.15
function ArrayPrototype_forEach(callback, thisArg) {
  'name: forEach';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.forEach');
  const fast = IsPlainArray(O);
  const len = fast ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  for (let k = 0; k < len; k++) {
    if (!fast && !(k in O)) continue;
    const value = O[k];
    if (fast && value === undefined && !(k in O)) continue;
    Call(callback, thisArg, value, k, O);
  }
}

// 23.1.3.21. The result is allocated at once, filled: writing its elements then never asks a prototype.
function ArrayPrototype_map(callback, thisArg) {
  'name: map';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.map');
  const fast = IsPlainArray(O);
  const len = fast ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  if (len <= 1048576 && HasDefaultSpecies(O)) {
    const A = MakeList(len);
    for (let k = 0; k < len; k++) {
      const value = O[k];
      if (value === undefined && !(k in O)) delete A[k];
      else A[k] = Call(callback, thisArg, value, k, O);
    }
    return A;
  }
  const A = ArraySpeciesCreate(O, len);
  for (let k = 0; k < len; k++) if (k in O) CreateDataProperty(A, k, Call(callback, thisArg, O[k], k, O));
  return A;
}

// 23.1.3.24
function ArrayPrototype_reduce(callback, ...initial) {
  'name: reduce';
  const O = ToObject(this, 'Array.prototype.reduce');
  const fast = IsPlainArray(O);
  const len = fast ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  let k = 0;
  let accumulator;
  if (initial.length > 0) {
    accumulator = initial[0];
  } else {
    while (k < len && !(k in O)) k++;
    if (k >= len) ThrowTypeError('Reduce of empty array with no initial value');
    accumulator = O[k++];
  }
  for (; k < len; k++) {
    if (!fast && !(k in O)) continue;
    const value = O[k];
    if (fast && value === undefined && !(k in O)) continue;
    accumulator = Call(callback, undefined, accumulator, value, k, O);
  }
  return accumulator;
}

// 23.1.3.25
function ArrayPrototype_reduceRight(callback, ...initial) {
  'name: reduceRight';
  const O = ToObject(this, 'Array.prototype.reduceRight');
  const len = LengthOfArrayLike(O);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  let k = len - 1;
  let accumulator;
  if (initial.length > 0) {
    accumulator = initial[0];
  } else {
    while (k >= 0 && !(k in O)) k--;
    if (k < 0) ThrowTypeError('Reduce of empty array with no initial value');
    accumulator = O[k--];
  }
  for (; k >= 0; k--) if (k in O) accumulator = Call(callback, undefined, accumulator, O[k], k, O);
  return accumulator;
}

// 23.1.3.29
function ArrayPrototype_some(callback, thisArg) {
  'name: some';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.some');
  const fast = IsPlainArray(O);
  const len = fast ? O.length : LengthOfArrayLike(O);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  for (let k = 0; k < len; k++) {
    if (!fast && !(k in O)) continue;
    const value = O[k];
    if (fast && value === undefined && !(k in O)) continue;
    if (Call(callback, thisArg, value, k, O)) return true;
  }
  return false;
}
