// Object, Object.prototype and Reflect (ECMA-262 20.1, 28.1) where a Proxy is involved: what the natives of intrinsics/object.ts,
// object-prototype.ts and reflect.ts go on as, from their start.

// 20.1.2.2 Object.create ( O, Properties )
function Object_createGeneral(proto, properties) {
  return ObjectDefineProperties(MakeObjectWith(proto), ToObject(properties));
}

// 20.1.2.3
function Object_definePropertiesGeneral(object, properties) {
  return ObjectDefineProperties(object, ToObject(properties));
}

// 20.1.2.4
function Object_definePropertyGeneral(object, key, attributes) {
  const name = ToPropertyKey(key);
  const desc = ToPlainDescriptor(attributes);
  DefineOrThrow(object, name, desc);
  return object;
}

// 20.1.2.5, 20.1.2.18
function Object_entriesGeneral(value) {
  return EnumerableOwnProperties(ToObject(value), 'entries');
}

function Object_keysGeneral(value) {
  const object = ToObject(value);
  const keys = OwnKeys(object);
  const list = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key === 'string' && IsOwnEnumerable(object, key)) Append(list, key);
  }
  return list;
}

function Object_valuesGeneral(value) {
  return EnumerableOwnProperties(ToObject(value), 'values');
}

// 7.3.16 SetIntegrityLevel
function SetIntegrity(object, frozen) {
  if (!PreventExtensions(object)) return false;
  const keys = OwnKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const desc = MakeObjectWith(null);
    if (frozen) {
      const current = GetOwnProperty(object, keys[i]);
      if (current === undefined) continue;
      desc.configurable = false;
      if (!('get' in current || 'set' in current)) desc.writable = false;
    } else {
      desc.configurable = false;
    }
    DefineOrThrow(object, keys[i], desc);
  }
  return true;
}

// 7.3.17 TestIntegrityLevel
function TestIntegrity(object, frozen) {
  if (IsExtensible(object)) return false;
  const keys = OwnKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const desc = GetOwnProperty(object, keys[i]);
    if (desc !== undefined && (desc.configurable || (frozen && desc.writable))) return false;
  }
  return true;
}

function Object_freezeGeneral(object) {
  if (!SetIntegrity(object, true)) ThrowTypeError("'preventExtensions' on proxy: trap returned falsish");
  return object;
}

function Object_sealGeneral(object) {
  if (!SetIntegrity(object, false)) ThrowTypeError("'preventExtensions' on proxy: trap returned falsish");
  return object;
}

function Object_isFrozenGeneral(object) {
  return TestIntegrity(object, true);
}

function Object_isSealedGeneral(object) {
  return TestIntegrity(object, false);
}

function Object_isExtensibleGeneral(object) {
  return IsExtensible(object);
}

function Object_preventExtensionsGeneral(object) {
  if (!PreventExtensions(object)) ThrowTypeError("'preventExtensions' on proxy: trap returned falsish");
  return object;
}

// 20.1.2.8
function Object_getOwnPropertyDescriptorGeneral(value, key) {
  const object = ToObject(value);
  const desc = GetOwnProperty(object, ToPropertyKey(key));
  return desc === undefined ? undefined : FromDescriptor(desc);
}

// 20.1.2.9
function Object_getOwnPropertyDescriptorsGeneral(value) {
  const object = ToObject(value);
  const keys = OwnKeys(object);
  const result = MakeObject();
  for (let i = 0; i < keys.length; i++) {
    const desc = GetOwnProperty(object, keys[i]);
    if (desc !== undefined) CreateDataProperty(result, keys[i], FromDescriptor(desc));
  }
  return result;
}

// 20.1.2.10, 20.1.2.11
function Object_getOwnPropertyNamesGeneral(value) {
  return OwnStringKeys(ToObject(value));
}

function Object_getOwnPropertySymbolsGeneral(value) {
  const keys = OwnKeys(ToObject(value));
  const list = [];
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] === 'symbol') Append(list, keys[i]);
  return list;
}

function Object_getPrototypeOfGeneral(value) {
  return GetPrototypeOf(ToObject(value));
}

