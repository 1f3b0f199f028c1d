// Variable arguments: an event bus, decorators of functions, and a small mediator, all with rest, spread, arguments, apply and bind.
//
// Listeners take any number of arguments; functions are wrapped, throttled by count, memoized, curried and partially applied.
// Everything that was sent is counted again at the end.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const EVENTS = Math.max(50, Math.round(270_000 * SCALE));

class EventBus {
  constructor() {
    this.listeners = new Map();
    this.sent = 0;
  }

  on(name, listener, ...bound) {
    const list = this.listeners.get(name) ?? [];
    list.push(bound.length === 0 ? listener : listener.bind(null, ...bound));
    this.listeners.set(name, list);
    return () => this.off(name, list.at(-1));
  }

  once(name, listener) {
    const wrapped = (...args) => {
      this.off(name, wrapped);
      return listener(...args);
    };
    return this.on(name, wrapped);
  }

  off(name, listener) {
    const list = this.listeners.get(name);
    const at = list.indexOf(listener);
    if (at >= 0) this.listeners.set(name, list.toSpliced?.(at, 1) ?? [...list.slice(0, at), ...list.slice(at + 1)]);
  }

  emit(name, ...args) {
    this.sent++;
    const list = this.listeners.get(name);
    if (list === undefined) return false;
    for (const listener of list) listener.apply(this, args);
    return true;
  }
}

// -- Functions about functions with any arguments

function partial(f, ...given) {
  return function (...more) {
    return f.call(this, ...given, ...more);
  };
}

/** Counts with the old arguments object how often and with how many arguments a function was called. */
function counted(f) {
  function wrapper() {
    wrapper.calls++;
    wrapper.given += arguments.length;
    return f.apply(this, arguments);
  }
  wrapper.calls = 0;
  wrapper.given = 0;
  return wrapper;
}

const everyNth = (n, f) => {
  let calls = 0;
  return (...args) => (++calls % n === 0 ? f(...args) : undefined);
};

const before = (hook, f) => (...args) => {
  hook(...args);
  return f(...args);
};

const flip = (f) => (a, b, ...rest) => f(b, a, ...rest);
const juxtapose = (...functions) => (...args) => functions.map((f) => f(...args));

function largest() {
  let result = -Infinity;
  for (let i = 0; i < arguments.length; i++) if (arguments[i] > result) result = arguments[i];
  return result;
}

const total = (first = 0, ...rest) => (rest.length === 0 ? first : first + total(...rest));

/** `format('{0} of {1}', 3, 4)` */
function format(pattern, ...values) {
  let result = '';
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === '{') {
      result += values[pattern.charCodeAt(i + 1) - 48];
      i += 2;
    } else {
      result += pattern[i];
    }
  }
  return result;
}

class Account {
  constructor(owner, ...deposits) {
    this.owner = owner;
    this.balance = Math.max(0, ...deposits);
  }

  change(sign, ...amounts) {
    for (const amount of amounts) this.balance += sign * amount;
    return this.balance;
  }

  deposit = partial(this.change, 1);
}

let state = 19;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

const bus = new EventBus();
const account = new Account('Ada', 10, 40, 20);
if (account.balance !== 40) throw new Error('a constructor with spread is wrong');

const totals = { sum: 0, largest: 0, texts: 0, audits: 0, first: 0 };
const onNumbers = counted((...numbers) => {
  totals.sum += total(...numbers);
});
const onLargest = counted(before((...numbers) => {
  totals.largest += largest(...numbers);
}, () => undefined));
bus.on('numbers', onNumbers);
bus.on('numbers', onLargest);
bus.on('numbers', everyNth(10, (...numbers) => {
  const [low, high] = juxtapose(Math.min, Math.max)(...numbers);
  if (low > high || high !== largest.apply(null, numbers)) throw new Error(`${numbers}`);
  totals.audits++;
}));
bus.on('text', (prefix, pattern, ...values) => {
  totals.texts += format(prefix + pattern, ...values).length;
}, '> ');
bus.on('change', (sign, ...amounts) => account.change(sign, ...amounts));
bus.once('change', () => totals.first++);

const expected = { sum: 0, largest: 0, texts: 0, balance: 40, numbers: 0, calls: 0 };
for (let n = 0; n < EVENTS; n++) {
  switch (random(3)) {
    case 0: {
      const numbers = [random(100), random(100)];
      for (let more = random(5); more > 0; more--) numbers.push(random(100));
      let [sum, most] = [0, 0];
      for (const number of numbers) {
        sum += number;
        if (number > most) most = number;
      }
      expected.sum += sum;
      expected.largest += most;
      expected.numbers += numbers.length;
      expected.calls++;
      bus.emit('numbers', ...numbers);
      break;
    }
    case 1: {
      const [a, b] = [random(1000), random(1000)];
      expected.texts += `> ${a} of ${b}`.length;
      if (n % 2 === 0) bus.emit('text', '{0} of {1}', a, b);
      else flip(bus.emit.bind(bus, 'text'))(a, '{0} of {1}', b);
      break;
    }
    case 2: {
      const amount = random(50);
      expected.balance += amount - 3;
      bus.emit('change', 1, amount, 2, 4);
      account.change(-1, ...[4, 5]);
      break;
    }
  }
}
if (bus.emit('nobody')) throw new Error('somebody listens to nobody');
const got = { sum: totals.sum, largest: totals.largest, texts: totals.texts, balance: account.balance, numbers: onNumbers.given, calls: onLargest.calls };
if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`);
if (totals.first !== 1 || account.deposit.call(account, 1, 2) !== expected.balance + 3) throw new Error('once or partial is wrong');
console.log(`event-bus: ${bus.sent} events, sum ${totals.sum}, largest ${totals.largest}, ${totals.texts} characters, ${totals.audits} audits`);
