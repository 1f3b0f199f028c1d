// Function.prototype (ECMA-262 20.2.3): what its natives end in when the guest has to be asked.

function FunctionPrototype_apply(thisArg, argArray) {
  'name: apply';
  return Apply(this, thisArg, CreateListFromArrayLike(argArray));
}

// 20.2.3.2, steps 4 to 10; `args` is a private list.
function FunctionPrototype_bind(thisArg, args) {
  'name: bind';
  const Target = this;
  const proto = GetPrototypeOf(Target);
  let length = 0;
  if (HasOwn(Target, 'length')) {
    const targetLength = Target.length;
    if (typeof targetLength === 'number') {
      length = ToIntegerOrInfinity(targetLength) - args.length;
      if (!(length > 0)) length = 0;
    }
  }
  const targetName = Target.name;
  return MakeBound(Target, thisArg, args, length, typeof targetName === 'string' ? targetName : '', proto);
}

function FunctionPrototype_hasInstance(value) {
  'name: [Symbol.hasInstance]';
  return OrdinaryHasInstance(this, value);
}

// 19.2.1 eval ( x ) with more arguments, of which it takes the first.
function IndirectEval(f, x) {
  'name: eval';
  return Call(f, undefined, x);
}

// 20.2.1.1.1 CreateDynamicFunction, steps 7 to 11: parameters and body as strings; `create` does the rest.
function CreateDynamicFunction(create, newTarget, args) {
  const texts = MakeList(0);
  for (let i = 0; i < args.length; i++) Append(texts, ToString(args[i]));
  return Call(create, undefined, newTarget, texts);
}
