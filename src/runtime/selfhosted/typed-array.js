// %TypedArray% (ECMA-262 23.2): construction from objects, the static methods, and the methods without callbacks. Conversions
// of arguments run the guest, which can shrink or detach the array: lengths are asked for again after them.

// 23.2.5.1.3 InitializeTypedArrayFromArrayBuffer, from step 2 on.
function TypedArray_overBuffer(name, proto, buffer, byteOffset, length) {
  const offset = ToIndexOfPrimitive(ToPrimitive(byteOffset, 'number'));
  if (offset % TypedArrayElementSizeOf(name) !== 0) return TypedArrayOver(name, proto, buffer, offset, undefined);
  const count = length === undefined ? undefined : ToIndexOfPrimitive(ToPrimitive(length, 'number'));
  return TypedArrayOver(name, proto, buffer, offset, count);
}

// 23.2.5.1 TypedArray ( object ), where it is neither a typed array nor a buffer.
function TypedArray_fromObject(name, proto, object) {
  const method = GetMethod(object, SymbolIterator);
  if (method !== undefined) {
    const values = IteratorToList(object, method);
    return FillTypedArray(TypedArrayNew(name, proto, values.length), values);
  }
  const len = LengthOfArrayLike(object);
  const array = TypedArrayNew(name, proto, len);
  for (let k = 0; k < len; k++) array[k] = object[k];
  return array;
}

function FillTypedArray(array, values) {
  'private lists';
  for (let k = 0; k < values.length; k++) array[k] = values[k];
  return array;
}

function FillTypedArrayBy(array, values, mapper, thisArg) {
  'private lists';
  for (let k = 0; k < values.length; k++) array[k] = Call(mapper, thisArg, values[k], k);
  return array;
}

// 7.4.13 IteratorToList ( GetIteratorFromMethod ( object, method ) )
function IteratorToList(object, method) {
  const iterator = Call(method, object);
  if (!IsObject(iterator)) ThrowTypeError('Result of the Symbol.iterator method is not an object');
  const next = iterator.next;
  const values = MakeList(0);
  if (AppendSteps(values, iterator, next)) return values;
  for (;;) {
    const value = NextValue(iterator, next);
    if (value === IterationEnd) return values;
    Append(values, value);
  }
}

// 23.2.4.2 TypedArrayCreateFromCtor ( constructor, « length » )
function TypedArrayCreate(constructor, length) {
  const array = Construct(constructor, length);
  if (ValidateTypedArray(array, 'constructor') < length) ThrowTypeError('Derived TypedArray constructor created an array which was too small');
  return array;
}

// 23.2.4.1 TypedArraySpeciesCreate ( exemplar, « length » )
function TypedArraySpeciesCreate(exemplar, length) {
  if (HasDefaultTypedSpecies(exemplar)) return TypedArrayLike(exemplar, length);
  const array = TypedArrayCreate(SpeciesConstructor(exemplar, TypedArrayConstructor(exemplar)), length);
  if (IsBigIntArray(array) !== IsBigIntArray(exemplar)) ThrowTypeError('Content type of the species is another one');
  return array;
}

// 7.1.13 ToBigInt
function ToBigInt(value) {
  return ToBigIntPrimitive(ToPrimitive(value, 'number'));
}

// Conversion to the type of the array's elements.
function ToElement(array, value) {
  return IsBigIntArray(array) ? ToBigInt(value) : +value;
}

// 23.2.2.1
function TypedArrayStatic_from(source, mapper, thisArg) {
  'name: from';
  'length: 1';
  const C = this;
  if (!IsConstructor(C)) ThrowNotConstructor(C);
  if (mapper !== undefined && !IsCallable(mapper)) ThrowNotFunction(mapper);
  const method = GetMethod(source, SymbolIterator);
  if (method !== undefined) {
    const values = IteratorToList(source, method);
    const array = TypedArrayCreate(C, values.length);
    return mapper === undefined ? FillTypedArray(array, values) : FillTypedArrayBy(array, values, mapper, thisArg);
  }
  const object = ToObject(source);
  const len = LengthOfArrayLike(object);
  const array = TypedArrayCreate(C, len);
  for (let k = 0; k < len; k++) {
    const value = object[k];
    array[k] = mapper === undefined ? value : Call(mapper, thisArg, value, k);
  }
  return array;
}

