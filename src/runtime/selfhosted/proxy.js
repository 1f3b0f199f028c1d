// Proxy (ECMA-262 10.5, 28.2): the internal methods of Proxies. Each takes the Proxy first; keys are strings and symbols, and descriptors
// private objects without prototype.

// The commonest traps are read by their own names below, and not by GetTrap, whose reads all share what compiled code knows of them.

// The trap of a handler, or undefined; a TypeError if it is no function (7.3.11 GetMethod).
function GetTrap(handler, name) {
  const trap = handler[name];
  if (trap === undefined || trap === null) return undefined;
  if (!IsCallable(trap)) ThrowNoTrap(trap, handler, name);
  return trap;
}

function ThrowNoTrap(trap, handler, name) {
  ThrowTypeError(`'${Describe(trap)}' returned for property '${name}' of object '${Describe(handler)}' is not a function`);
}

// A key in a message.
function KeyText(key) {
  return typeof key === 'symbol' ? DescribeSymbol(key) : key;
}

// 10.5.1
function Proxy_getPrototypeOf(proxy) {
  const handler = ProxyHandler(proxy, 'getPrototypeOf');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'getPrototypeOf');
  if (trap === undefined) return GetPrototypeOf(target);
  const proto = Call(trap, handler, target);
  if (!IsObject(proto) && proto !== null) ThrowTypeError("'getPrototypeOf' on proxy: trap returned neither object nor null");
  if (IsExtensible(target)) return proto;
  if (proto !== GetPrototypeOf(target)) {
    ThrowTypeError("'getPrototypeOf' on proxy: proxy target is non-extensible but the trap did not return its actual prototype");
  }
  return proto;
}

// 10.5.2
function Proxy_setPrototypeOf(proxy, proto) {
  const handler = ProxyHandler(proxy, 'setPrototypeOf');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'setPrototypeOf');
  if (trap === undefined) return SetPrototypeOf(target, proto);
  if (!Call(trap, handler, target, proto)) return false;
  if (IsExtensible(target)) return true;
  if (proto !== GetPrototypeOf(target)) ThrowTypeError("'setPrototypeOf' on proxy: trap returned truish for setting a new prototype on the non-extensible proxy target");
  return true;
}

// 10.5.3
function Proxy_isExtensible(proxy) {
  const handler = ProxyHandler(proxy, 'isExtensible');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'isExtensible');
  if (trap === undefined) return IsExtensible(target);
  const result = !!Call(trap, handler, target);
  const expected = IsExtensible(target);
  if (result !== expected) ThrowTypeError(`'isExtensible' on proxy: trap result does not reflect extensibility of proxy target (which is '${expected}')`);
  return result;
}

// 10.5.4
function Proxy_preventExtensions(proxy) {
  const handler = ProxyHandler(proxy, 'preventExtensions');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'preventExtensions');
  if (trap === undefined) return PreventExtensions(target);
  const result = !!Call(trap, handler, target);
  if (result && IsExtensible(target)) ThrowTypeError("'preventExtensions' on proxy: trap returned truish but the proxy target is extensible");
  return result;
}

// 10.5.5
function Proxy_getOwnProperty(proxy, key) {
  const handler = ProxyHandler(proxy, 'getOwnPropertyDescriptor');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'getOwnPropertyDescriptor');
  if (trap === undefined) return GetOwnProperty(target, key);
  const result = Call(trap, handler, target, key);
  if (!IsObject(result) && result !== undefined) {
    ThrowTypeError(`'getOwnPropertyDescriptor' on proxy: trap returned neither object nor undefined for property '${KeyText(key)}'`);
  }
  const targetDesc = GetOwnProperty(target, key);
  if (result === undefined) {
    if (targetDesc === undefined) return undefined;
    if (!targetDesc.configurable) {
      ThrowTypeError(`'getOwnPropertyDescriptor' on proxy: trap returned undefined for property '${KeyText(key)}' which is non-configurable in the proxy target`);
    }
    if (!IsExtensible(target)) {
      ThrowTypeError(`'getOwnPropertyDescriptor' on proxy: trap returned undefined for property '${KeyText(key)}' which exists in the non-extensible proxy target`);
    }
    return undefined;
  }
  const extensible = IsExtensible(target);
  const desc = ToPlainDescriptor(result);
  CompleteDescriptor(desc);
  if (!IsCompatible(extensible, desc, targetDesc)) {
    ThrowTypeError(`'getOwnPropertyDescriptor' on proxy: trap returned descriptor for property '${KeyText(key)}' that is incompatible with the existing property in the proxy target`);
  }
  if (!desc.configurable) {
    if (targetDesc === undefined || targetDesc.configurable) {
      ThrowTypeError(`'getOwnPropertyDescriptor' on proxy: trap reported non-configurability for property '${KeyText(key)}' which is either non-existent or configurable in the proxy target`);
    }
    if ('writable' in desc && !desc.writable && targetDesc.writable) {
      ThrowTypeError(`'getOwnPropertyDescriptor' on proxy: trap reported non-configurable and writable for property '${KeyText(key)}' which is non-configurable, non-writable in the proxy target`);
    }
  }
  return desc;
}

