// Iteration protocol helpers (ECMA-262 7.4), and the slow path of array iterators (23.1.5.2.1).

// IteratorClose for a throw completion: whatever `return` does, the original exception goes on.
function CloseOnThrow(iterator) {
  try {
    const method = iterator.return;
    if (method !== undefined && method !== null) Call(method, iterator);
  } catch {
    // 7.4.11, step 5: the completion that closed the iterator counts.
  }
}

// The native fast path has checked the receiver; its target is not a plain array.
function ArrayIteratorPrototype_next() {
  'name: next';
  const target = ArrayIteratorTarget(this);
  if (target === undefined) return IterResult(undefined, true);
  const index = ArrayIteratorIndex(this);
  if (index >= (IsTypedArray(target) ? IteratedLength(target) : LengthOfArrayLike(target))) {
    ArrayIteratorFinish(this);
    return IterResult(undefined, true);
  }
  ArrayIteratorAdvance(this, index + 1);
  const kind = ArrayIteratorKind(this);
  if (kind === 'keys') return IterResult(index, false);
  const value = target[index];
  return IterResult(kind === 'values' ? value : MakePair(index, value), false);
}
