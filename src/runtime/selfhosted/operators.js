// Slow paths of instructions whose operand is an object: the interpreter pushes them as guest calls. Each converts in the
// order of the specification and applies the same operator to the primitives, which does not come back here.

// 13.15.3 ApplyStringOrNumericBinaryOperator
function operator_Add(a, b) {
  const left = ToPrimitive(a, 'default');
  const right = ToPrimitive(b, 'default');
  return left + right;
}

function operator_Sub(a, b) {
  const left = ToNumeric(a);
  return left - ToNumeric(b);
}

function operator_Mul(a, b) {
  const left = ToNumeric(a);
  return left * ToNumeric(b);
}

function operator_Div(a, b) {
  const left = ToNumeric(a);
  return left / ToNumeric(b);
}

function operator_Mod(a, b) {
  const left = ToNumeric(a);
  return left % ToNumeric(b);
}

function operator_Exp(a, b) {
  const left = ToNumeric(a);
  return left ** ToNumeric(b);
}

function operator_BitAnd(a, b) {
  const left = ToNumeric(a);
  return left & ToNumeric(b);
}

function operator_BitOr(a, b) {
  const left = ToNumeric(a);
  return left | ToNumeric(b);
}

function operator_BitXor(a, b) {
  const left = ToNumeric(a);
  return left ^ ToNumeric(b);
}

function operator_Shl(a, b) {
  const left = ToNumeric(a);
  return left << ToNumeric(b);
}

function operator_Shr(a, b) {
  const left = ToNumeric(a);
  return left >> ToNumeric(b);
}

function operator_UShr(a, b) {
  const left = ToNumeric(a);
  return left >>> ToNumeric(b);
}

// 7.2.12 IsLessThan: always the left operand first.
function operator_Lt(a, b) {
  const left = ToPrimitive(a, 'number');
  return left < ToPrimitive(b, 'number');
}

function operator_Le(a, b) {
  const left = ToPrimitive(a, 'number');
  return left <= ToPrimitive(b, 'number');
}

function operator_Gt(a, b) {
  const left = ToPrimitive(a, 'number');
  return left > ToPrimitive(b, 'number');
}

function operator_Ge(a, b) {
  const left = ToPrimitive(a, 'number');
  return left >= ToPrimitive(b, 'number');
}

// 7.2.13 IsLooselyEqual
function operator_Eq(a, b) {
  if (IsObject(a)) {
    if (IsObject(b)) return a === b;
    if (b === undefined || b === null) return false;
    return ToPrimitive(a, 'default') == b;
  }
  if (a === undefined || a === null) return !IsObject(b) && a == b;
  return a == ToPrimitive(b, 'default');
}

function operator_Ne(a, b) {
  return !operator_Eq(a, b);
}

function operator_Neg(a) {
  return -ToNumeric(a);
}

function operator_BitNot(a) {
  return ~ToNumeric(a);
}

function operator_ToNumber(a) {
  return +ToPrimitive(a, 'number');
}

function operator_ToNumeric(a) {
  return ToNumeric(a);
}

function operator_Inc(a) {
  let n = ToNumeric(a);
  return ++n;
}

function operator_Dec(a) {
  let n = ToNumeric(a);
  return --n;
}

function operator_ToString(a) {
  return `${ToPrimitive(a, 'string')}`;
}

function operator_ToPropertyKey(a) {
  return ToPropertyKey(a);
}

// 13.10.1
function operator_In(key, object) {
  if (!IsObject(object)) ThrowTypeError(`Cannot use 'in' operator to search for '${Describe(key)}' in ${Describe(object)}`);
  return ToPropertyKey(key) in object;
}

// 13.10.2 InstanceofOperator
function operator_InstanceOf(value, target) {
  if (!IsObject(target)) ThrowTypeError("Right-hand side of 'instanceof' is not an object");
  const handler = GetMethod(target, SymbolHasInstance);
  if (handler !== undefined) return !!Call(handler, target, value);
  if (!IsCallable(target)) ThrowTypeError("Right-hand side of 'instanceof' is not callable");
  return OrdinaryHasInstance(target, value);
}