// 6.2.6.6 CompletePropertyDescriptor
function CompleteDescriptor(desc) {
  if ('get' in desc || 'set' in desc) {
    if (!('get' in desc)) desc.get = undefined;
    if (!('set' in desc)) desc.set = undefined;
  } else {
    if (!('value' in desc)) desc.value = undefined;
    if (!('writable' in desc)) desc.writable = false;
  }
  if (!('enumerable' in desc)) desc.enumerable = false;
  if (!('configurable' in desc)) desc.configurable = false;
}

// [[DefineOwnProperty]] of any object: a length or an element of a typed array is converted before.
function DefineOwnProperty(object, key, desc) {
  if (ConvertDefined(object, key, desc)) return true;
  return DefineConverted(object, key, desc);
}

// 10.5.6
function Proxy_defineOwnProperty(proxy, key, desc) {
  const handler = ProxyHandler(proxy, 'defineProperty');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'defineProperty');
  if (trap === undefined) return DefineOwnProperty(target, key, desc);
  if (!Call(trap, handler, target, key, FromDescriptor(desc))) return false;
  const targetDesc = GetOwnProperty(target, key);
  const extensible = IsExtensible(target);
  const settingConfigFalse = desc.configurable === false;
  if (targetDesc === undefined) {
    if (!extensible) ThrowTypeError(`'defineProperty' on proxy: trap returned truish for adding property '${KeyText(key)}'  to the non-extensible proxy target`);
    if (settingConfigFalse) {
      ThrowTypeError(`'defineProperty' on proxy: trap returned truish for defining non-configurable property '${KeyText(key)}' which is either non-existent or configurable in the proxy target`);
    }
    return true;
  }
  if (!IsCompatible(extensible, desc, targetDesc)) {
    ThrowTypeError(`'defineProperty' on proxy: trap returned truish for adding property '${KeyText(key)}'  that is incompatible with the existing property in the proxy target`);
  }
  if (settingConfigFalse && targetDesc.configurable) {
    ThrowTypeError(`'defineProperty' on proxy: trap returned truish for defining non-configurable property '${KeyText(key)}' which is either non-existent or configurable in the proxy target`);
  }
  if (!targetDesc.configurable && targetDesc.writable && desc.writable === false) {
    ThrowTypeError(`'defineProperty' on proxy: trap returned truish for defining non-configurable property '${KeyText(key)}' which cannot be non-writable, unless there exists a corresponding non-configurable, non-writable own property of the target object.`);
  }
  return true;
}

// 10.5.7
function Proxy_has(proxy, key) {
  const handler = ProxyHandler(proxy, 'has');
  const target = ProxyTarget(proxy);
  const trap = handler.has;
  if (trap === undefined || trap === null) return HasProperty(target, key);
  if (!IsCallable(trap)) ThrowNoTrap(trap, handler, 'has');
  const result = !!Call(trap, handler, target, key);
  if (result) return true;
  const targetDesc = GetOwnProperty(target, key);
  if (targetDesc !== undefined) {
    if (!targetDesc.configurable) ThrowTypeError(`'has' on proxy: trap returned falsish for property '${KeyText(key)}' which exists in the proxy target as non-configurable`);
    if (!IsExtensible(target)) ThrowTypeError(`'has' on proxy: trap returned falsish for property '${KeyText(key)}' but the proxy target is not extensible`);
  }
  return false;
}

