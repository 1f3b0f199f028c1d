// What is not ECMAScript and reads objects of the guest: TextDecoder's options, DOMException's arguments.

function DOMException_construct(f, newTarget, message, options) {
  const text = message === undefined ? undefined : `${message}`;
  // As in Node: an object gives a name, and a cause.
  if (!IsObject(options)) return ConstructList(f, [text, options], newTarget);
  const name = options.name;
  const exception = ConstructList(f, [text, name === undefined ? undefined : `${name}`], newTarget);
  if ('cause' in options) DefineHidden(exception, 'cause', options.cause);
  return exception;
}

function TextDecoder_construct(newTarget, label, options) {
  const name = label === undefined ? 'utf-8' : `${label}`;
  if (options === undefined || options === null) return TextDecoderNew(newTarget, name, false, false);
  if (!IsObject(options)) ThrowTypeError('The "options" argument must be of type object.');
  const fatal = !!options.fatal;
  return TextDecoderNew(newTarget, name, fatal, !!options.ignoreBOM);
}

function TextDecoder_decode(input, options) {
  return TextDecoderDecode(this, input, !!options.stream);
}
