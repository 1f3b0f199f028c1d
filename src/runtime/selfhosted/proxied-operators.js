// Instructions that have met a Proxy, as the object or on its prototype chain: the interpreter pushes these as guest calls
// (interpreter/slow-proxy.ts). Keys are strings and symbols.

// 6.2.5.6 PutValue in strict code.
function proxied_SetStrict(object, key, value, receiver) {
  const isProxy = IsProxy(object);
  if (isProxy ? Proxy_set(object, key, value, receiver) : SetProperty(object, key, value, receiver)) return;
  if (isProxy) ThrowTypeError(`'set' on proxy: trap returned falsish for property '${KeyText(key)}'`);
  ThrowTypeError(`Cannot assign to read only property '${KeyText(key)}' of object '${Describe(object)}'`);
}

// 13.5.1.2 in strict code.
function proxied_DeleteStrict(object, key) {
  if (!DeleteProperty(object, key)) ThrowTypeError(`'deleteProperty' on proxy: trap returned falsish for property '${KeyText(key)}'`);
  return true;
}

// 7.3.26 CopyDataProperties
function proxied_CopyDataProperties(target, from, excluded) {
  const keys = OwnKeys(from);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (Includes(excluded, key)) continue;
    if (IsOwnEnumerable(from, key)) CreateDataProperty(target, key, from[key]);
  }
}

function Includes(list, key) {
  for (let i = 0; i < list.length; i++) if (list[i] === key) return true;
  return false;
}

// 14.7.5.9 EnumerateObjectProperties: all names on the chain, as V8 does it. Whether they are enumerable is asked as it goes on.
function proxied_ForInStart(object) {
  const names = MakeList(0);
  for (let p = object; p !== null; p = GetPrototypeOf(p)) {
    const keys = IsProxy(p) ? OwnKeys(p) : OwnEnumerableNames(p);
    for (let i = 0; i < keys.length; i++) if (typeof keys[i] === 'string') Append(names, keys[i]);
  }
  return MakeEnumeration(object, names);
}

// The next key, or undefined at the end.
function proxied_ForInNext(enumeration) {
  const object = EnumerationObject(enumeration);
  for (let key = EnumerationKey(enumeration); key !== undefined; key = EnumerationKey(enumeration)) {
    for (let p = object; p !== null; p = GetPrototypeOf(p)) {
      const desc = GetOwnProperty(p, key);
      if (desc === undefined) continue;
      if (desc.enumerable) return key;
      break;
    }
  }
  return undefined;
}

function OwnStringKeys(object) {
  const keys = OwnKeys(object);
  const names = MakeList(0);
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] === 'string') Append(names, keys[i]);
  return names;
}

// 9.1.1.2.6 GetBindingValue of an object environment.
function proxied_GetName(object, name, strict) {
  if (name in object) return object[name];
  if (strict) ThrowReferenceError(`${name} is not defined`);
  return undefined;
}

// 9.1.1.2.5 SetMutableBinding of an object environment.
function proxied_SetName(object, name, value, strict) {
  if (!(name in object) && strict) ThrowReferenceError(`${name} is not defined`);
  if (strict) proxied_SetStrict(object, name, value, object);
  else SetProperty(object, name, value, object);
}

// A global name that is found by no cell, with a Proxy behind the global object.
function proxied_GetGlobal(global, name, orUndefined) {
  if (name in global) return global[name];
  if (!orUndefined) ThrowReferenceError(`${name} is not defined`);
  return undefined;
}

function proxied_SetGlobal(global, name, value, strict) {
  if (!(name in global) && strict) ThrowReferenceError(`${name} is not defined`);
  if (strict) proxied_SetStrict(global, name, value, global);
  else SetProperty(global, name, value, global);
}
