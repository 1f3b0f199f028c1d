// Array.prototype (ECMA-262 23.1.3), the methods that take no callback, and Array.from and Array.of. Where a native has a fast
// path on plain arrays (intrinsics/array-fast.ts), the function here is what it ends in for everything else.

// A relative index clamped to 0..len, as `start` of slice; undefined counts as 0.
function RelativeStart(value, len) {
  const relative = ToIntegerOrInfinity(+value);
  if (relative < 0) return len + relative > 0 ? len + relative : 0;
  return relative < len ? relative : len;
}

// The same as `end` of slice; undefined counts as len.
function RelativeEnd(value, len) {
  return value === undefined ? len : RelativeStart(value, len);
}

// 10.4.2.2 ArraySpeciesCreate
function ArraySpeciesCreate(original, length) {
  if (HasDefaultSpecies(original)) return ArrayCreate(length);
  if (!IsArray(original)) return ArrayCreate(length);
  let C = original.constructor;
  if (IsArrayConstructorElsewhere(C)) C = undefined;
  if (IsObject(C)) {
    C = C[SymbolSpecies];
    if (C === null) C = undefined;
  }
  if (C === undefined) return ArrayCreate(length);
  if (!IsConstructor(C)) ThrowTypeError('object.constructor[Symbol.species] is not a constructor');
  return Construct(C, length);
}

// 23.1.2.1 Array.from
function ArrayStatic_from(items, mapper, thisArg) {
  'name: from';
  'length: 1';
  const C = this;
  if (mapper !== undefined && !IsCallable(mapper)) ThrowNotFunction(mapper);
  if (items === undefined || items === null) {
    ThrowTypeError(`${items === null ? 'object null' : 'undefined'} is not iterable (cannot read property Symbol(Symbol.iterator))`);
  }
  const method = items[SymbolIterator];
  if (method !== undefined && method !== null && !IsCallable(method)) {
    ThrowTypeError('%Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function');
  }
  if (method === undefined || method === null) return Array_fromArrayLike(C, ToObject(items), mapper, thisArg);
  if (C === Array && IteratesFast(items)) return Array_fromPlain(items, mapper, thisArg);
  const A = IsConstructor(C) ? Construct(C) : ArrayCreate(0);
  const iterator = Call(method, items);
  if (!IsObject(iterator)) ThrowTypeError('Result of the Symbol.iterator method is not an object');
  const next = iterator.next;
  let k = 0;
  if (C === Array && mapper === undefined) {
    if (AppendSteps(A, iterator, next)) return A;
    k = A.length;
  }
  for (; ; k++) {
    const value = NextValue(iterator, next);
    if (value === IterationEnd) {
      A.length = k;
      return A;
    }
    try {
      CreateDataProperty(A, k, mapper === undefined ? value : Call(mapper, thisArg, value, k));
    } catch (error) {
      CloseOnThrow(iterator);
      throw error;
    }
  }
}

// Of a plain array that is iterated by index, into an ordinary array.
function Array_fromPlain(items, mapper, thisArg) {
  const A = MakeList(items.length);
  if (mapper === undefined) {
    for (let k = 0; k < items.length; k++) A[k] = items[k];
    return A;
  }
  // The mapper can change the array, and the iteration goes by its length of the moment.
  let k = 0;
  for (; k < items.length; k++) {
    const value = Call(mapper, thisArg, items[k], k);
    if (k < A.length) A[k] = value;
    else Append(A, value);
  }
  A.length = k;
  return A;
}

function Array_fromArrayLike(C, source, mapper, thisArg) {
  const len = LengthOfArrayLike(source);
  if (C === Array && len <= 1048576) {
    const A = MakeList(len);
    if (mapper === undefined) for (let k = 0; k < len; k++) A[k] = source[k];
    else for (let k = 0; k < len; k++) A[k] = Call(mapper, thisArg, source[k], k);
    return A;
  }
  const A = IsConstructor(C) ? Construct(C, len) : ArrayCreate(len);
  for (let k = 0; k < len; k++) {
    const value = source[k];
    CreateDataProperty(A, k, mapper === undefined ? value : Call(mapper, thisArg, value, k));
  }
  A.length = len;
  return A;
}

