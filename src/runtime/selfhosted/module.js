// Evaluation of modules (ECMA-262 16.2.1.6.1.3) and import(). A module is its state object (module-record.ts): `status`, `requested` (the states
// of what it imports), `isAsync` ([[HasTLA]]), `body` (the closure of its top level), and what is noted here. No function here shows in
// stack traces, which is what an empty name means.

// The program is a module that is linked: throws what it throws while it waits for nothing, else gives the promise of its evaluation.
function ModuleRun(module) {
  'name: ';
  const promise = ModuleEvaluate(module);
  if (PromiseTakeRejection(promise)) throw ModuleErrorOf(module);
  return promise;
}

function ModuleErrorOf(module) {
  'name: ';
  const root = module.cycleRoot;
  return root !== undefined && root.failed ? root.error : module.error;
}

// 16.2.1.6.1.3 Evaluate
function ModuleEvaluate(module) {
  'name: ';
  if ((module.status === 'evaluating-async' || module.status === 'evaluated') && module.cycleRoot !== undefined) module = module.cycleRoot;
  if (module.promise !== undefined) return module.promise;
  const promise = NewPromise();
  module.promise = promise;
  const stack = [];
  try {
    InnerModuleEvaluation(module, stack, 0);
    if (module.order === undefined || module.order === 'done') ResolvePromise(promise, undefined);
  } catch (error) {
    for (let i = 0; i < stack.length; i++) {
      stack[i].status = 'evaluated';
      stack[i].failed = true;
      stack[i].error = error;
    }
    RejectPromise(promise, error);
  }
  return promise;
}

// 16.2.1.6.1.3.1 InnerModuleEvaluation
function InnerModuleEvaluation(module, stack, index) {
  'name: ';
  const status = module.status;
  if (status === 'evaluating-async' || status === 'evaluated') {
    if (module.failed) throw module.error;
    return index;
  }
  if (status === 'evaluating') return index;
  module.status = 'evaluating';
  module.index = index;
  module.ancestor = index;
  module.pending = 0;
  module.order = undefined;
  module.parents = [];
  index++;
  Append(stack, module);
  const { requested } = module;
  for (let i = 0; i < requested.length; i++) {
    let required = requested[i];
    index = InnerModuleEvaluation(required, stack, index);
    if (required.status === 'evaluating') {
      if (required.ancestor < module.ancestor) module.ancestor = required.ancestor;
    } else if (required.cycleRoot !== undefined) {
      required = required.cycleRoot;
      if (required.failed) throw required.error;
    }
    if (typeof required.order === 'number') {
      module.pending++;
      Append(required.parents, module);
    }
  }
  if (module.pending > 0 || module.isAsync) {
    module.order = ModuleNextOrder();
    if (module.pending === 0) ExecuteAsyncModule(module);
  } else {
    ExecuteModule(module);
  }
  if (module.ancestor === module.index) {
    let last;
    do {
      last = stack[stack.length - 1];
      stack.length--;
      last.status = last.order === undefined ? 'evaluated' : 'evaluating-async';
      last.cycleRoot = module;
    } while (last !== module);
  }
  return index;
}

// ExecuteModule of a module that does not await.
function ExecuteModule(module) {
  'name: ';
  if (module.body === undefined) CommonJsEvaluate(module);
  else Call(module.body, undefined);
}

// 16.2.1.6.1.3.2 ExecuteAsyncModule
function ExecuteAsyncModule(module) {
  'name: ';
  PromiseThen(Call(module.body, undefined), () => AsyncModuleExecutionFulfilled(module), (error) => AsyncModuleExecutionRejected(module, error), undefined);
}

// 16.2.1.6.1.3.3 GatherAvailableAncestors
function GatherAvailableAncestors(module, list) {
  'name: ';
  const { parents } = module;
  for (let i = 0; i < parents.length; i++) {
    const parent = parents[i];
    if (parent.gathered === list || parent.cycleRoot.failed) continue;
    parent.pending--;
    if (parent.pending > 0) continue;
    parent.gathered = list;
    // In the order in which they began to wait.
    let at = list.length;
    Append(list, parent);
    for (; at > 0 && list[at - 1].order > parent.order; at--) list[at] = list[at - 1];
    list[at] = parent;
    if (!parent.isAsync) GatherAvailableAncestors(parent, list);
  }
}

// 16.2.1.6.1.3.4 AsyncModuleExecutionFulfilled
function AsyncModuleExecutionFulfilled(module) {
  'name: ';
  if (module.status === 'evaluated') return;
  FinishAsyncModule(module);
  const list = [];
  GatherAvailableAncestors(module, list);
  for (let i = 0; i < list.length; i++) {
    const next = list[i];
    if (next.status === 'evaluated') continue;
    if (next.isAsync) {
      ExecuteAsyncModule(next);
      continue;
    }
    try {
      ExecuteModule(next);
    } catch (error) {
      AsyncModuleExecutionRejected(next, error);
      continue;
    }
    FinishAsyncModule(next);
  }
}

function FinishAsyncModule(module) {
  'name: ';
  module.order = 'done';
  module.status = 'evaluated';
  if (module.promise !== undefined) ResolvePromise(module.promise, undefined);
}

// 16.2.1.6.1.3.5 AsyncModuleExecutionRejected
function AsyncModuleExecutionRejected(module, error) {
  'name: ';
  if (module.status === 'evaluated') return;
  module.failed = true;
  module.error = error;
  module.order = 'done';
  module.status = 'evaluated';
  if (module.promise !== undefined) RejectPromise(module.promise, error);
  const { parents } = module;
  for (let i = 0; i < parents.length; i++) AsyncModuleExecutionRejected(parents[i], error);
}

// 13.3.10.2 EvaluateImportCall, from step 6 on. `referrer` is the module or script that asks.
function operator_ImportCall(specifier, options, referrer) {
  'name: ';
  const promise = NewPromise();
  try {
    const text = `${specifier}`;
    const attributes = MakeObjectWith(null);
    if (options !== undefined) {
      if (!IsObject(options)) ThrowTypeError('The second argument of import() must be an object');
      const given = options.with;
      if (given !== undefined) {
        if (!IsObject(given)) ThrowTypeError("The 'with' option of import() must be an object");
        const entries = EnumerableOwnProperties(given, 'entries');
        for (let i = 0; i < entries.length; i++) {
          const entry = entries[i];
          if (typeof entry[1] !== 'string') ThrowTypeError('Import attribute value must be a string');
          CreateDataProperty(attributes, entry[0], entry[1]);
        }
      }
    }
    ImportModule(referrer, text, attributes, promise);
  } catch (error) {
    RejectPromise(promise, error);
  }
  return promise;
}

// 13.3.10.3 ContinueDynamicImport, of a module that is linked; what kept it from that has rejected the promise.
function ContinueDynamicImport(promise, module) {
  'name: ';
  PromiseThen(ModuleEvaluate(module), () => ResolvePromise(promise, ModuleNamespace(module)), (error) => RejectPromise(promise, error), undefined);
}
