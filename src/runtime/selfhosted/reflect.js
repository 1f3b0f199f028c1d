// Reflect (ECMA-262 28.1): what calls the guest before its end.

// 28.1.1 Reflect.apply ( target, thisArgument, argumentsList )
function ReflectStatic_apply(target, thisArgument, argumentsList) {
  'name: apply';
  if (!IsCallable(target)) ThrowNotFunction(target);
  return Apply(target, thisArgument, CreateListFromArrayLike(argumentsList));
}

// 28.1.2 Reflect.construct ( target, argumentsList [ , newTarget ] )
function ReflectStatic_construct(target, argumentsList, newTarget) {
  'name: construct';
  'length: 2';
  if (!IsConstructor(target)) ThrowNotConstructor(target);
  if (arguments.length < 3) newTarget = target;
  else if (!IsConstructor(newTarget)) ThrowNotConstructor(newTarget);
  return ConstructList(target, CreateListFromArrayLike(argumentsList), newTarget);
}

// The end of Reflect.set where the property is an accessor.
function ReflectStatic_callSetter(setter, receiver, value) {
  Call(setter, receiver, value);
  return true;
}

// Reflect.set, `f`, of an array's length to an object.
function ReflectStatic_setLength(f, target, value, receiver) {
  return Call(f, undefined, target, 'length', ArrayLengthOf(value), receiver);
}

// Reflect.set, `f`, of an element of the typed array `receiver` to an object.
function ReflectStatic_setElement(f, target, key, value, receiver) {
  return Call(f, undefined, target, key, ToElement(receiver, value), receiver);
}