// 23.1.2.3 Array.of
function ArrayStatic_of(...items) {
  'name: of';
  const C = this;
  const len = items.length;
  const A = IsConstructor(C) ? Construct(C, len) : ArrayCreate(len);
  for (let k = 0; k < len; k++) CreateDataProperty(A, k, items[k]);
  A.length = len;
  return A;
}

// 23.1.3.1
function ArrayPrototype_at(index) {
  'name: at';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const relative = ToIntegerOrInfinity(+index);
  const k = relative < 0 ? len + relative : relative;
  return k < 0 || k >= len ? undefined : O[k];
}

// 23.1.3.2
function ArrayPrototype_concat(...items) {
  'name: concat';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.concat');
  const A = ArraySpeciesCreate(O, 0);
  let n = Array_concatOne(A, 0, O);
  for (let i = 0; i < items.length; i++) n = Array_concatOne(A, n, items[i]);
  A.length = n;
  return A;
}

function Array_concatOne(A, n, E) {
  if (IsConcatSpreadable(E)) {
    const len = LengthOfArrayLike(E);
    if (n + len > 9007199254740991) ThrowTypeError('Invalid array length');
    for (let k = 0; k < len; k++) if (k in E) CreateDataProperty(A, n + k, E[k]);
    return n + len;
  }
  if (n >= 9007199254740991) ThrowTypeError('Invalid array length');
  CreateDataProperty(A, n, E);
  return n + 1;
}

// 23.1.3.2.1
function IsConcatSpreadable(O) {
  if (!IsObject(O)) return false;
  const spreadable = O[SymbolIsConcatSpreadable];
  return spreadable !== undefined ? !!spreadable : IsArray(O);
}

// 23.1.3.4
function ArrayPrototype_copyWithin(target, start, end) {
  'name: copyWithin';
  'length: 2';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  let to = RelativeStart(target, len);
  let from = RelativeStart(start, len);
  const final = RelativeEnd(end, len);
  let count = final - from < len - to ? final - from : len - to;
  let direction = 1;
  if (from < to && to < from + count) {
    direction = -1;
    from += count - 1;
    to += count - 1;
  }
  for (; count > 0; count--) {
    if (from in O) O[to] = O[from];
    else delete O[to];
    from += direction;
    to += direction;
  }
  return O;
}

// 23.1.3.7
function ArrayPrototype_fill(value, start, end) {
  'name: fill';
  'length: 1';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  let k = RelativeStart(start, len);
  const final = RelativeEnd(end, len);
  for (; k < final; k++) O[k] = value;
  return O;
}

// 23.1.3.16
function ArrayPrototype_includes(searchElement, fromIndex) {
  'name: includes';
  'length: 1';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) return false;
  for (let k = RelativeStart(fromIndex, len); k < len; k++) if (SameValueZero(O[k], searchElement)) return true;
  return false;
}

// 23.1.3.17
function ArrayPrototype_indexOf(searchElement, fromIndex) {
  'name: indexOf';
  'length: 1';
  const O = ToObject(this, 'Array.prototype.indexOf');
  const len = LengthOfArrayLike(O);
  if (len === 0) return -1;
  for (let k = RelativeStart(fromIndex, len); k < len; k++) if (k in O && O[k] === searchElement) return k;
  return -1;
}

// 23.1.3.20
function ArrayPrototype_lastIndexOf(searchElement, ...rest) {
  'name: lastIndexOf';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) return -1;
  let k = len - 1;
  if (rest.length > 0) {
    const n = ToIntegerOrInfinity(+rest[0]);
    if (n < 0) k = len + n;
    else if (n < k) k = n;
  }
  for (; k >= 0; k--) if (k in O && O[k] === searchElement) return k;
  return -1;
}

