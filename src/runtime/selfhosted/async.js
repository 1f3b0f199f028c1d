// Async iteration: async generators (ECMA-262 27.6), async-from-sync iterators (27.1.6), and what loops over generators need.

// 7.4.3 GetIterator ( obj, async ): the iterator. `text` names the value in the message.
function operator_GetAsyncIterator(value, text) {
  if (value === undefined || value === null) ThrowTypeError(`${text === '' ? Describe(value) : text} is not async iterable`);
  let method = value[SymbolAsyncIterator];
  if (method === undefined || method === null) {
    method = value[SymbolIterator];
    if (!IsCallable(method)) ThrowTypeError(`${text === '' ? Describe(value) : text} is not async iterable`);
    const iterator = Call(method, value);
    if (!IsObject(iterator)) ThrowTypeError('Result of the Symbol.iterator method is not an object');
    return MakeAsyncFromSyncIterator(iterator, iterator.next);
  }
  if (!IsCallable(method)) ThrowTypeError(`${text === '' ? Describe(value) : text} is not async iterable`);
  const iterator = Call(method, value);
  if (!IsObject(iterator)) ThrowTypeError('Result of the Symbol.asyncIterator method is not an object');
  return iterator;
}

// A result object that yield* passed on to a loop which takes values: the value, or the mark of the end.
function operator_StepResult(result) {
  return result.done ? IterationEnd : result.value;
}

// 27.1.6.4 AsyncFromSyncIteratorContinuation
function AsyncFromSyncIterator_continue(result, promise, iterator, closes) {
  let done;
  let wrapper;
  try {
    done = !!result.done;
    const value = result.value;
    try {
      wrapper = PromiseResolveWith(Promise, value);
    } catch (error) {
      if (!done && closes) CloseOnThrow(iterator);
      throw error;
    }
  } catch (error) {
    RejectPromise(promise, error);
    return promise;
  }
  const onFulfilled = (value) => IterResult(value, done);
  if (done || !closes) return PromiseThen(wrapper, onFulfilled, undefined, promise);
  return PromiseThen(wrapper, onFulfilled, (error) => {
    CloseOnThrow(iterator);
    throw error;
  }, promise);
}

// 27.1.6.2.1
function AsyncFromSyncIteratorPrototype_next(...args) {
  'name: next';
  'length: 1';
  const promise = NewPromise();
  const iterator = AsyncFromSyncIteratorOf(this);
  let result;
  try {
    result = Apply(AsyncFromSyncNextOf(this), iterator, args);
    if (!IsObject(result)) ThrowTypeError(`Iterator result ${Describe(result)} is not an object`);
  } catch (error) {
    RejectPromise(promise, error);
    return promise;
  }
  return AsyncFromSyncIterator_continue(result, promise, iterator, true);
}

// 27.1.6.2.2
function AsyncFromSyncIteratorPrototype_return(...args) {
  'name: return';
  'length: 1';
  const promise = NewPromise();
  const iterator = AsyncFromSyncIteratorOf(this);
  let result;
  try {
    const method = GetMethod(iterator, 'return');
    if (method === undefined) {
      ResolvePromise(promise, IterResult(args[0], true));
      return promise;
    }
    result = Apply(method, iterator, args);
    if (!IsObject(result)) ThrowTypeError(`Iterator result ${Describe(result)} is not an object`);
  } catch (error) {
    RejectPromise(promise, error);
    return promise;
  }
  return AsyncFromSyncIterator_continue(result, promise, iterator, false);
}

// 27.1.6.2.3
function AsyncFromSyncIteratorPrototype_throw(...args) {
  'name: throw';
  'length: 1';
  const promise = NewPromise();
  const iterator = AsyncFromSyncIteratorOf(this);
  let result;
  try {
    const method = GetMethod(iterator, 'throw');
    if (method === undefined) {
      IteratorClose(iterator);
      ThrowTypeError("The iterator does not provide a 'throw' method");
    }
    result = Apply(method, iterator, args);
    if (!IsObject(result)) ThrowTypeError(`Iterator result ${Describe(result)} is not an object`);
  } catch (error) {
    RejectPromise(promise, error);
    return promise;
  }
  return AsyncFromSyncIterator_continue(result, promise, iterator, true);
}

// 27.6.3.10 AsyncGeneratorDrainQueue, of the coroutine of an async generator.
function AsyncGenerator_drain(generator) {
  while (AsyncGeneratorIsWaiting(generator)) {
    if (AsyncGeneratorRequestKind(generator) === 'return') {
      if (AsyncGenerator_awaitReturn(generator)) return;
    } else {
      AsyncGenerator_completeDrained(generator);
    }
  }
}

// Answers the oldest request of a generator that is over, if it is not a return.
function AsyncGenerator_completeDrained(generator) {
  const isThrow = AsyncGeneratorRequestKind(generator) === 'throw';
  const value = AsyncGeneratorRequestValue(generator);
  const promise = AsyncGeneratorTakeRequest(generator);
  if (isThrow) RejectPromise(promise, value);
  else ResolvePromise(promise, IterResult(undefined, true));
}

// 27.6.3.9 AsyncGeneratorAwaitReturn: true if the request waits, else it is answered and the queue has to be drained on.
function AsyncGenerator_awaitReturn(generator) {
  let promise;
  try {
    promise = PromiseResolveWith(Promise, AsyncGeneratorRequestValue(generator));
  } catch (error) {
    RejectPromise(AsyncGeneratorTakeRequest(generator), error);
    return false;
  }
  PromiseThen(promise, (value) => {
    ResolvePromise(AsyncGeneratorTakeRequest(generator), IterResult(value, true));
    AsyncGenerator_drain(generator);
  }, (reason) => {
    RejectPromise(AsyncGeneratorTakeRequest(generator), reason);
    AsyncGenerator_drain(generator);
  }, undefined);
  return true;
}

// 27.6.1.2
function AsyncGeneratorPrototype_next(value) {
  'name: next';
  const promise = NewPromise();
  const generator = AsyncGeneratorOf(this, promise, 'next');
  if (generator === undefined) return promise;
  if (AsyncGeneratorIsCompleted(generator)) {
    ResolvePromise(promise, IterResult(undefined, true));
    return promise;
  }
  return AsyncGeneratorEnqueue(generator, 'next', value, promise);
}

// 27.6.1.3
function AsyncGeneratorPrototype_return(value) {
  'name: return';
  const promise = NewPromise();
  const generator = AsyncGeneratorOf(this, promise, 'return');
  if (generator === undefined) return promise;
  if (!AsyncGeneratorEnds(generator)) return AsyncGeneratorEnqueue(generator, 'return', value, promise);
  AsyncGeneratorEnqueueOnly(generator, 'return', value, promise);
  if (!AsyncGenerator_awaitReturn(generator)) AsyncGenerator_drain(generator);
  return promise;
}

// 27.6.1.4
function AsyncGeneratorPrototype_throw(exception) {
  'name: throw';
  const promise = NewPromise();
  const generator = AsyncGeneratorOf(this, promise, 'throw');
  if (generator === undefined) return promise;
  if (AsyncGeneratorFinish(generator)) {
    RejectPromise(promise, exception);
    return promise;
  }
  return AsyncGeneratorEnqueue(generator, 'throw', exception, promise);
}
