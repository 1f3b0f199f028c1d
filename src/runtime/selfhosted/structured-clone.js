// structuredClone (HTML 2.7.3 StructuredSerializeInternal, 2.7.10 structuredClone): the walk, which runs the guest's getters.

function StructuredClone(value, options) {
  'name: structuredClone';
  'length: 1';
  if (arguments.length === 0) ThrowTypeError('The "value" argument must be specified');
  const memory = MapNew();
  const transferred = TransferList(options);
  const targets = MakeList(0);
  for (let i = 0; i < transferred.length; i++) {
    const target = TransferTarget(transferred[i]);
    Append(targets, target);
    MemorySet(memory, transferred[i], target);
  }
  const clone = CloneValue(value, memory);
  for (let i = 0; i < transferred.length; i++) FinishTransfer(transferred[i], targets[i]);
  return clone;
}

// The option `transfer`, a sequence of objects.
function TransferList(options) {
  const list = MakeList(0);
  if (options === undefined || options === null) return list;
  if (!IsObject(options)) ThrowTypeError('The options argument must be either an object or undefined');
  const transfer = options.transfer;
  if (transfer === undefined) return list;
  if (!IsObject(transfer) || !IsCallable(transfer[SymbolIterator])) ThrowTypeError('Optional transferList argument must be an iterable');
  for (const item of transfer) {
    if (!IsTransferable(item)) ThrowTypeError('Found invalid object in transferList');
    for (let i = 0; i < list.length; i++) if (list[i] === item) ThrowDOMException('Transfer list contains duplicate ArrayBuffer', 'DataCloneError');
    Append(list, item);
  }
  return list;
}

function CloneValue(value, memory) {
  const kind = CloneKind(value);
  if (kind === 'primitive') return value;
  const known = MemoryGet(memory, value);
  if (known !== undefined) return known;
  if (kind === 'object') return CloneProperties(value, MakeObject(), memory);
  if (kind === 'array') return CloneProperties(value, ArrayCreate(value.length), memory);
  if (kind === 'none') ThrowUncloneable(value);
  if (kind === 'error') return CloneErrorObject(value, memory);
  if (kind === 'view') {
    const clone = CloneViewOver(value, CloneValue(ViewBuffer(value), memory));
    MemorySet(memory, value, clone);
    return clone;
  }
  const clone = CloneLeaf(value, kind);
  MemorySet(memory, value, clone);
  if (kind === 'map') {
    const entries = CloneMapEntries(value);
    for (let i = 0; i < entries.length; i += 2) {
      const key = CloneValue(entries[i], memory);
      MemorySet(clone, key, CloneValue(entries[i + 1], memory));
    }
  } else if (kind === 'set') {
    const entries = CloneSetEntries(value);
    for (let i = 0; i < entries.length; i++) CloneSetAdd(clone, CloneValue(entries[i], memory));
  }
  return clone;
}

// The own enumerable properties with string keys.
function CloneProperties(value, clone, memory) {
  MemorySet(memory, value, clone);
  const names = OwnNames(value);
  const keys = MakeList(0);
  for (let i = 0; i < names.length; i++) if (IsOwnEnumerable(value, names[i])) Append(keys, names[i]);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (HasOwn(value, key)) CreateDataProperty(clone, key, CloneValue(value[key], memory));
  }
  return clone;
}

function CloneErrorObject(value, memory) {
  const name = value.name;
  const message = OwnDataProperty(value, 'message');
  const clone = CloneError(value, name === undefined ? 'Error' : `${name}`, message === undefined ? undefined : `${message}`);
  MemorySet(memory, value, clone);
  if (HasOwn(value, 'cause')) DefineHidden(clone, 'cause', CloneValue(value.cause, memory));
  return clone;
}
