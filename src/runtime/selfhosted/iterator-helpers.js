// Iterator helpers (ECMA-262 27.1.2 to 27.1.4). A helper is an object with a state (intrinsics/iterator-helpers.ts) instead of the
// generator that the specification describes: `next` and `return` advance it, and HelperEnter refuses to be entered twice.

// 7.4.11 IteratorClose for a normal completion.
function IteratorClose(iterator) {
  const method = GetMethod(iterator, 'return');
  if (method === undefined) return;
  const result = Call(method, iterator);
  if (!IsObject(result)) ThrowTypeError(`${Describe(result)} is not an object`);
}

// 7.4.4 GetIteratorFlattenable, but for GetIteratorDirect: the iterator.
function GetIteratorFlattenable(value, acceptsString) {
  if (!IsObject(value) && !(acceptsString && typeof value === 'string')) ThrowTypeError(`${Describe(value)} is not an object`);
  const method = GetMethod(value, SymbolIterator);
  const iterator = method === undefined ? value : Call(method, value);
  if (!IsObject(iterator)) ThrowTypeError(`${Describe(iterator)} is not an object`);
  return iterator;
}

// 27.1.2.1.2
function IteratorStatic_from(O) {
  'name: from';
  const iterator = GetIteratorFlattenable(O, true);
  const next = iterator.next;
  if (OrdinaryHasInstance(Iterator, iterator)) return iterator;
  return MakeWrappedIterator(iterator, next);
}

function WrapForValidIteratorPrototype_next() {
  'name: next';
  return Call(WrappedGet(this, 'next'), WrappedGet(this, 'iterator'));
}

function WrapForValidIteratorPrototype_return() {
  'name: return';
  const iterator = WrappedGet(this, 'iterator');
  const method = GetMethod(iterator, 'return');
  if (method === undefined) return IterResult(undefined, true);
  return Call(method, iterator);
}

function RequireIteratorObject(O, method) {
  if (!IsObject(O)) ThrowTypeError(`Iterator.prototype.${method} called on non-object`);
}

// The callback of a helper; if it is not callable the iterator is closed.
function RequireCallback(O, callback) {
  if (IsCallable(callback)) return;
  CloseOnThrow(O);
  ThrowNotFunction(callback);
}

// The limit of take and drop.
function ToLimit(O, limit) {
  let number;
  try {
    number = +limit;
  } catch (error) {
    CloseOnThrow(O);
    throw error;
  }
  const integer = ToIntegerOrInfinity(number);
  const unsafe = integer > 9007199254740991 && integer <= 1.7976931348623157e308;
  if (number !== number || integer < 0 || unsafe) {
    CloseOnThrow(O);
    ThrowRangeError(`${Describe(limit)} must be positive`);
  }
  return integer;
}

// 27.1.4.2
function IteratorPrototype_drop(limit) {
  'name: drop';
  RequireIteratorObject(this, 'drop');
  const remaining = ToLimit(this, limit);
  return MakeHelper('drop', this, this.next, undefined, remaining);
}

// 27.1.4.3
function IteratorPrototype_every(predicate) {
  'name: every';
  RequireIteratorObject(this, 'every');
  RequireCallback(this, predicate);
  const next = this.next;
  for (let counter = 0; ; counter++) {
    const value = NextValue(this, next);
    if (value === IterationEnd) return true;
    let passes;
    try {
      passes = Call(predicate, undefined, value, counter);
    } catch (error) {
      CloseOnThrow(this);
      throw error;
    }
    if (!passes) {
      IteratorClose(this);
      return false;
    }
  }
}

// 27.1.4.4
function IteratorPrototype_filter(predicate) {
  'name: filter';
  RequireIteratorObject(this, 'filter');
  RequireCallback(this, predicate);
  return MakeHelper('filter', this, this.next, predicate, 0);
}

