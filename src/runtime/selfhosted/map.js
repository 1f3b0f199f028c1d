// Map (ECMA-262 24.1): what calls the guest. Also what WeakMap shares.

// 24.1.1.1 Map ( [ iterable ] ), from step 5 on, and 24.3.1.1 WeakMap ( [ iterable ] ): AddEntriesFromIterable.
function MapConstructor_fill(map, iterable) {
  const adder = map.set;
  if (!IsCallable(adder)) ThrowTypeError(`'${Describe(adder)}' returned for property 'set' of object '${Describe(map)}' is not a function`);
  for (const item of iterable) {
    if (!IsObject(item)) ThrowTypeError(`Iterator value ${Describe(item)} is not an entry object`);
    Call(adder, map, item[0], item[1]);
  }
  return map;
}

// 24.1.2.1 Map.groupBy ( items, callback )
function MapStatic_groupBy(items, callback) {
  'name: groupBy';
  if (items === undefined || items === null) ThrowTypeError(`${items} is not iterable`);
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  const map = MapNew();
  let k = 0;
  for (const value of items) {
    MapGroupAdd(map, Call(callback, undefined, value, k), value);
    k++;
  }
  return map;
}

// 24.1.3.5 Map.prototype.forEach ( callback [ , thisArg ] )
function MapPrototype_forEach(callback, thisArg) {
  'name: forEach';
  'length: 1';
  RequireMap(this, 'Map.prototype.forEach');
  if (!IsCallable(callback)) ThrowNotFunction(callback);
  const walk = MapWalk(this);
  for (let key = MapWalkKey(walk); key !== IterationEnd; key = MapWalkKey(walk)) Call(callback, thisArg, MapWalkValue(walk), key, this);
}
