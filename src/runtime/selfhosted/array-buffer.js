// ArrayBuffer and SharedArrayBuffer (ECMA-262 25.1, 25.2): what converts objects or constructs by species.

// 25.1.4.1 ArrayBuffer ( length [ , options ] ) and 25.2.3.1: ToIndex, then GetArrayBufferMaxByteLengthOption.
function ArrayBuffer_construct(kind, newTarget, length, options) {
  const bytes = ToIndexOfPrimitive(ToPrimitive(length, 'number'));
  let max;
  if (IsObject(options)) {
    const value = options.maxByteLength;
    if (value !== undefined) max = ToIndexOfPrimitive(ToPrimitive(value, 'number'));
  }
  return AllocateBuffer(kind, newTarget, bytes, max);
}

// 25.1.6.7
function ArrayBufferPrototype_slice(start, end) {
  'name: slice';
  return Buffer_slice('ArrayBuffer', this, start, end);
}

// 25.2.5.6
function SharedArrayBufferPrototype_slice(start, end) {
  'name: slice';
  return Buffer_slice('SharedArrayBuffer', this, start, end);
}

function Buffer_slice(kind, O, start, end) {
  const len = RequireBuffer(kind, O, 'slice');
  const first = RelativeStart(start, len);
  const final = RelativeEnd(end, len);
  const newLen = final > first ? final - first : 0;
  const ctor = SpeciesConstructor(O, kind === 'ArrayBuffer' ? ArrayBuffer : SharedArrayBuffer);
  const result = Construct(ctor, newLen);
  const size = RequireBuffer(kind, result, 'slice');
  if (result === O) ThrowTypeError('ArrayBuffer subclass returned this from species constructor');
  if (size < newLen) ThrowTypeError('Species constructor returned a too small ArrayBuffer');
  const current = RequireBuffer(kind, O, 'slice');
  if (first < current) CopyBytes(result, 0, O, first, newLen < current - first ? newLen : current - first);
  return result;
}