// 27.1.4.5
function IteratorPrototype_find(predicate) {
  'name: find';
  RequireIteratorObject(this, 'find');
  RequireCallback(this, predicate);
  const next = this.next;
  for (let counter = 0; ; counter++) {
    const value = NextValue(this, next);
    if (value === IterationEnd) return undefined;
    let found;
    try {
      found = Call(predicate, undefined, value, counter);
    } catch (error) {
      CloseOnThrow(this);
      throw error;
    }
    if (found) {
      IteratorClose(this);
      return value;
    }
  }
}

// 27.1.4.6
function IteratorPrototype_flatMap(mapper) {
  'name: flatMap';
  RequireIteratorObject(this, 'flatMap');
  RequireCallback(this, mapper);
  return MakeHelper('flatMap', this, this.next, mapper, 0);
}

// 27.1.4.7
function IteratorPrototype_forEach(procedure) {
  'name: forEach';
  RequireIteratorObject(this, 'forEach');
  RequireCallback(this, procedure);
  const next = this.next;
  for (let counter = 0; ; counter++) {
    const value = NextValue(this, next);
    if (value === IterationEnd) return;
    try {
      Call(procedure, undefined, value, counter);
    } catch (error) {
      CloseOnThrow(this);
      throw error;
    }
  }
}

// 27.1.4.8
function IteratorPrototype_map(mapper) {
  'name: map';
  RequireIteratorObject(this, 'map');
  RequireCallback(this, mapper);
  return MakeHelper('map', this, this.next, mapper, 0);
}

// 27.1.4.9
function IteratorPrototype_reduce(reducer, ...initial) {
  'name: reduce';
  RequireIteratorObject(this, 'reduce');
  RequireCallback(this, reducer);
  const next = this.next;
  let accumulator;
  let counter = 0;
  if (initial.length > 0) {
    accumulator = initial[0];
  } else {
    accumulator = NextValue(this, next);
    if (accumulator === IterationEnd) ThrowTypeError('Reduce of a done iterator with no initial value');
    counter = 1;
  }
  for (; ; counter++) {
    const value = NextValue(this, next);
    if (value === IterationEnd) return accumulator;
    try {
      accumulator = Call(reducer, undefined, accumulator, value, counter);
    } catch (error) {
      CloseOnThrow(this);
      throw error;
    }
  }
}

// 27.1.4.10
function IteratorPrototype_some(predicate) {
  'name: some';
  RequireIteratorObject(this, 'some');
  RequireCallback(this, predicate);
  const next = this.next;
  for (let counter = 0; ; counter++) {
    const value = NextValue(this, next);
    if (value === IterationEnd) return false;
    let passes;
    try {
      passes = Call(predicate, undefined, value, counter);
    } catch (error) {
      CloseOnThrow(this);
      throw error;
    }
    if (passes) {
      IteratorClose(this);
      return true;
    }
  }
}

// 27.1.4.11
function IteratorPrototype_take(limit) {
  'name: take';
  RequireIteratorObject(this, 'take');
  const remaining = ToLimit(this, limit);
  return MakeHelper('take', this, this.next, undefined, remaining);
}

// 27.1.4.12
function IteratorPrototype_toArray() {
  'name: toArray';
  RequireIteratorObject(this, 'toArray');
  const next = this.next;
  const items = MakeList(0);
  for (;;) {
    const value = NextValue(this, next);
    if (value === IterationEnd) return items;
    Append(items, value);
  }
}

// 27.1.2.1.2.1 %IteratorHelperPrototype%.next
function IteratorHelperPrototype_next() {
  'name: next';
  const value = IteratorHelper_step(this);
  return value === IterationEnd ? IterResult(undefined, true) : IterResult(value, false);
}

// The next value of a helper, or IterationEnd: a loop over a helper takes it from here.
function IteratorHelper_step(helper) {
  'name: next';
  if (!HelperEnter(helper, 'next')) return IterationEnd;
  let value;
  try {
    value = Helper_step(helper, HelperGet(helper, 'kind'));
  } catch (error) {
    HelperLeave(helper, false);
    throw error;
  }
  HelperLeave(helper, value !== IterationEnd);
  return value;
}

