// Array.prototype.sort and toSorted (ECMA-262 23.1.3.30, 23.1.3.34): a stable merge sort on private lists, so that a comparator
// that throws, or changes the array, disturbs nothing.

function ArrayPrototype_sort(comparator) {
  'name: sort';
  if (comparator !== undefined && !IsCallable(comparator)) ThrowBadComparator(comparator);
  const O = ToObject(this, 'Array.prototype.sort');
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
  const O = ToObject(this, 'Array.prototype.toSorted');
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

// Bottom-up, from runs of 6 made by insertion. `list` and `spare` change roles with each round.
function MergeSort(list, comparator) {
  const n = list.length;
  for (let start = 0; start < n; start += 6) {
    const end = start + 6 < n ? start + 6 : n;
    for (let i = start + 1; i < end; i++) {
      const value = list[i];
      let j = i;
      while (j > start && +Call(comparator, undefined, list[j - 1], value) > 0) {
        list[j] = list[j - 1];
        j--;
      }
      list[j] = value;
    }
  }
  if (n <= 6) return;
  let from = list;
  let to = MakeList(n);
  for (let width = 6; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = start + width < n ? start + width : n;
      const end = start + 2 * width < n ? start + 2 * width : n;
      let left = start;
      let right = middle;
      let k = start;
      // Two runs that are in order already need one comparison.
      if (right < end && +Call(comparator, undefined, from[middle - 1], from[middle]) > 0) {
        while (left < middle && right < end) {
          if (+Call(comparator, undefined, from[left], from[right]) > 0) to[k++] = from[right++];
          else to[k++] = from[left++];
        }
      }
      while (left < middle) to[k++] = from[left++];
      while (right < end) to[k++] = from[right++];
    }
    const other = from;
    from = to;
    to = other;
  }
  if (from !== list) for (let i = 0; i < n; i++) list[i] = from[i];
}
