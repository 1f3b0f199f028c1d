// Array.prototype.sort and toSorted (ECMA-262 23.1.3.30, 23.1.3.34): a stable sort of private lists, so that a comparator that
// throws, or changes the array, disturbs nothing.

function ArrayPrototype_sort(comparator) {
  'name: sort';
  if (comparator !== undefined && !IsCallable(comparator)) ThrowBadComparator(comparator);
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  const items = MakeList(0);
  let undefineds = 0;
  for (let k = 0; k < len; k++) {
    if (!(k in O)) continue;
    const value = O[k];
    if (value === undefined) undefineds++;
    else Append(items, value);
  }
  SortList(items, comparator);
  const count = items.length;
  let k = 0;
  for (; k < count; k++) O[k] = items[k];
  for (; k < count + undefineds; k++) O[k] = undefined;
  for (; k < len; k++) DeletePropertyOrThrow(O, k);
  return O;
}

function ArrayPrototype_toSorted(comparator) {
  'name: toSorted';
  if (comparator !== undefined && !IsCallable(comparator)) ThrowBadComparator(comparator);
  const O = ToObject(this);
  const len = LengthOfArrayLike(O);
  if (len > 4294967295) ThrowRangeError('Invalid array length');
  const items = MakeList(0);
  let undefineds = 0;
  for (let k = 0; k < len; k++) {
    const value = O[k];
    if (value === undefined) undefineds++;
    else Append(items, value);
  }
  SortList(items, comparator);
  for (; undefineds > 0; undefineds--) Append(items, undefined);
  return items;
}

function ThrowBadComparator(comparator) {
  ThrowTypeError(`The comparison function must be either a function or undefined`);
}

// Sorts a private list without undefined elements.
function SortList(items, comparator) {
  if (comparator !== undefined) {
    MergeSort(items, comparator);
    return;
  }
  // 23.1.3.30.2 CompareArrayElements without comparator: by the strings of the elements, each converted once.
  const keys = MakeList(items.length);
  for (let i = 0; i < items.length; i++) keys[i] = `${items[i]}`;
  SortByKeys(items, keys);
}

// The lists below are the library's own, which V8 may convert from one kind of elements to another: 'private lists' (library.ts).
//
// Timsort without galloping: natural runs, short ones extended by binary insertion, merged while a stack of runs keeps their
// lengths balanced. An element is moved before another only if the comparator says that it is less, and arrays below 64 elements
// are compared in V8's order, so that comparators that contradict themselves give the same results as there.
function MergeSort(list, comparator) {
  'private lists';
  const n = list.length;
  if (n < 2) return;
  const minimum = MinimumRun(n);
  const bases = MakeList(0);
  const lengths = MakeList(0);
  const spare = n < 64 ? list : MakeList(n);
  for (let low = 0; low < n; ) {
    let length = MakeRun(list, low, n, comparator);
    if (length < minimum) {
      const forced = n - low < minimum ? n - low : minimum;
      InsertBinary(list, low, low + length, low + forced, comparator);
      length = forced;
    }
    Append(bases, low);
    Append(lengths, length);
    CollapseRuns(list, bases, lengths, spare, comparator, false);
    low += length;
  }
  CollapseRuns(list, bases, lengths, spare, comparator, true);
}

// Between 32 and 64, such that n divided by it is a power of two or a bit less.
function MinimumRun(n) {
  let rest = 0;
  while (n >= 64) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

// The length of the run that starts at `low`; a descending one is reversed.
function MakeRun(list, low, high, comparator) {
  'private lists';
  let k = low + 1;
  if (k === high) return 1;
  const descending = +Call(comparator, undefined, list[k], list[k - 1]) < 0;
  for (k++; k < high; k++) {
    if (+Call(comparator, undefined, list[k], list[k - 1]) < 0 !== descending) break;
  }
  if (descending) {
    for (let i = low, j = k - 1; i < j; i++, j--) {
      const value = list[i];
      list[i] = list[j];
      list[j] = value;
    }
  }
  return k - low;
}

// Inserts the elements from `start` to `high` into the sorted ones from `low` to `start`.
function InsertBinary(list, low, start, high, comparator) {
  'private lists';
  for (; start < high; start++) {
    const pivot = list[start];
    let left = low;
    let right = start;
    while (left < right) {
      const middle = left + ((right - left) >> 1);
      if (+Call(comparator, undefined, pivot, list[middle]) < 0) right = middle;
      else left = middle + 1;
    }
    for (let i = start; i > left; i--) list[i] = list[i - 1];
    list[left] = pivot;
  }
}

// Merges runs at the top of the stack until each is longer than the two after it together; all of them if `all`.
function CollapseRuns(list, bases, lengths, spare, comparator, all) {
  'private lists';
  while (lengths.length > 1) {
    let i = lengths.length - 2;
    const short = (i > 0 && lengths[i - 1] <= lengths[i] + lengths[i + 1]) || (i > 1 && lengths[i - 2] <= lengths[i - 1] + lengths[i]);
    if (short || all) {
      if (i > 0 && lengths[i - 1] < lengths[i + 1]) i--;
    } else if (lengths[i] > lengths[i + 1]) {
      return;
    }
    MergeRuns(list, bases[i], lengths[i], lengths[i + 1], spare, comparator);
    lengths[i] += lengths[i + 1];
    for (let k = i + 1; k + 1 < lengths.length; k++) {
      bases[k] = bases[k + 1];
      lengths[k] = lengths[k + 1];
    }
    bases.length--;
    lengths.length--;
  }
}

// Merges two runs that follow one another.
function MergeRuns(list, base, leftLength, rightLength, spare, comparator) {
  'private lists';
  const middle = base + leftLength;
  const end = middle + rightLength;
  if (!(+Call(comparator, undefined, list[middle], list[middle - 1]) < 0)) return;
  for (let i = base; i < middle; i++) spare[i] = list[i];
  let left = base;
  let right = middle;
  let to = base;
  while (left < middle && right < end) {
    if (+Call(comparator, undefined, list[right], spare[left]) < 0) list[to++] = list[right++];
    else list[to++] = spare[left++];
  }
  while (left < middle) list[to++] = spare[left++];
}
