// The general algorithms of JSON (ECMA-262 25.5), which call the guest.

// 25.5.1 JSON.parse ( text [ , reviver ] )
function JSONStatic_parse(text, reviver) {
  const unfiltered = JSONParseText(ToString(text));
  if (!IsCallable(reviver)) return unfiltered;
  const root = MakeObject();
  CreateDataProperty(root, '', unfiltered);
  return JSON_internalize(root, '', reviver);
}

// 25.5.1.1 InternalizeJSONProperty
function JSON_internalize(holder, name, reviver) {
  const val = holder[name];
  if (IsObject(val)) {
    if (IsArray(val)) {
      const len = LengthOfArrayLike(val);
      for (let i = 0; i < len; i++) {
        const newElement = JSON_internalize(val, `${i}`, reviver);
        if (newElement === undefined) DeleteProperty(val, i);
        else TryCreateDataProperty(val, i, newElement);
      }
    } else {
      const keys = OwnEnumerableNames(val);
      const count = keys.length;
      for (let i = 0; i < count; i++) {
        const newElement = JSON_internalize(val, keys[i], reviver);
        if (newElement === undefined) DeleteProperty(val, keys[i]);
        else TryCreateDataProperty(val, keys[i], newElement);
      }
    }
  }
  return Call(reviver, holder, name, val);
}

// 25.5.2 JSON.stringify ( value [ , replacer [ , space ] ] )
function JSONStatic_stringify(value, replacer, space) {
  let replacerFunction;
  let propertyList;
  if (IsCallable(replacer)) replacerFunction = replacer;
  else if (IsArray(replacer)) propertyList = JSON_propertyList(replacer);
  if (IsObject(space)) {
    const type = WrappedType(space);
    if (type === 'number') space = +space;
    else if (type === 'string') space = ToString(space);
  }
  const serializer = JSONSerializer(value, JSONGap(space), propertyList, replacerFunction !== undefined);
  if (replacerFunction === undefined) return JSON_serialize(serializer);
  const wrapper = MakeObject();
  CreateDataProperty(wrapper, '', value);
  return JSON_serialize(serializer, replacerFunction, wrapper);
}

// The property list that a replacer array stands for.
function JSON_propertyList(replacer) {
  const items = MakeList(0);
  const len = LengthOfArrayLike(replacer);
  for (let k = 0; k < len; k++) {
    const v = replacer[k];
    if (typeof v === 'string') Append(items, v);
    else if (typeof v === 'number') Append(items, `${v}`);
    else if (IsObject(v)) {
      const type = WrappedType(v);
      if (type === 'string' || type === 'number') Append(items, ToString(v));
    }
  }
  return WithoutDuplicates(items);
}

// 25.5.2.2 SerializeJSONProperty for each property of which the guest has to say what its value is; the others, and what is written, are the serializer's.
function JSON_serialize(serializer, replacer, wrapper) {
  let key = JSONNext(serializer);
  while (key !== null) {
    if (key === undefined) {
      key = JSONNext(serializer);
      continue;
    }
    let value = JSONIsRead(serializer) ? JSONValue(serializer) : JSONHolder(serializer)[key];
    if (IsObject(value) || typeof value === 'bigint') {
      const toJSON = value.toJSON;
      if (IsCallable(toJSON)) value = Call(toJSON, value, key);
    }
    if (replacer !== undefined) {
      value = Call(replacer, wrapper === undefined ? JSONHolder(serializer) : wrapper, key, value);
      wrapper = undefined;
    }
    if (IsObject(value)) {
      if (IsCallable(value)) value = undefined;
      else if (IsProxy(value)) {
        JSONCheck(serializer, value);
        key = JSONGiveProxy(serializer, value, IsArray(value) ? LengthOfArrayLike(value) : OwnEnumerableNames(value));
        continue;
      } else {
        const type = WrappedType(value);
        if (type === 'number') value = +value;
        else if (type === 'string') value = ToString(value);
        else if (type === 'boolean' || type === 'bigint') value = WrappedValue(value);
      }
    }
    key = JSONGive(serializer, value);
  }
  return JSONText(serializer);
}
