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
  const wrapper = MakeObject();
  CreateDataProperty(wrapper, '', value);
  return JSON_serializeProperty('', '', wrapper, replacerFunction, propertyList, JSONGap(space), '', MakeList(0));
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

// 25.5.2.2 SerializeJSONProperty; `key` is a string, `place` the same or, of an array, the index. `stack` lists the objects
// that are being serialized, each with the place that it was found in.
function JSON_serializeProperty(key, place, holder, replacer, propertyList, gap, indent, stack) {
  let value = holder[key];
  if (IsObject(value) || typeof value === 'bigint') {
    const toJSON = value.toJSON;
    if (IsCallable(toJSON)) value = Call(toJSON, value, key);
  }
  if (replacer !== undefined) value = Call(replacer, holder, key, value);
  if (IsObject(value)) {
    const type = WrappedType(value);
    if (type === 'number') value = +value;
    else if (type === 'string') value = ToString(value);
    else if (type === 'boolean' || type === 'bigint') value = WrappedValue(value);
  }
  if (value === null) return 'null';
  if (value === true) return 'true';
  if (value === false) return 'false';
  if (typeof value === 'string') return QuoteJSONString(value);
  if (typeof value === 'number') return JSONNumber(value);
  if (typeof value === 'bigint') ThrowBigIntJSON();
  if (!IsObject(value) || IsCallable(value)) return undefined;
  JSONEnter(stack, place, value);
  const text = IsArray(value)
    ? JSON_serializeArray(value, replacer, propertyList, gap, indent, stack)
    : JSON_serializeObject(value, replacer, propertyList, gap, indent, stack);
  JSONLeave(stack);
  return text;
}

// 25.5.2.5 SerializeJSONObject
function JSON_serializeObject(value, replacer, propertyList, gap, stepback, stack) {
  const indent = stepback + gap;
  const K = propertyList === undefined ? OwnEnumerableNames(value) : propertyList;
  const count = K.length;
  const colon = gap === '' ? ':' : ': ';
  const separator = gap === '' ? ',' : ',\n' + indent;
  const pieces = MakeList(0);
  for (let i = 0; i < count; i++) {
    const P = K[i];
    const text = JSON_serializeProperty(P, P, value, replacer, propertyList, gap, indent, stack);
    if (text === undefined) continue;
    Append(pieces, QuoteJSONString(P) + colon + text);
  }
  if (pieces.length === 0) return '{}';
  const properties = JoinStrings(pieces, separator);
  return gap === '' ? '{' + properties + '}' : '{\n' + indent + properties + '\n' + stepback + '}';
}

// 25.5.2.6 SerializeJSONArray
function JSON_serializeArray(value, replacer, propertyList, gap, stepback, stack) {
  const indent = stepback + gap;
  const separator = gap === '' ? ',' : ',\n' + indent;
  const len = LengthOfArrayLike(value);
  const pieces = MakeList(0);
  for (let index = 0; index < len; index++) {
    const text = JSON_serializeProperty(`${index}`, index, value, replacer, propertyList, gap, indent, stack);
    Append(pieces, text === undefined ? 'null' : text);
  }
  if (len === 0) return '[]';
  const elements = JoinStrings(pieces, separator);
  return gap === '' ? '[' + elements + ']' : '[\n' + indent + elements + '\n' + stepback + ']';
}

// A plain tree whose text is long: natively, step by step, since each step is charged for.
function JSON_stringifyLong(value, gap) {
  const serializer = JSONSerializer(value, gap);
  for (;;) {
    const text = JSONStep(serializer);
    if (text === false) return JSONStatic_stringify(value, undefined, gap);
    if (text !== undefined) return text;
  }
}
