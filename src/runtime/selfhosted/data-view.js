// DataView (ECMA-262 25.3): conversions of objects. The numbers then go through the natives again.

// 25.3.2.1, from step 3 on: the offset is checked against the buffer before the length is converted.
function DataView_construct(f, newTarget, buffer, byteOffset, length) {
  const offset = ToIndexOfPrimitive(ToPrimitive(byteOffset, 'number'));
  if (IsObject(length) && DataViewOffsetFits(buffer, offset)) length = ToIndexOfPrimitive(ToPrimitive(length, 'number'));
  return ConstructList(f, [buffer, offset, length], newTarget);
}

// 25.3.1.5 GetViewValue
function DataView_get(f, view, requestIndex, littleEndian) {
  return Call(f, view, ToIndexOfPrimitive(ToPrimitive(requestIndex, 'number')), littleEndian);
}

// 25.3.1.6 SetViewValue
function DataView_set(f, view, requestIndex, value, littleEndian, isBigInt) {
  const index = ToIndexOfPrimitive(ToPrimitive(requestIndex, 'number'));
  return Call(f, view, index, isBigInt ? ToBigInt(value) : +value, littleEndian);
}
