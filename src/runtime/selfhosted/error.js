// Errors (ECMA-262 20.5): what needs the guest. The objects are made by intrinsics/error.ts, with their stack captured.

// 20.5.1.1 Error ( message [ , options ] ), from step 3 on.
function ErrorConstructor_fill(error, message, options) {
  if (message !== undefined) DefineHidden(error, 'message', `${message}`);
  if (IsObject(options) && 'cause' in options) DefineHidden(error, 'cause', options.cause);
  return error;
}

// 20.5.7.1.1 AggregateError ( errors, message [ , options ] ), from step 3 on.
function AggregateErrorConstructor_fill(error, errors, message, options) {
  ErrorConstructor_fill(error, message, options);
  const list = [];
  for (const item of errors) Append(list, item);
  DefineHidden(error, 'errors', list);
  return error;
}

// 20.5.3.4 Error.prototype.toString ( ) of an object.
function ErrorPrototype_toStringSlow() {
  const name = this.name;
  const nameText = name === undefined ? 'Error' : `${name}`;
  const message = this.message;
  return JoinErrorHeader(nameText, message === undefined ? '' : `${message}`);
}

// The text of the stack of an error whose name or message is an accessor or an object.
function ErrorPrototype_stackSlow() {
  let header;
  try {
    header = Call(ErrorPrototype_toStringSlow, this);
  } catch (e) {
    header = '<error>';
  }
  return FormatStack(this, header);
}