// 7.3.21 OrdinaryHasInstance
function OrdinaryHasInstance(C, value) {
  if (!IsCallable(C)) return false;
  const target = BoundTarget(C);
  if (target !== undefined) return operator_InstanceOf(value, target);
  if (!IsObject(value)) return false;
  const proto = C.prototype;
  if (!IsObject(proto)) ThrowTypeError(`Function has non-object prototype '${Describe(proto)}' in instanceof check`);
  for (let p = GetPrototypeOf(value); p !== null; p = GetPrototypeOf(p)) if (p === proto) return true;
  return false;
}

// The base is checked before the key is converted (13.3.3, 6.2.5.5).
function operator_GetElem(object, key) {
  if (object === undefined || object === null) ThrowTypeError(`Cannot read properties of ${object}`);
  const name = ToPropertyKey(key);
  return object[name];
}

// 6.2.5.6 PutValue, strict
function operator_SetElem(object, key, value) {
  if (object === undefined || object === null) ThrowTypeError(`Cannot set properties of ${object}`);
  const name = ToPropertyKey(key);
  object[name] = value;
}

// PutValue, sloppy: a failing write is ignored.
function operator_SetElemSloppy(object, key, value) {
  if (object === undefined || object === null) ThrowTypeError(`Cannot set properties of ${object}`);
  const name = ToPropertyKey(key);
  if (IsArrayLength(object, name)) {
    operator_SetLengthSloppy(object, value);
    return;
  }
  const setter = FindSetter(object, name);
  if (setter === undefined) SetData(object, name, value);
  else if (setter === true) SetProperty(ToObject(object), name, value, object);
  else if (setter !== null) Call(setter, object, value);
}

// 10.4.5.16 TypedArraySetElement of an object; true, as [[Set]] gives it.
function operator_SetElement(array, key, value) {
  array[key] = ToElement(array, value);
  return true;
}

// CreateDataPropertyOrThrow of an element of a typed array, where the value is an object.
function operator_DefineElement(array, key, value) {
  return CreateDataProperty(array, key, ToElement(array, value));
}

// 13.5.1.2
function operator_DeleteElem(object, key) {
  if (object === undefined || object === null) ThrowTypeError('Cannot convert undefined or null to object');
  const name = ToPropertyKey(key);
  return delete object[name];
}

function operator_DeleteElemSloppy(object, key) {
  if (object === undefined || object === null) ThrowTypeError('Cannot convert undefined or null to object');
  return DeleteProperty(object, ToPropertyKey(key));
}

// 10.4.2.4 ArraySetLength: the value is converted twice. A length that is not writable is refused before (10.1.9.2).
function operator_SetLength(array, value) {
  if (IsLengthWritable(array)) {
    const length = value >>> 0;
    if (+value !== length) ThrowRangeError('Invalid array length');
    array.length = length;
  } else {
    array.length = 0;
  }
}

function operator_SetLengthSloppy(array, value) {
  if (!IsLengthWritable(array)) return;
  const length = value >>> 0;
  if (+value !== length) ThrowRangeError('Invalid array length');
  SetData(array, 'length', length);
}

// 13.2.4.1 ArrayAccumulation of a spread element; `method` is the @@iterator method of `iterable`.
function operator_ArraySpread(array, iterable, method) {
  const iterator = Call(method, iterable);
  if (!IsObject(iterator)) ThrowTypeError('Result of the Symbol.iterator method is not an object');
  const next = iterator.next;
  if (AppendSteps(array, iterator, next)) return;
  for (;;) {
    const value = NextValue(iterator, next);
    if (value === IterationEnd) return;
    Append(array, value);
  }
}

// The same where the method is found by a getter.
function operator_ArraySpreadAsked(array, iterable) {
  const method = iterable[SymbolIterator];
  if (!IsCallable(method)) ThrowNotIterable(iterable);
  operator_ArraySpread(array, iterable, method);
}

// 7.3.26 CopyDataProperties of the keys of `from` that are not excluded; `target` is a new ordinary object.
function operator_CopyDataProperties(target, from, keys) {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (IsOwnEnumerable(from, key)) CreateDataProperty(target, key, from[key]);
  }
}

// 9.1.1.2.1 HasBinding of the object of a with statement: the object, or undefined.
function operator_LookupName(object, name) {
  if (!(name in object)) return undefined;
  const unscopables = object[SymbolUnscopables];
  return IsObject(unscopables) && unscopables[name] ? undefined : object;
}
