// Promise (ECMA-262 27.2): what calls the guest.
//
// A capability is a private list [promise, resolve, reject], or the promise itself where it is an intrinsic one whose functions nobody has.

// 27.2.3.1 Promise ( executor ), from step 9 on.
function PromiseConstructor_run(promise, executor, resolve, reject) {
  try {
    Call(executor, undefined, resolve, reject);
  } catch (error) {
    Call(reject, undefined, error);
  }
  return promise;
}

// 27.2.1.3.2, from step 8 on, for a promise that is not resolved yet.
function ResolvePromise(promise, resolution) {
  if (ResolvePromisePlainly(promise, resolution)) return undefined;
  let then;
  try {
    then = resolution.then;
  } catch (error) {
    RejectPromise(promise, error);
    return undefined;
  }
  ResolvePromiseWithThen(promise, resolution, then);
  return undefined;
}

// 27.2.1.5 NewPromiseCapability
function NewPromiseCapability(C) {
  if (C === Promise) return IntrinsicCapability();
  if (!IsConstructor(C)) ThrowTypeError(`${Describe(C)} is not a constructor`);
  const record = [undefined, undefined, undefined];
  const promise = Construct(C, CapabilityExecutor(record));
  if (!IsCallable(record[1]) || !IsCallable(record[2])) ThrowTypeError('Promise resolve or reject function is not callable');
  record[0] = promise;
  return record;
}

function ResolveCapability(capability, value) {
  if (IsPromise(capability)) ResolvePromise(capability, value);
  else Call(capability[1], undefined, value);
}

function RejectCapability(capability, reason) {
  if (IsPromise(capability)) RejectPromise(capability, reason);
  else Call(capability[2], undefined, reason);
}

// Runs the jobs that wait until there are none.
function RunJobs() {
  'name: ';
  while (HasJob()) RunNextJob();
}

// A timer or an immediate, and the jobs that it leaves.
function RunTimer(timer, callback, args) {
  'name: ';
  Apply(callback, timer, args);
  TimerAgain(timer);
  while (HasJob()) RunNextJob();
}

// What a job calls may be a native, which may go again; the job may not.
function RunCallback(callback, ...args) {
  'name: ';
  Apply(callback, undefined, args);
}

// 27.2.2.1 NewPromiseReactionJob, for a handler that is a function.
function PromiseReactionJob(handler, argument, capability) {
  'name: ';
  let result;
  try {
    result = Call(handler, undefined, argument);
  } catch (error) {
    if (capability !== undefined) RejectCapability(capability, error);
    return;
  }
  if (!ResolveCapabilityPlainly(capability, result)) ResolveCapability(capability, result);
}

// 27.2.2.2 NewPromiseResolveThenableJob
function PromiseResolveThenableJob(thenable, then, resolve, reject) {
  'name: ';
  try {
    Call(then, thenable, resolve, reject);
  } catch (error) {
    Call(reject, undefined, error);
  }
}

// 27.2.4.7.1 PromiseResolve
function PromiseResolveWith(C, x) {
  if (IsPromise(x) && x.constructor === C) return x;
  if (C === Promise) {
    const promise = NewPromise();
    ResolvePromise(promise, x);
    return promise;
  }
  const capability = NewPromiseCapability(C);
  Call(capability[1], undefined, x);
  return capability[0];
}

function operator_PromiseResolve(x) {
  return PromiseResolveWith(Promise, x);
}

// 27.2.4.1.1 GetPromiseResolve
function GetPromiseResolve(C) {
  const promiseResolve = C.resolve;
  if (!IsCallable(promiseResolve)) ThrowTypeError('Promise resolve or reject function is not callable');
  return promiseResolve;
}

// 27.2.4.1
function PromiseStatic_all(iterable) {
  'name: all';
  if (!IsObject(this)) ThrowTypeError('Promise.all called on non-object');
  const capability = NewPromiseCapability(this);
  const resolve = capability[1];
  const reject = capability[2];
  try {
    const promiseResolve = GetPromiseResolve(this);
    const values = [];
    let remaining = 1;
    let index = 0;
    for (const item of iterable) {
      const at = index++;
      CreateDataProperty(values, at, undefined);
      const promise = Call(promiseResolve, this, item);
      remaining++;
      let called = false;
      promise.then((value) => {
        if (called) return undefined;
        called = true;
        CreateDataProperty(values, at, value);
        if (--remaining === 0) return Call(resolve, undefined, values);
        return undefined;
      }, reject);
    }
    if (--remaining === 0) Call(resolve, undefined, values);
  } catch (error) {
    Call(reject, undefined, error);
  }
  return capability[0];
}

