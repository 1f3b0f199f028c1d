// What the console calls the guest for: arguments of %s, %d, %i, %f and %j that are objects.

function Console_format(stream, args, after) {
  const list = CopyList(args);
  const conversions = ConsoleConversions(args);
  const texts = MakeList(0);
  for (let i = 0; i < conversions.length; i += 2) {
    const letter = conversions[i];
    const index = conversions[i + 1];
    const value = list[index];
    if (letter === 'd') list[index] = +value;
    else if (letter !== 'j') list[index] = ToString(value);
    else {
      Append(texts, index);
      Append(texts, Console_json(value));
    }
  }
  return ConsoleWrite(stream, list, texts, after, undefined);
}

// Calls the getters of Symbol.toStringTag of objects that are shown.
function Console_tagged(stream, args, texts, after, objects) {
  const tags = MakeList(0);
  for (let i = 0; i < objects.length; i++) {
    Append(tags, objects[i]);
    Append(tags, objects[i][SymbolToStringTag]);
  }
  return ConsoleWrite(stream, args, texts, after, tags);
}

// The JSON text of a value, or what is shown of one that refers to itself.
function Console_json(value) {
  try {
    const json = Call(JSONStringify, undefined, value);
    return json === undefined ? 'undefined' : json;
  } catch (error) {
    if (IsCircularError(error)) return '[Circular]';
    throw error;
  }
}

// console.assert whose first message is an object.
function Console_assert(args) {
  const list = CopyList(args);
  list[0] = `Assertion failed: ${list[0]}`;
  return Console_format('err', list, '');
}

// A method whose first argument is a label, given as an object.
function Console_labelled(method, args) {
  const list = CopyList(args);
  list[0] = ToString(list[0]);
  return Apply(method, undefined, list);
}