function Helper_step(helper, kind) {
  const iterator = HelperGet(helper, 'iterator');
  const next = HelperGet(helper, 'next');
  if (kind === 'take') return Helper_take(helper, iterator, next);
  if (kind === 'drop') return Helper_drop(helper, iterator, next);
  if (kind === 'flatMap') return Helper_flatMap(helper, iterator, next);
  const callback = HelperGet(helper, 'callback');
  for (;;) {
    const value = NextValue(iterator, next);
    if (value === IterationEnd) return value;
    const counter = HelperGet(helper, 'counter');
    HelperSet(helper, 'counter', counter + 1);
    let mapped;
    try {
      mapped = Call(callback, undefined, value, counter);
    } catch (error) {
      CloseOnThrow(iterator);
      throw error;
    }
    if (kind === 'map') return mapped;
    if (mapped) return value;
  }
}

function Helper_take(helper, iterator, next) {
  const remaining = HelperGet(helper, 'counter');
  if (remaining === 0) {
    IteratorClose(iterator);
    return IterationEnd;
  }
  HelperSet(helper, 'counter', remaining - 1);
  return NextValue(iterator, next);
}

function Helper_drop(helper, iterator, next) {
  for (;;) {
    const remaining = HelperGet(helper, 'counter');
    if (remaining === 0) return NextValue(iterator, next);
    HelperSet(helper, 'counter', remaining - 1);
    if (SkipValue(iterator, next)) return IterationEnd;
  }
}

// IteratorStep without IteratorValue: true at the end.
function SkipValue(iterator, next) {
  const result = Call(next, iterator);
  if (!IsObject(result)) ThrowTypeError(`Iterator result ${Describe(result)} is not an object`);
  return result.done;
}

function Helper_flatMap(helper, iterator, next) {
  for (;;) {
    let inner = HelperGet(helper, 'inner');
    if (inner === undefined) {
      const value = NextValue(iterator, next);
      if (value === IterationEnd) return value;
      const counter = HelperGet(helper, 'counter');
      HelperSet(helper, 'counter', counter + 1);
      try {
        inner = GetIteratorFlattenable(Call(HelperGet(helper, 'callback'), undefined, value, counter), false);
        HelperSet(helper, 'innerNext', inner.next);
      } catch (error) {
        CloseOnThrow(iterator);
        throw error;
      }
      HelperSet(helper, 'inner', inner);
    }
    try {
      const value = NextValue(inner, HelperGet(helper, 'innerNext'));
      if (value !== IterationEnd) return value;
    } catch (error) {
      CloseOnThrow(iterator);
      throw error;
    }
    HelperSet(helper, 'inner', undefined);
  }
}

// 27.1.2.1.3 %IteratorHelperPrototype%.return
function IteratorHelperPrototype_return() {
  'name: return';
  if (!HelperEnter(this, 'return')) return IterResult(undefined, true);
  const iterator = HelperGet(this, 'iterator');
  const inner = HelperGet(this, 'inner');
  try {
    if (inner !== undefined) {
      try {
        IteratorClose(inner);
      } catch (error) {
        CloseOnThrow(iterator);
        throw error;
      }
    }
    IteratorClose(iterator);
  } finally {
    HelperLeave(this, false);
  }
  return IterResult(undefined, true);
}

// 27.1.4.1 and 27.1.4.14: `constructor` and @@toStringTag of %Iterator.prototype% are accessors, since making them data properties
// broke programs that assign to them on objects inheriting from it.
function SetterThatIgnoresPrototypeProperties(O, key, value) {
  if (!IsObject(O)) ThrowTypeError('Iterator.prototype setter called on non-object');
  if (O === IteratorPrototype) ThrowTypeError('Cannot assign to this property');
  if (HasOwn(O, key)) O[key] = value;
  else CreateDataProperty(O, key, value);
}

function IteratorPrototype_setConstructor(value) {
  'name: set constructor';
  SetterThatIgnoresPrototypeProperties(this, 'constructor', value);
}

function IteratorPrototype_setToStringTag(value) {
  'name: set [Symbol.toStringTag]';
  SetterThatIgnoresPrototypeProperties(this, SymbolToStringTag, value);
}