// 27.2.4.2
function PromiseStatic_allSettled(iterable) {
  'name: allSettled';
  if (!IsObject(this)) ThrowTypeError('Promise.allSettled called on non-object');
  const capability = NewPromiseCapability(this);
  const resolve = capability[1];
  try {
    const promiseResolve = GetPromiseResolve(this);
    const values = [];
    let remaining = 1;
    let index = 0;
    for (const item of iterable) {
      const at = index++;
      CreateDataProperty(values, at, undefined);
      const promise = Call(promiseResolve, this, item);
      remaining++;
      let called = false;
      promise.then((value) => {
        if (called) return undefined;
        called = true;
        CreateDataProperty(values, at, { status: 'fulfilled', value });
        if (--remaining === 0) return Call(resolve, undefined, values);
        return undefined;
      }, (reason) => {
        if (called) return undefined;
        called = true;
        CreateDataProperty(values, at, { status: 'rejected', reason });
        if (--remaining === 0) return Call(resolve, undefined, values);
        return undefined;
      });
    }
    if (--remaining === 0) Call(resolve, undefined, values);
  } catch (error) {
    Call(capability[2], undefined, error);
  }
  return capability[0];
}

// 27.2.4.3
function PromiseStatic_any(iterable) {
  'name: any';
  if (!IsObject(this)) ThrowTypeError('Promise.any called on non-object');
  const capability = NewPromiseCapability(this);
  const resolve = capability[1];
  const reject = capability[2];
  try {
    const promiseResolve = GetPromiseResolve(this);
    const errors = [];
    let remaining = 1;
    let index = 0;
    for (const item of iterable) {
      const at = index++;
      CreateDataProperty(errors, at, undefined);
      const promise = Call(promiseResolve, this, item);
      remaining++;
      let called = false;
      promise.then(resolve, (reason) => {
        if (called) return undefined;
        called = true;
        CreateDataProperty(errors, at, reason);
        if (--remaining === 0) return Call(reject, undefined, MakeAggregateError('All promises were rejected', errors));
        return undefined;
      });
    }
    if (--remaining === 0) throw MakeAggregateError('All promises were rejected', errors);
  } catch (error) {
    Call(reject, undefined, error);
  }
  return capability[0];
}

// 27.2.4.5
function PromiseStatic_race(iterable) {
  'name: race';
  if (!IsObject(this)) ThrowTypeError('Promise.race called on non-object');
  const capability = NewPromiseCapability(this);
  try {
    const promiseResolve = GetPromiseResolve(this);
    for (const item of iterable) {
      const promise = Call(promiseResolve, this, item);
      promise.then(capability[1], capability[2]);
    }
  } catch (error) {
    Call(capability[2], undefined, error);
  }
  return capability[0];
}

// 27.2.4.6
function PromiseStatic_reject(reason) {
  'name: reject';
  if (!IsObject(this)) ThrowTypeError('PromiseResolve called on non-object');
  const capability = NewPromiseCapability(this);
  Call(capability[2], undefined, reason);
  return capability[0];
}

// 27.2.4.7
function PromiseStatic_resolve(x) {
  'name: resolve';
  if (!IsObject(this)) ThrowTypeError('PromiseResolve called on non-object');
  return PromiseResolveWith(this, x);
}

// 27.2.4.8
function PromiseStatic_try(callback, ...args) {
  'name: try';
  if (!IsObject(this)) ThrowTypeError('Promise.try called on non-object');
  const capability = NewPromiseCapability(this);
  let result;
  try {
    result = Apply(callback, undefined, args);
  } catch (error) {
    Call(capability[2], undefined, error);
    return capability[0];
  }
  Call(capability[1], undefined, result);
  return capability[0];
}

// 27.2.4.9
function PromiseStatic_withResolvers() {
  'name: withResolvers';
  const capability = NewPromiseCapability(this);
  return { promise: capability[0], resolve: capability[1], reject: capability[2] };
}

// 27.2.5.1
function PromisePrototype_catch(onRejected) {
  'name: catch';
  return this.then(undefined, onRejected);
}

// 27.2.5.3
function PromisePrototype_finally(onFinally) {
  'name: finally';
  if (!IsObject(this)) ThrowTypeError('Promise.prototype.finally called on non-object');
  const C = SpeciesConstructor(this, Promise);
  if (!IsCallable(onFinally)) return this.then(onFinally, onFinally);
  return this.then((value) => {
    const result = Call(onFinally, undefined);
    return PromiseResolveWith(C, result).then(() => value);
  }, (reason) => {
    const result = Call(onFinally, undefined);
    return PromiseResolveWith(C, result).then(() => {
      throw reason;
    });
  });
}

// 27.2.5.4, of a promise whose constructor is not %Promise%.
function PromisePrototype_then(onFulfilled, onRejected) {
  'name: then';
  const C = SpeciesConstructor(this, Promise);
  return PromiseThen(this, onFulfilled, onRejected, C === Promise ? NewPromise() : NewPromiseCapability(C));
}
