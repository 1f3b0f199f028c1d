// Object-oriented simulation: customers, clerks and couriers of a post office, driven by a queue of events.
//
// A discrete-event kernel (a binary heap of events ordered by time), resources with waiting lines, and processes that are
// classes with a common base. What comes in must come out: people and parcels are counted at both ends.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const DAYS = Math.max(1, Math.round(180 * SCALE));
const DAY_LENGTH = 8 * 3600;

class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  between(low, high) {
    return low + this.below(high - low + 1);
  }
}

class EventQueue {
  constructor() {
    this.heap = [];
    this.sequence = 0;
  }

  get size() {
    return this.heap.length;
  }

  static before(a, b) {
    return a.time < b.time || (a.time === b.time && a.order < b.order);
  }

  push(time, process) {
    const event = { time, order: this.sequence++, process };
    const { heap } = this;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!EventQueue.before(event, heap[parent])) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = event;
  }

  pop() {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && EventQueue.before(heap[child + 1], heap[child])) child++;
        if (!EventQueue.before(heap[child], last)) break;
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = last;
    }
    return first;
  }
}

class Simulation {
  constructor(seed) {
    this.random = new Random(seed);
    this.queue = new EventQueue();
    this.now = 0;
    this.steps = 0;
  }

  schedule(delay, process) {
    this.queue.push(this.now + delay, process);
  }

  run() {
    while (this.queue.size > 0) {
      const { time, process } = this.queue.pop();
      if (time < this.now) throw new Error('time went backwards');
      this.now = time;
      this.steps++;
      process.step(this);
    }
  }
}

/** A number of equal servers with one line in front of them. */
class Resource {
  constructor(name, capacity) {
    this.name = name;
    this.capacity = capacity;
    this.busy = 0;
    this.waiting = [];
    this.head = 0;
    this.longest = 0;
  }

  /** Gives a server to the process now, or resumes it when one is free. */
  acquire(process) {
    if (this.busy < this.capacity) {
      this.busy++;
      return true;
    }
    this.waiting.push(process);
    this.longest = Math.max(this.longest, this.waiting.length - this.head);
    return false;
  }

  release(simulation) {
    if (this.head < this.waiting.length) {
      simulation.schedule(0, this.waiting[this.head++]);
      if (this.head > 64 && this.head * 2 > this.waiting.length) {
        this.waiting.splice(0, this.head);
        this.head = 0;
      }
    } else {
      this.busy--;
    }
  }
}

class Process {
  constructor(office) {
    this.office = office;
    this.stage = 0;
  }

  /** Goes on after an event. */
  step(simulation) {
    this.stage++;
    this.advance(simulation, this.stage);
  }

  advance() {
    throw new Error(`${this.constructor.name} does nothing`);
  }
}

class Customer extends Process {
  constructor(office, arrived) {
    super(office);
    this.arrived = arrived;
  }

  get line() {
    return this.office.counters;
  }

  serviceTime(random) {
    return random.between(60, 240);
  }

  served() {}

  advance(simulation, stage) {
    switch (stage) {
      case 1:
        if (this.line.acquire(this)) this.step(simulation);
        break;
      case 2:
        this.office.waited += simulation.now - this.arrived;
        simulation.schedule(this.serviceTime(simulation.random), this);
        break;
      case 3:
        this.line.release(simulation);
        this.served(simulation);
        this.office.left++;
        break;
    }
  }
}

class ParcelSender extends Customer {
  served(simulation) {
    const { random } = simulation;
    for (let n = random.between(1, 3); n > 0; n--) this.office.accept(new Parcel(random.below(40), random.between(1, 20)));
  }
}

class StampBuyer extends Customer {
  serviceTime(random) {
    return random.between(15, 40);
  }
}

class Collector extends Customer {
  get line() {
    return this.office.pickup;
  }

  serviceTime(random) {
    return 30 + (this.office.shelf.length > 0 ? 5 : random.between(20, 60));
  }

  served() {
    if (this.office.shelf.length > 0) this.office.collected += this.office.shelf.pop().weight;
  }
}

class Parcel {
  constructor(street, weight) {
    this.street = street;
    this.weight = weight;
  }
}

class Courier extends Process {
  constructor(office, capacity) {
    super(office);
    this.capacity = capacity;
    this.load = [];
  }

  advance(simulation) {
    for (const parcel of this.load) {
      // Nobody at home: the parcel is to be collected.
      if (simulation.random.below(5) === 0) this.office.shelf.push(parcel);
      else this.office.delivered += parcel.weight;
    }
    this.load = [];
    if (simulation.now > this.office.closing && this.office.store.length === 0) return;
    let room = this.capacity;
    const { store } = this.office;
    while (store.length > 0 && store[store.length - 1].weight <= room) {
      const parcel = store.pop();
      room -= parcel.weight;
      this.load.push(parcel);
    }
    const streets = new Set(this.load.map(({ street }) => street));
    simulation.schedule(300 + 90 * streets.size, this);
  }
}

class Arrivals extends Process {
  advance(simulation) {
    const { office } = this;
    const { random } = simulation;
    const kind = random.below(10);
    const Kind = kind < 4 ? ParcelSender : kind < 8 ? StampBuyer : Collector;
    office.entered++;
    simulation.schedule(0, new Kind(office, simulation.now));
    const delay = random.between(5, 60);
    if (simulation.now + delay < office.closing) simulation.schedule(delay, this);
  }
}

class Office {
  constructor(closing) {
    this.closing = closing;
    this.counters = new Resource('counters', 3);
    this.pickup = new Resource('pickup', 1);
    this.store = [];
    this.shelf = [];
    this.entered = 0;
    this.left = 0;
    this.waited = 0;
    this.accepted = 0;
    this.delivered = 0;
    this.collected = 0;
  }

  accept(parcel) {
    this.accepted += parcel.weight;
    this.store.push(parcel);
  }
}

let steps = 0;
let waited = 0;
let longest = 0;
for (let day = 1; day <= DAYS; day++) {
  const simulation = new Simulation(day);
  const office = new Office(DAY_LENGTH);
  simulation.schedule(0, new Arrivals(office));
  for (const capacity of [30, 60, 100]) simulation.schedule(600, new Courier(office, capacity));
  simulation.run();
  if (office.entered !== office.left) throw new Error(`${office.entered} people came and ${office.left} went`);
  const shelved = office.shelf.reduce((sum, { weight }) => sum + weight, 0);
  if (office.accepted !== office.delivered + office.collected + shelved) throw new Error('parcels were lost');
  steps += simulation.steps;
  waited += office.waited;
  longest = Math.max(longest, office.counters.longest, office.pickup.longest);
}
console.log(`event-scheduler: ${DAYS} days, ${steps} events, ${waited} s in lines of up to ${longest}`);