// 23.2.2.2
function TypedArrayStatic_of(...items) {
  'name: of';
  'private lists';
  const C = this;
  if (!IsConstructor(C)) ThrowNotConstructor(C);
  const len = items.length;
  const array = TypedArrayCreate(C, len);
  for (let k = 0; k < len; k++) array[k] = items[k];
  return array;
}

// 23.2.3.1
function TypedArrayPrototype_at(index) {
  'name: at';
  const len = ValidateTypedArray(this, 'at');
  const relative = ToIntegerOrInfinity(+index);
  const k = relative < 0 ? len + relative : relative;
  return k < 0 || k >= len ? undefined : this[k];
}

// 23.2.3.6
function TypedArrayPrototype_copyWithin(target, start, end) {
  'name: copyWithin';
  'length: 2';
  const len = ValidateTypedArray(this, 'copyWithin');
  const to = RelativeStart(target, len);
  const from = RelativeStart(start, len);
  const final = RelativeEnd(end, len);
  let count = final - from < len - to ? final - from : len - to;
  if (count <= 0) return this;
  const now = ValidateTypedArray(this, 'copyWithin');
  if (now - from < count) count = now - from;
  if (now - to < count) count = now - to;
  if (count > 0) TypedCopyWithin(this, to, from, count);
  return this;
}

// 23.2.3.9
function TypedArrayPrototype_fill(value, start, end) {
  'name: fill';
  'length: 1';
  const len = ValidateTypedArray(this, 'fill');
  const element = ToElement(this, value);
  const first = RelativeStart(start, len);
  let final = RelativeEnd(end, len);
  const now = ValidateTypedArray(this, 'fill');
  if (now < final) final = now;
  if (first < final) TypedFill(this, element, first, final);
  return this;
}

// 23.2.3.16
function TypedArrayPrototype_includes(searchElement, fromIndex) {
  'name: includes';
  'length: 1';
  const len = ValidateTypedArray(this, 'includes');
  if (len === 0) return false;
  const from = RelativeStart(fromIndex, len);
  let now = TypedArrayLength(this);
  // Elements that are gone are undefined.
  if (searchElement === undefined) return from < len && now < len;
  if (now > len) now = len;
  return from < now && TypedIncludes(this, searchElement, from, now);
}

// 23.2.3.17
function TypedArrayPrototype_indexOf(searchElement, fromIndex) {
  'name: indexOf';
  'length: 1';
  const len = ValidateTypedArray(this, 'indexOf');
  if (len === 0) return -1;
  const from = RelativeStart(fromIndex, len);
  const now = TypedArrayLength(this);
  if (from >= now) return -1;
  const found = TypedIndexOf(this, searchElement, from, now);
  return found < len ? found : -1;
}

// 23.2.3.18
function TypedArrayPrototype_join(separator) {
  'name: join';
  const len = ValidateTypedArray(this, 'join');
  const sep = separator === undefined ? ',' : `${separator}`;
  if (len <= 1048576 && TypedArrayLength(this) === len) return TypedJoin(this, sep);
  let R = '';
  for (let k = 0; k < len; k++) {
    if (k > 0) R += sep;
    const element = this[k];
    if (element !== undefined) R += `${element}`;
  }
  return R;
}

// 23.2.3.20
function TypedArrayPrototype_lastIndexOf(searchElement, ...rest) {
  'name: lastIndexOf';
  'length: 1';
  const len = ValidateTypedArray(this, 'lastIndexOf');
  if (len === 0) return -1;
  const n = rest.length > 0 ? ToIntegerOrInfinity(+rest[0]) : len - 1;
  let k = n < 0 ? len + n : n < len - 1 ? n : len - 1;
  const now = TypedArrayLength(this);
  if (k >= now) k = now - 1;
  return k < 0 ? -1 : TypedLastIndexOf(this, searchElement, k, 0);
}

// 23.2.3.25
function TypedArrayPrototype_reverse() {
  'name: reverse';
  ValidateTypedArray(this, 'reverse');
  TypedReverse(this);
  return this;
}

// 23.2.3.26
function TypedArrayPrototype_set(source, offset) {
  'name: set';
  'length: 1';
  RequireTypedArray(this);
  const at = ToIntegerOrInfinity(+offset);
  if (at < 0) ThrowRangeError('offset is out of bounds');
  if (IsTypedArray(source)) {
    TypedSet(this, at, source);
    return;
  }
  const targetLength = ValidateTypedArray(this, 'set');
  const from = ToObject(source);
  const len = LengthOfArrayLike(from);
  if (len + at > targetLength) ThrowRangeError('offset is out of bounds');
  for (let k = 0; k < len; k++) this[at + k] = from[k];
}