// 23.1.3.18. As in V8, an array that is being joined counts as empty where it contains itself.
function ArrayPrototype_join(separator) {
  'name: join';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const sep = separator === undefined ? ',' : `${separator}`;
  // The separators alone would be longer than a string may be (conversions.ts): found out before any is made.
  if ((len - 1) * sep.length > 268435440) ThrowRangeError('Invalid string length');
  if (!JoinEnter(O)) return '';
  try {
    let R = '';
    for (let k = 0; k < len; k++) {
      if (k > 0) R += sep;
      const element = O[k];
      if (element !== undefined && element !== null) R += `${element}`;
    }
    return R;
  } finally {
    JoinStack.length--;
  }
}

// False if O is being joined already, else true with O on the stack.
function JoinEnter(O) {
  for (let i = 0; i < JoinStack.length; i++) if (JoinStack[i] === O) return false;
  Append(JoinStack, O);
  return true;
}

// 23.1.3.22
function ArrayPrototype_pop() {
  'name: pop';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) {
    O.length = 0;
    return undefined;
  }
  const element = O[len - 1];
  DeletePropertyOrThrow(O, len - 1);
  O.length = len - 1;
  return element;
}

// 23.1.3.23
function ArrayPrototype_push(...items) {
  'name: push';
  'length: 1';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const count = items.length;
  if (len + count > 9007199254740991) {
    ThrowTypeError(`Pushing ${count} elements on an array-like of length ${len} is disallowed, as the total surpasses 2**53-1`);
  }
  for (let i = 0; i < count; i++) O[len + i] = items[i];
  O.length = len + count;
  return len + count;
}

// 23.1.3.26
function ArrayPrototype_reverse() {
  'name: reverse';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  let lower = 0;
  let upper = len - 1;
  for (; lower < upper; lower++, upper--) {
    const lowerExists = lower in O;
    const lowerValue = lowerExists ? O[lower] : undefined;
    const upperExists = upper in O;
    const upperValue = upperExists ? O[upper] : undefined;
    if (lowerExists) {
      if (upperExists) {
        O[lower] = upperValue;
        O[upper] = lowerValue;
      } else {
        DeletePropertyOrThrow(O, lower);
        O[upper] = lowerValue;
      }
    } else if (upperExists) {
      O[lower] = upperValue;
      DeletePropertyOrThrow(O, upper);
    }
  }
  return O;
}

// 23.1.3.27
function ArrayPrototype_shift() {
  'name: shift';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len === 0) {
    O.length = 0;
    return undefined;
  }
  const first = O[0];
  for (let k = 1; k < len; k++) {
    if (k in O) O[k - 1] = O[k];
    else DeletePropertyOrThrow(O, k - 1);
  }
  DeletePropertyOrThrow(O, len - 1);
  O.length = len - 1;
  return first;
}

// 23.1.3.28
function ArrayPrototype_slice(start, end) {
  'name: slice';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  let k = RelativeStart(start, len);
  const final = RelativeEnd(end, len);
  const A = ArraySpeciesCreate(O, k < final ? final - k : 0);
  let n = 0;
  for (; k < final; k++, n++) if (k in O) CreateDataProperty(A, n, O[k]);
  A.length = n;
  return A;
}

