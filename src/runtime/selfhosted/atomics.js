// Atomics (ECMA-262 25.4): conversions of objects, in order; then the native `f` again with primitives. The array has been validated.

// 25.4.3.15 AtomicReadModifyWrite and its like: the index, then the values.
function Atomics_recall(f, self, array, args) {
  const length = TypedArrayLength(array);
  const index = ValidateAtomicIndex(length, ToPrimitive(args[0], 'number'));
  const list = [array, index];
  for (let i = 1; i < args.length; i++) Append(list, IsBigIntArray(array) ? ToBigInt(args[i]) : +args[i]);
  RevalidateAtomicAccess(array, index);
  return Apply(f, self, list);
}

// 25.4.3.14 DoWait and 25.4.15 Atomics.notify, whose third argument is a count.
function Atomics_recallWaiting(f, self, array, args, isNotify) {
  if (!isNotify) RequireShared(array);
  const length = TypedArrayLength(array);
  const list = [array, ValidateAtomicIndex(length, ToPrimitive(args[0], 'number'))];
  if (args.length > 1) Append(list, isNotify || !IsBigIntArray(array) ? (isNotify && args[1] === undefined ? undefined : +args[1]) : ToBigInt(args[1]));
  if (args.length > 2) Append(list, +args[2]);
  // One that is not shared has no waiters, and may have lost the element.
  if (isNotify && !IsSharedArray(array)) return 0;
  return Apply(f, self, list);
}
