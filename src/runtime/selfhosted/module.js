// Evaluation of modules (ECMA-262 16.2.1.6.1.3). A module is its state object (module-record.ts): `status`, `requested` (the states of
// what it imports), `body` (the closure of its top level), and what is noted here. No function here shows in stack traces, which
// is what an empty name means.

// Evaluate, of a module that is linked: throws what the first module that failed has thrown, else gives the namespace.
function ModuleEvaluate(module, namespace) {
  'name: ';
  const stack = [];
  try {
    InnerModuleEvaluation(module, stack, 0);
  } catch (error) {
    for (let i = 0; i < stack.length; i++) {
      stack[i].status = 'evaluated';
      stack[i].failed = true;
      stack[i].error = error;
    }
    throw error;
  }
  return namespace;
}

// 16.2.1.6.1.3.1 InnerModuleEvaluation
function InnerModuleEvaluation(module, stack, index) {
  'name: ';
  if (module.status === 'evaluated') {
    if (module.failed) throw module.error;
    return index;
  }
  if (module.status === 'evaluating') return index;
  module.status = 'evaluating';
  module.failed = false;
  module.index = index;
  module.ancestor = index;
  index++;
  Append(stack, module);
  const { requested } = module;
  for (let i = 0; i < requested.length; i++) {
    const required = requested[i];
    index = InnerModuleEvaluation(required, stack, index);
    if (required.status === 'evaluating' && required.ancestor < module.ancestor) module.ancestor = required.ancestor;
  }
  if (module.body === undefined) CommonJsEvaluate(module);
  else Call(module.body, undefined);
  if (module.ancestor === module.index) {
    let last;
    do {
      last = stack[stack.length - 1];
      stack.length--;
      last.status = 'evaluated';
    } while (last !== module);
  }
  return index;
}