// 10.5.8
function Proxy_get(proxy, key, receiver) {
  const handler = ProxyHandler(proxy, 'get');
  const target = ProxyTarget(proxy);
  const trap = handler.get;
  if (trap === undefined || trap === null) return GetProperty(target, key, receiver);
  if (!IsCallable(trap)) ThrowNoTrap(trap, handler, 'get');
  const result = Call(trap, handler, target, key, receiver);
  const targetDesc = GetFixedProperty(target, key);
  if (targetDesc !== undefined && !targetDesc.configurable) {
    if ('value' in targetDesc) {
      if (!targetDesc.writable && !SameValue(result, targetDesc.value)) {
        ThrowTypeError(`'get' on proxy: property '${KeyText(key)}' is a read-only and non-configurable data property on the proxy target but the proxy did not return its actual value (expected '${Describe(targetDesc.value)}' but got '${Describe(result)}')`);
      }
    } else if (targetDesc.get === undefined && result !== undefined) {
      ThrowTypeError(`'get' on proxy: property '${KeyText(key)}' is a non-configurable accessor property on the proxy target and does not have a getter function, but the trap did not return 'undefined' (got '${Describe(result)}')`);
    }
  }
  return result;
}

// 10.5.9
function Proxy_set(proxy, key, value, receiver) {
  const handler = ProxyHandler(proxy, 'set');
  const target = ProxyTarget(proxy);
  const trap = handler.set;
  if (trap === undefined || trap === null) return SetProperty(target, key, value, receiver);
  if (!IsCallable(trap)) ThrowNoTrap(trap, handler, 'set');
  if (!Call(trap, handler, target, key, value, receiver)) return false;
  const targetDesc = GetFixedProperty(target, key);
  if (targetDesc !== undefined && !targetDesc.configurable) {
    if ('value' in targetDesc) {
      if (!targetDesc.writable && !SameValue(value, targetDesc.value)) {
        ThrowTypeError(`'set' on proxy: trap returned truish for property '${KeyText(key)}' which exists in the proxy target as a non-configurable and non-writable data property with a different value`);
      }
    } else if (targetDesc.set === undefined) {
      ThrowTypeError(`'set' on proxy: trap returned truish for property '${KeyText(key)}' which exists in the proxy target as a non-configurable and non-writable accessor property without a setter`);
    }
  }
  return true;
}

// 10.5.10
function Proxy_delete(proxy, key) {
  const handler = ProxyHandler(proxy, 'deleteProperty');
  const target = ProxyTarget(proxy);
  const trap = handler.deleteProperty;
  if (trap === undefined || trap === null) return DeleteProperty(target, key);
  if (!IsCallable(trap)) ThrowNoTrap(trap, handler, 'deleteProperty');
  if (!Call(trap, handler, target, key)) return false;
  const targetDesc = GetOwnProperty(target, key);
  if (targetDesc === undefined) return true;
  if (!targetDesc.configurable) ThrowTypeError(`'deleteProperty' on proxy: trap returned truish for property '${KeyText(key)}' which is non-configurable in the proxy target`);
  if (!IsExtensible(target)) ThrowTypeError(`'deleteProperty' on proxy: trap returned truish for property '${KeyText(key)}' but the proxy target is non-extensible`);
  return true;
}

// 10.5.11: a private array.
function Proxy_ownKeys(proxy) {
  const handler = ProxyHandler(proxy, 'ownKeys');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'ownKeys');
  if (trap === undefined) return OwnKeys(target);
  const array = Call(trap, handler, target);
  if (!IsObject(array)) ThrowTypeError('CreateListFromArrayLike called on non-object');
  const count = LengthOfArrayLike(array);
  const keys = MakeList(0);
  for (let i = 0; i < count; i++) {
    const key = array[i];
    if (typeof key !== 'string' && typeof key !== 'symbol') ThrowTypeError(`${Describe(key)} is not a valid property name`);
    Append(keys, key);
  }
  if (HasDuplicates(keys)) ThrowTypeError("'ownKeys' on proxy: trap returned duplicate entries");
  const extensible = IsExtensible(target);
  const targetKeys = OwnKeys(target);
  const configurable = MakeList(0);
  const fixed = MakeList(0);
  for (let i = 0; i < targetKeys.length; i++) {
    const desc = GetFixedProperty(target, targetKeys[i]);
    Append(desc !== undefined && !desc.configurable ? fixed : configurable, targetKeys[i]);
  }
  CheckProxyKeys(keys, fixed, configurable, extensible);
  return keys;
}