// 23.2.3.27
function TypedArrayPrototype_slice(start, end) {
  'name: slice';
  const len = ValidateTypedArray(this, 'slice');
  const first = RelativeStart(start, len);
  let final = RelativeEnd(end, len);
  const plain = TypedSlicePlain(this, first, final, len);
  if (plain !== undefined) return plain;
  const A = TypedArraySpeciesCreate(this, final > first ? final - first : 0);
  if (final <= first) return A;
  const now = ValidateTypedArray(this, 'slice');
  if (now < final) final = now;
  if (final <= first) return A;
  if (IsSameKind(A, this)) {
    TypedSlice(A, this, first, final);
  } else {
    for (let k = first, n = 0; k < final; k++, n++) A[n] = this[k];
  }
  return A;
}

// 23.2.3.29
function TypedArrayPrototype_sort(comparator) {
  'name: sort';
  if (comparator !== undefined && !IsCallable(comparator)) ThrowBadComparator(comparator);
  const len = ValidateTypedArray(this, 'sort');
  if (comparator === undefined) {
    TypedSort(this);
    return this;
  }
  const items = MakeList(len);
  for (let k = 0; k < len; k++) items[k] = this[k];
  MergeSort(items, comparator);
  for (let k = 0; k < len; k++) this[k] = items[k];
  return this;
}

// 23.2.3.30
function TypedArrayPrototype_subarray(start, end) {
  'name: subarray';
  RequireTypedArray(this);
  const buffer = TypedArrayBuffer(this);
  const len = TypedArrayLength(this);
  // Conversions may detach the buffer, and the host forgets the offset then.
  const offset = TypedArrayByteOffset(this);
  const first = RelativeStart(start, len);
  const tracking = end === undefined && IsLengthTracking(this);
  let length;
  if (!tracking) {
    const final = RelativeEnd(end, len);
    length = final > first ? final - first : 0;
    const plain = TypedSubarrayPlain(this, first, first + length, len);
    if (plain !== undefined) return plain;
  }
  const begin = offset + first * TypedArrayElementSize(this);
  const constructor = HasDefaultTypedSpecies(this) ? TypedArrayConstructor(this) : SpeciesConstructor(this, TypedArrayConstructor(this));
  const array = tracking ? Construct(constructor, buffer, begin) : Construct(constructor, buffer, begin, length);
  ValidateTypedArray(array, 'subarray');
  if (IsBigIntArray(array) !== IsBigIntArray(this)) ThrowTypeError('Content type of the species is another one');
  return array;
}

// 23.2.3.31
function TypedArrayPrototype_toLocaleString() {
  'name: toLocaleString';
  const len = ValidateTypedArray(this, 'toLocaleString');
  let R = '';
  for (let k = 0; k < len; k++) {
    if (k > 0) R += ',';
    const element = this[k];
    if (element !== undefined) R += `${element.toLocaleString()}`;
  }
  return R;
}

// 23.2.3.32
function TypedArrayPrototype_toReversed() {
  'name: toReversed';
  const len = ValidateTypedArray(this, 'toReversed');
  const A = TypedArrayLike(this, len);
  TypedSlice(A, this, 0, len);
  TypedReverse(A);
  return A;
}

// 23.2.3.33
function TypedArrayPrototype_toSorted(comparator) {
  'name: toSorted';
  if (comparator !== undefined && !IsCallable(comparator)) ThrowBadComparator(comparator);
  const len = ValidateTypedArray(this, 'toSorted');
  const A = TypedArrayLike(this, len);
  if (comparator === undefined) {
    TypedSlice(A, this, 0, len);
    TypedSort(A);
    return A;
  }
  const items = MakeList(len);
  for (let k = 0; k < len; k++) items[k] = this[k];
  MergeSort(items, comparator);
  for (let k = 0; k < len; k++) A[k] = items[k];
  return A;
}

// 23.2.3.36
function TypedArrayPrototype_with(index, value) {
  'name: with';
  const len = ValidateTypedArray(this, 'with');
  const relative = ToIntegerOrInfinity(+index);
  const actual = relative < 0 ? len + relative : relative;
  const element = ToElement(this, value);
  const now = TypedArrayLength(this);
  if (!(actual >= 0 && actual < now)) ThrowRangeError('Invalid typed array index');
  const A = TypedArrayLike(this, len);
  TypedSlice(A, this, 0, now < len ? now : len);
  if (actual < len) A[actual] = element;
  return A;
}