// 23.1.3.31
function ArrayPrototype_splice(...args) {
  'name: splice';
  'length: 2';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const start = RelativeStart(args[0], len);
  const deleteCount = args.length === 0 ? 0 : args.length === 1 ? len - start : ClampCount(args[1], len - start);
  const itemCount = args.length > 2 ? args.length - 2 : 0;
  if (len + itemCount - deleteCount > 9007199254740991) ThrowTypeError('Invalid array length');
  const A = ArraySpeciesCreate(O, deleteCount);
  for (let k = 0; k < deleteCount; k++) if (start + k in O) CreateDataProperty(A, k, O[start + k]);
  A.length = deleteCount;
  if (itemCount < deleteCount) {
    for (let k = start; k < len - deleteCount; k++) {
      if (k + deleteCount in O) O[k + itemCount] = O[k + deleteCount];
      else DeletePropertyOrThrow(O, k + itemCount);
    }
    for (let k = len; k > len - deleteCount + itemCount; k--) DeletePropertyOrThrow(O, k - 1);
  } else if (itemCount > deleteCount) {
    for (let k = len - deleteCount; k > start; k--) {
      if (k + deleteCount - 1 in O) O[k + itemCount - 1] = O[k + deleteCount - 1];
      else DeletePropertyOrThrow(O, k + itemCount - 1);
    }
  }
  for (let i = 0; i < itemCount; i++) O[start + i] = args[i + 2];
  O.length = len - deleteCount + itemCount;
  return A;
}

// ToIntegerOrInfinity(value) clamped to 0..max
function ClampCount(value, max) {
  const count = ToIntegerOrInfinity(+value);
  return count < 0 ? 0 : count > max ? max : count;
}

// 23.1.3.32
function ArrayPrototype_toLocaleString() {
  'name: toLocaleString';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  if (!JoinEnter(O)) return '';
  try {
    let R = '';
    for (let k = 0; k < len; k++) {
      if (k > 0) R += ',';
      const element = O[k];
      if (element !== undefined && element !== null) R += `${element.toLocaleString()}`;
    }
    return R;
  } finally {
    JoinStack.length--;
  }
}

// 23.1.3.33
function ArrayPrototype_toReversed() {
  'name: toReversed';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const A = ArrayCreate(len);
  for (let k = 0; k < len; k++) CreateDataProperty(A, k, O[len - k - 1]);
  return A;
}

// 23.1.3.35
function ArrayPrototype_toSpliced(...args) {
  'name: toSpliced';
  'length: 2';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const start = RelativeStart(args[0], len);
  const skipCount = args.length === 0 ? 0 : args.length === 1 ? len - start : ClampCount(args[1], len - start);
  const insertCount = args.length > 2 ? args.length - 2 : 0;
  const newLen = len + insertCount - skipCount;
  if (newLen > 9007199254740991) ThrowTypeError('Invalid array length');
  const A = ArrayCreate(newLen);
  let i = 0;
  for (; i < start; i++) CreateDataProperty(A, i, O[i]);
  for (let k = 0; k < insertCount; k++, i++) CreateDataProperty(A, i, args[k + 2]);
  for (let from = start + skipCount; i < newLen; i++, from++) CreateDataProperty(A, i, O[from]);
  return A;
}

// 23.1.3.36
function ArrayPrototype_toString() {
  'name: toString';
  const array = ToObject(this);
  const join = array.join;
  return IsCallable(join) ? Call(join, array) : Call(ObjectPrototypeToString, array);
}

// 23.1.3.37
function ArrayPrototype_unshift(...items) {
  'name: unshift';
  'length: 1';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const count = items.length;
  if (count > 0) {
    if (len + count > 9007199254740991) {
      ThrowTypeError(`Pushing ${count} elements on an array-like of length ${len} is disallowed, as the total surpasses 2**53-1`);
    }
    for (let k = len; k > 0; k--) {
      if (k - 1 in O) O[k + count - 1] = O[k - 1];
      else DeletePropertyOrThrow(O, k + count - 1);
    }
    for (let j = 0; j < count; j++) O[j] = items[j];
  }
  O.length = len + count;
  return len + count;
}

// 23.1.3.39
function ArrayPrototype_with(index, value) {
  'name: with';
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const relative = ToIntegerOrInfinity(+index);
  const actual = relative < 0 ? len + relative : relative;
  if (actual >= len || actual < 0) ThrowRangeError(`Invalid index : ${relative}`);
  const A = ArrayCreate(len);
  for (let k = 0; k < len; k++) CreateDataProperty(A, k, k === actual ? value : O[k]);
  return A;
}