// 10.5.12; `args` is a new array.
function Proxy_call(proxy, self, args) {
  const handler = ProxyHandler(proxy, 'apply');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'apply');
  if (trap === undefined) return Apply(target, self, args);
  return Call(trap, handler, target, self, args);
}

// 10.5.13
function Proxy_construct(proxy, args, newTarget) {
  const handler = ProxyHandler(proxy, 'construct');
  const target = ProxyTarget(proxy);
  const trap = GetTrap(handler, 'construct');
  if (trap === undefined) return ConstructList(target, args, newTarget);
  const object = Call(trap, handler, target, args, newTarget);
  if (!IsObject(object)) ThrowTypeError(`'construct' on proxy: trap returned non-object ('${Describe(object)}')`);
  return object;
}

// Construct(F, args, newTarget) where newTarget is a Proxy, whose prototype has to be asked for (10.1.13 OrdinaryCreateFromConstructor).
function ConstructProxied(F, args, newTarget) {
  const bound = BoundTarget(F);
  if (bound !== undefined) return ConstructProxied(bound, BoundArguments(F, args), newTarget);
  if (!MakesObject(F)) return ConstructAs(F, args, newTarget);
  const proto = newTarget.prototype;
  // 7.3.25 GetFunctionRealm, which a Proxy revoked meanwhile has not.
  if (!IsObject(proto)) ProxyHandler(newTarget, 'get');
  return ConstructOn(F, args, newTarget, proto);
}

// OrdinarySetWithOwnDescriptor, steps 2.c to 2.e, on a receiver that may be a Proxy or convert the value.
function SetOnReceiver(receiver, key, value) {
  const existing = GetOwnProperty(receiver, key);
  if (existing === undefined) return DefineOwnProperty(receiver, key, DataDescriptor(value));
  if (!existing.writable) return false;
  const desc = MakeDescriptor();
  desc.value = value;
  return DefineOwnProperty(receiver, key, desc);
}

// The descriptor of CreateDataProperty.
function DataDescriptor(value) {
  const desc = MakeDescriptor();
  desc.value = value;
  desc.writable = true;
  desc.enumerable = true;
  desc.configurable = true;
  return desc;
}

// [[Set]] of an element of the typed array itself, to an object.
function SetTypedElement(array, key, value) {
  operator_SetElement(array, key, value);
  return true;
}

// 7.3.7 CreateDataPropertyOrThrow
function CreateDataPropertyOnProxy(proxy, key, value) {
  if (!DefineOwnProperty(proxy, key, DataDescriptor(value))) ThrowTypeError(`'defineProperty' on proxy: trap returned falsish for property '${KeyText(key)}'`);
  return value;
}

function DefineOnProxyOrThrow(proxy, key, desc) {
  if (!DefineOwnProperty(proxy, key, desc)) ThrowTypeError(`'defineProperty' on proxy: trap returned falsish for property '${KeyText(key)}'`);
}

function IsOwnEnumerableOfProxy(proxy, key) {
  const desc = GetOwnProperty(proxy, ToPropertyKey(key));
  return desc !== undefined && desc.enumerable;
}

function HasOwnOfProxy(proxy, key) {
  return GetOwnProperty(proxy, ToPropertyKey(key)) !== undefined;
}

// The own enumerable string keys (7.3.24 EnumerableOwnProperties, 'key').
function OwnEnumerableNamesOfProxy(proxy) {
  const keys = OwnKeys(proxy);
  const names = MakeList(0);
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] === 'string' && IsOwnEnumerable(proxy, keys[i])) Append(names, keys[i]);
  return names;
}

// CreateDataProperty whose failure is ignored.
function TryCreateDataPropertyOnProxy(proxy, key, value) {
  return DefineOwnProperty(proxy, ToPropertyKey(key), DataDescriptor(value));
}
