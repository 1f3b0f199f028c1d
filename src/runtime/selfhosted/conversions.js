// Type conversions of objects (ECMA-262 7.1). Operators on primitives need no conversion by the guest, so `+v`, `${v}` and the like
// below never come back here for the same value.

// 7.1.1 ToPrimitive; `hint` is 'default', 'number' or 'string'.
function ToPrimitive(value, hint) {
  if (!IsObject(value)) return value;
  const exotic = value[SymbolToPrimitive];
  if (exotic !== undefined && exotic !== null) {
    if (!IsCallable(exotic)) ThrowTypeError(`${Describe(exotic)} is not a function`);
    const result = Call(exotic, value, hint);
    if (IsObject(result)) ThrowTypeError('Cannot convert object to primitive value');
    return result;
  }
  return OrdinaryToPrimitive(value, hint);
}

// 7.1.1.1 OrdinaryToPrimitive
function OrdinaryToPrimitive(object, hint) {
  if (hint === 'string') {
    const toString = object.toString;
    if (IsCallable(toString)) {
      const result = Call(toString, object);
      if (!IsObject(result)) return result;
    }
    const valueOf = object.valueOf;
    if (IsCallable(valueOf)) {
      const result = Call(valueOf, object);
      if (!IsObject(result)) return result;
    }
  } else {
    const valueOf = object.valueOf;
    if (IsCallable(valueOf)) {
      const result = Call(valueOf, object);
      if (!IsObject(result)) return result;
    }
    const toString = object.toString;
    if (IsCallable(toString)) {
      const result = Call(toString, object);
      if (!IsObject(result)) return result;
    }
  }
  ThrowTypeError('Cannot convert object to primitive value');
}

// 7.1.4 ToNumber
function ToNumber(value) {
  return +ToPrimitive(value, 'number');
}

// 7.1.3 ToNumeric
function ToNumeric(value) {
  const primitive = ToPrimitive(value, 'number');
  return typeof primitive === 'bigint' ? primitive : +primitive;
}

// 7.1.17 ToString
function ToString(value) {
  return `${ToPrimitive(value, 'string')}`;
}

// 7.1.19 ToPropertyKey: a string or a symbol.
function ToPropertyKey(value) {
  const key = ToPrimitive(value, 'string');
  return typeof key === 'symbol' ? key : `${key}`;
}

// 7.1.20 ToLength
function ToLength(value) {
  return ToLengthPrimitive(+value);
}

// 7.3.18 LengthOfArrayLike
function LengthOfArrayLike(object) {
  return ToLengthPrimitive(+object.length);
}

// 7.3.11 GetMethod: undefined if there is none.
function GetMethod(value, key) {
  const method = value[key];
  if (method === undefined || method === null) return undefined;
  if (!IsCallable(method)) ThrowNotFunction(method);
  return method;
}

// 7.3.22 SpeciesConstructor
function SpeciesConstructor(object, defaultConstructor) {
  const C = object.constructor;
  if (C === undefined) return defaultConstructor;
  if (!IsObject(C)) ThrowTypeError('The .constructor property is not an object');
  const S = C[SymbolSpecies];
  if (S === undefined || S === null) return defaultConstructor;
  if (!IsConstructor(S)) ThrowTypeError('object.constructor[Symbol.species] is not a constructor');
  return S;
}

// 7.3.19 CreateListFromArrayLike, without restriction of the elements' types; what `apply` and its like take.
function CreateListFromArrayLike(object) {
  if (!IsObject(object)) ThrowTypeError('CreateListFromArrayLike called on non-object');
  const length = LengthOfArrayLike(object);
  if (length > 65535) ThrowRangeError('Maximum call stack size exceeded');
  const list = MakeList(length);
  for (let i = 0; i < length; i++) list[i] = object[i];
  return list;
}

// Converts `self` and the arguments of a converting native (realm.converting) in order, then runs its body. Primitives are
// converted too, since converting one can throw before a later argument is converted.
function convertAndCall(f, self, args) {
  const kind = ConversionOf(f, 0);
  // The body says by its name what it was called on.
  if (kind === 'string' && (self === undefined || self === null)) return CallBody(f, self, args);
  self = convertArgument(kind, self);
  const list = CopyList(args);
  for (let i = 0; i < list.length; i++) {
    const conversion = ConversionOf(f, i + 1);
    if (conversion === undefined) break;
    list[i] = convertArgument(conversion, list[i]);
  }
  return CallBody(f, self, list);
}

function convertArgument(conversion, value) {
  if (conversion === 'string') return `${ToPrimitive(value, 'string')}`;
  if (conversion === 'number') return value === undefined ? undefined : +ToPrimitive(value, 'number');
  if (conversion === 'numeric') return ToNumeric(value);
  if (conversion === 'optional-string') return value === undefined ? undefined : `${ToPrimitive(value, 'string')}`;
  if (conversion === 'key') return ToPropertyKey(value);
  if (conversion === 'primitive') return ToPrimitive(value, 'default');
  return value;
}
