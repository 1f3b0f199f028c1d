// Object (ECMA-262 20.1): what calls the guest. Native forms without guest calls are in intrinsics/object.ts.

// 20.1.2.1 Object.assign ( target, ...sources ), from step 2 on.
function ObjectStatic_assign(to, sources) {
  for (let i = 0; i < sources.length; i++) {
    const source = sources[i];
    if (source === undefined || source === null) continue;
    const from = ToObject(source);
    const keys = OwnKeys(from);
    for (let j = 0; j < keys.length; j++) {
      const key = keys[j];
      if (IsOwnEnumerable(from, key)) to[key] = from[key];
    }
  }
  return to;
}

// 6.2.6.5 ToPropertyDescriptor, as an object without prototype that has the fields as plain data properties.
function ToPlainDescriptor(attributes) {
  if (!IsObject(attributes)) ThrowTypeError(`Property description must be an object: ${Describe(attributes)}`);
  const desc = MakeObjectWith(null);
  if ('enumerable' in attributes) desc.enumerable = !!attributes.enumerable;
  if ('configurable' in attributes) desc.configurable = !!attributes.configurable;
  if ('value' in attributes) desc.value = attributes.value;
  if ('writable' in attributes) desc.writable = !!attributes.writable;
  if ('get' in attributes) {
    const getter = attributes.get;
    if (getter !== undefined && !IsCallable(getter)) ThrowTypeError(`Getter must be a function: ${Describe(getter)}`);
    desc.get = getter;
  }
  if ('set' in attributes) {
    const setter = attributes.set;
    if (setter !== undefined && !IsCallable(setter)) ThrowTypeError(`Setter must be a function: ${Describe(setter)}`);
    desc.set = setter;
  }
  if ((HasOwn(desc, 'get') || HasOwn(desc, 'set')) && (HasOwn(desc, 'value') || HasOwn(desc, 'writable'))) {
    ThrowTypeError(`Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, ${Describe(attributes)}`);
  }
  return desc;
}

// 10.4.2.4 ArraySetLength, steps 3 to 5: the new length, converted twice.
function ArrayLengthOf(value) {
  const length = +value >>> 0;
  if (length !== +value) ThrowRangeError('Invalid array length');
  return length;
}

// Object.defineProperty or Reflect.defineProperty, `f`, again with all that it takes made plain.
function Recall_define(f, self, object, key, attributes) {
  const name = ToPropertyKey(key);
  const desc = ToPlainDescriptor(attributes);
  if (ConvertDefined(object, name, desc)) return f === ReflectDefineProperty ? true : object;
  return Call(f, self, object, name, desc);
}

// What [[DefineOwnProperty]] converts: the value of a descriptor of plain data properties that becomes an array's length; or that of an element of
// a typed array, which is written then, if there still is one: true.
function ConvertDefined(object, name, desc) {
  if (!NeedsConversion(object, name, desc)) return false;
  if (name !== 'length') return operator_SetElement(object, name, desc.value);
  desc.value = ArrayLengthOf(desc.value);
  return false;
}

// 20.1.2.3.1 ObjectDefineProperties; `properties` is an object.
function ObjectDefineProperties(object, properties) {
  const keys = OwnKeys(properties);
  const names = MakeList(0);
  const descriptors = MakeList(0);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (IsOwnEnumerable(properties, key)) {
      Append(descriptors, ToPlainDescriptor(properties[key]));
      Append(names, key);
    }
  }
  for (let i = 0; i < names.length; i++) {
    const desc = descriptors[i];
    if (!ConvertDefined(object, names[i], desc)) DefineOrThrow(object, names[i], desc);
  }
  return object;
}

// 7.3.24 EnumerableOwnProperties; `kind` is 'entries' or 'values'.
function EnumerableOwnProperties(object, kind) {
  const keys = OwnNames(object);
  const list = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (IsOwnEnumerable(object, key)) {
      const value = object[key];
      Append(list, kind === 'values' ? value : [key, value]);
    }
  }
  return list;
}

// 20.1.2.7 Object.fromEntries ( iterable )
function ObjectStatic_fromEntries(iterable) {
  'name: fromEntries';
  if (iterable === undefined || iterable === null) ThrowTypeError(`${iterable} is not iterable`);
  const object = MakeObject();
  let count = 0;
  for (const item of iterable) {
    if (!IsObject(item)) ThrowTypeError(`Iterator value ${Describe(item)} is not an entry object`);
    const first = item[0];
    const value = item[1];
    const key = ToPropertyKey(first);
    // Of many properties, assignments would make the host's object a dictionary (shapes.ts).
    if (++count > 12 || !AddsProperty(object, key, value)) CreateDataProperty(object, key, value);
  }
  return object;
}

// 20.1.2.13 Object.groupBy ( items, callback )
function ObjectStatic_groupBy(items, callback) {
  'name: groupBy';
  if (items === undefined || items === null) ThrowTypeError(`${items} is not iterable`);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  const groups = MakeObjectWith(null);
  let k = 0;
  for (const value of items) {
    const key = ToPropertyKey(Call(callback, undefined, value, k));
    const group = groups[key];
    if (group === undefined) groups[key] = [value];
    else Append(group, value);
    k++;
  }
  return groups;
}

// 20.1.3.5 Object.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] )
function ObjectPrototype_toLocaleString() {
  'name: toLocaleString';
  if (this === undefined || this === null) ThrowTypeError('Object.prototype.toLocaleString called on null or undefined');
  return this.toString();
}

// 20.1.3.6 Object.prototype.toString ( ), from step 15 on, where @@toStringTag is an accessor.
function ObjectPrototype_toStringTagged(object, builtinTag) {
  const tag = object[SymbolToStringTag];
  return `[object ${typeof tag === 'string' ? tag : builtinTag}]`;
}