function Object_hasOwnGeneral(value, key) {
  const object = ToObject(value);
  return HasOwn(object, ToPropertyKey(key));
}

// 20.1.2.23
function Object_setPrototypeOfGeneral(object, proto) {
  SetPrototypeOrThrow(object, proto);
  return object;
}

function SetPrototypeOrThrow(object, proto) {
  if (SetPrototypeOf(object, proto)) return;
  ThrowTypeError(IsProxy(object) ? "'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'" : `${Describe(object)} is not extensible`);
}

// --- Object.prototype

function ObjectPrototype_hasOwnPropertyGeneral(key) {
  const name = ToPropertyKey(key);
  return HasOwn(ToObject(this), name);
}

function ObjectPrototype_isPrototypeOfGeneral(value) {
  const object = ToObject(this);
  for (let p = GetPrototypeOf(value); p !== null; p = GetPrototypeOf(p)) if (p === object) return true;
  return false;
}

function ObjectPrototype_propertyIsEnumerableGeneral(key) {
  const name = ToPropertyKey(key);
  return IsOwnEnumerable(ToObject(this), name);
}

function ObjectPrototype_getProtoGeneral() {
  return GetPrototypeOf(ToObject(this));
}

function ObjectPrototype_setProtoGeneral(proto) {
  SetPrototypeOrThrow(this, proto);
}

function ObjectPrototype_defineGetterGeneral(key, getter) {
  const desc = MakeObjectWith(null);
  desc.get = getter;
  desc.enumerable = true;
  desc.configurable = true;
  DefineOrThrow(ToObject(this), ToPropertyKey(key), desc);
}

function ObjectPrototype_defineSetterGeneral(key, setter) {
  const desc = MakeObjectWith(null);
  desc.set = setter;
  desc.enumerable = true;
  desc.configurable = true;
  DefineOrThrow(ToObject(this), ToPropertyKey(key), desc);
}

function LookupAccessor(object, key, field) {
  for (let p = object; p !== null; p = GetPrototypeOf(p)) {
    const desc = GetOwnProperty(p, key);
    if (desc !== undefined) return desc[field];
  }
  return undefined;
}

function ObjectPrototype_lookupGetterGeneral(key) {
  const object = ToObject(this);
  return LookupAccessor(object, ToPropertyKey(key), 'get');
}

function ObjectPrototype_lookupSetterGeneral(key) {
  const object = ToObject(this);
  return LookupAccessor(object, ToPropertyKey(key), 'set');
}

// --- Reflect

function Reflect_definePropertyGeneral(target, key, attributes) {
  const name = ToPropertyKey(key);
  return DefineOwnProperty(target, name, ToPlainDescriptor(attributes));
}

function Reflect_deletePropertyGeneral(target, key) {
  return DeleteProperty(target, ToPropertyKey(key));
}

function Reflect_getGeneral(target, key, ...receiver) {
  const name = ToPropertyKey(key);
  return GetProperty(target, name, receiver.length > 0 ? receiver[0] : target);
}

function Reflect_getOwnPropertyDescriptorGeneral(target, key) {
  const desc = GetOwnProperty(target, ToPropertyKey(key));
  return desc === undefined ? undefined : FromDescriptor(desc);
}

function Reflect_getPrototypeOfGeneral(target) {
  return GetPrototypeOf(target);
}

function Reflect_hasGeneral(target, key) {
  return HasProperty(target, ToPropertyKey(key));
}

function Reflect_isExtensibleGeneral(target) {
  return IsExtensible(target);
}

function Reflect_ownKeysGeneral(target) {
  return CopyList(OwnKeys(target));
}

function Reflect_preventExtensionsGeneral(target) {
  return PreventExtensions(target);
}

function Reflect_setGeneral(target, key, value, ...receiver) {
  const name = ToPropertyKey(key);
  return SetProperty(target, name, value, receiver.length > 0 ? receiver[0] : target);
}

function Reflect_setPrototypeOfGeneral(target, proto) {
  return SetPrototypeOf(target, proto);
}
