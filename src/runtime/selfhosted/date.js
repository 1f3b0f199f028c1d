// What Date (ECMA-262 21.4) calls the guest for: conversions of objects.

// 21.4.2.1 Date ( ...values ) as a constructor, with objects among the arguments.
function DateConstructor_general(newTarget, args) {
  const list = CopyList(args);
  if (list.length === 1) {
    const v = ToPrimitive(list[0], 'default');
    list[0] = typeof v === 'string' ? v : +v;
  } else {
    for (let i = 0; i < list.length && i < 7; i++) list[i] = +list[i];
  }
  return DateCreate(newTarget, list);
}

// 21.4.3.4 Date.UTC, whose arguments become numbers one by one.
function DateStatic_UTC(utc, args) {
  const list = CopyList(args);
  for (let i = 0; i < list.length; i++) list[i] = +list[i];
  return Apply(utc, undefined, list);
}

// The setters of Date.prototype: `t` is the time value from before the conversions.
function DatePrototype_setGeneral(index, t, args) {
  const list = CopyList(args);
  for (let i = 0; i < list.length; i++) list[i] = +list[i];
  return DateSet(this, index, t, list);
}

// 21.4.4.37 Date.prototype.toJSON ( key )
function DatePrototype_toJSON(key) {
  'name: toJSON';
  const O = ToObject(this);
  const tv = ToPrimitive(O, 'number');
  // A number that is not finite differs from itself or lies beyond all finite ones.
  if (typeof tv === 'number' && tv - tv !== 0) return null;
  return O.toISOString();
}

// 21.4.4.45 Date.prototype [ @@toPrimitive ] ( hint )
function DatePrototype_toPrimitive(hint) {
  'name: [Symbol.toPrimitive]';
  if (!IsObject(this)) ThrowTypeError(`Method Date.prototype [ @@toPrimitive ] called on incompatible receiver ${Describe(this)}`);
  if (hint === 'string' || hint === 'default') return OrdinaryToPrimitive(this, 'string');
  if (hint === 'number') return OrdinaryToPrimitive(this, 'number');
  ThrowTypeError(`Invalid hint: ${IsObject(hint) || typeof hint === 'symbol' ? Describe(hint) : hint}`);
}
