// Set (ECMA-262 24.2): what calls the guest. Also what WeakSet shares.

// 24.2.2.1 Set ( [ iterable ] ), from step 5 on, and 24.4.1.1 WeakSet ( [ iterable ] ).
function SetConstructor_fill(set, iterable) {
  const adder = set.add;
  if (!IsCallable(adder)) ThrowTypeError(`'${Describe(adder)}' returned for property 'add' of object '${Describe(set)}' is not a function`);
  for (const item of iterable) Call(adder, set, item);
  return set;
}

// 24.2.4.8 Set.prototype.forEach ( callback [ , thisArg ] )
function SetPrototype_forEach(callback, thisArg) {
  'name: forEach';
  'length: 1';
  RequireSet(this, 'Set.prototype.forEach');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  const walk = SetWalk(this);
  for (let value = SetWalkValue(walk); value !== IterationEnd; value = SetWalkValue(walk)) Call(callback, thisArg, value, value, this);
}

// 24.2.1.2 GetSetRecord
function GetSetRecord(object) {
  if (!IsObject(object)) ThrowTypeError(`${Describe(object)} is not an object`);
  const number = +object.size;
  if (number !== number) ThrowTypeError("The 'size' property must be a number");
  const size = ToIntegerOrInfinity(number);
  if (size < 0) ThrowRangeError(`'${size}' is an invalid size`);
  const has = object.has;
  if (!IsCallable(has)) ThrowTypeError(`${Describe(has)} returned for property 'has' is not a function`);
  const keys = object.keys;
  if (!IsCallable(keys)) ThrowTypeError(`${Describe(keys)} returned for property 'keys' is not a function`);
  return { set: object, size, has, keys };
}

// GetIteratorFromMethod(other.[[SetObject]], other.[[Keys]]): the iterator and its next method.
function SetRecordKeys(other) {
  const iterator = Call(other.keys, other.set);
  if (!IsObject(iterator)) ThrowTypeError(`${Describe(iterator)} is not an object`);
  return { iterator, next: iterator.next };
}

// IteratorStepValue
function SetRecordNext(keys) {
  return NextValue(keys.iterator, keys.next);
}

// IteratorClose(keys, NormalCompletion(unused))
function SetRecordClose(keys) {
  const method = GetMethod(keys.iterator, 'return');
  if (method === undefined) return;
  const result = Call(method, keys.iterator);
  if (!IsObject(result)) ThrowTypeError(`${Describe(result)} is not an object`);
}

// 24.2.4.5 Set.prototype.difference ( other )
function SetPrototype_difference(other) {
  'name: difference';
  RequireSet(this, 'Set.prototype.difference');
  const record = GetSetRecord(other);
  const result = SetCopy(this);
  if (SetSize(this) <= record.size) {
    const walk = SetWalk(result);
    for (let value = SetWalkValue(walk); value !== IterationEnd; value = SetWalkValue(walk)) {
      if (Call(record.has, record.set, value)) SetDelete(result, value);
    }
    return result;
  }
  const keys = SetRecordKeys(record);
  for (let value = SetRecordNext(keys); value !== IterationEnd; value = SetRecordNext(keys)) SetDelete(result, value);
  return result;
}

// 24.2.4.9 Set.prototype.intersection ( other )
function SetPrototype_intersection(other) {
  'name: intersection';
  RequireSet(this, 'Set.prototype.intersection');
  const record = GetSetRecord(other);
  const result = SetNew();
  if (SetSize(this) <= record.size) {
    const walk = SetWalk(this);
    for (let value = SetWalkValue(walk); value !== IterationEnd; value = SetWalkValue(walk)) {
      if (Call(record.has, record.set, value)) SetAdd(result, value);
    }
    return result;
  }
  const keys = SetRecordKeys(record);
  for (let value = SetRecordNext(keys); value !== IterationEnd; value = SetRecordNext(keys)) {
    if (SetHas(this, value)) SetAdd(result, value);
  }
  return result;
}

// 24.2.4.10 Set.prototype.isDisjointFrom ( other )
function SetPrototype_isDisjointFrom(other) {
  'name: isDisjointFrom';
  RequireSet(this, 'Set.prototype.isDisjointFrom');
  const record = GetSetRecord(other);
  if (SetSize(this) <= record.size) {
    const walk = SetWalk(this);
    for (let value = SetWalkValue(walk); value !== IterationEnd; value = SetWalkValue(walk)) {
      if (Call(record.has, record.set, value)) return false;
    }
    return true;
  }
  const keys = SetRecordKeys(record);
  for (let value = SetRecordNext(keys); value !== IterationEnd; value = SetRecordNext(keys)) {
    if (SetHas(this, value)) {
      SetRecordClose(keys);
      return false;
    }
  }
  return true;
}

// 24.2.4.11 Set.prototype.isSubsetOf ( other )
function SetPrototype_isSubsetOf(other) {
  'name: isSubsetOf';
  RequireSet(this, 'Set.prototype.isSubsetOf');
  const record = GetSetRecord(other);
  if (SetSize(this) > record.size) return false;
  const walk = SetWalk(this);
  for (let value = SetWalkValue(walk); value !== IterationEnd; value = SetWalkValue(walk)) {
    if (!Call(record.has, record.set, value)) return false;
  }
  return true;
}

// 24.2.4.12 Set.prototype.isSupersetOf ( other )
function SetPrototype_isSupersetOf(other) {
  'name: isSupersetOf';
  RequireSet(this, 'Set.prototype.isSupersetOf');
  const record = GetSetRecord(other);
  if (SetSize(this) < record.size) return false;
  const keys = SetRecordKeys(record);
  for (let value = SetRecordNext(keys); value !== IterationEnd; value = SetRecordNext(keys)) {
    if (!SetHas(this, value)) {
      SetRecordClose(keys);
      return false;
    }
  }
  return true;
}

// 24.2.4.15 Set.prototype.symmetricDifference ( other )
function SetPrototype_symmetricDifference(other) {
  'name: symmetricDifference';
  RequireSet(this, 'Set.prototype.symmetricDifference');
  const record = GetSetRecord(other);
  const keys = SetRecordKeys(record);
  const result = SetCopy(this);
  for (let value = SetRecordNext(keys); value !== IterationEnd; value = SetRecordNext(keys)) {
    if (SetHas(this, value)) SetDelete(result, value);
    else SetAdd(result, value);
  }
  return result;
}

// 24.2.4.16 Set.prototype.union ( other )
function SetPrototype_union(other) {
  'name: union';
  RequireSet(this, 'Set.prototype.union');
  const record = GetSetRecord(other);
  const keys = SetRecordKeys(record);
  const result = SetCopy(this);
  for (let value = SetRecordNext(keys); value !== IterationEnd; value = SetRecordNext(keys)) SetAdd(result, value);
  return result;
}
