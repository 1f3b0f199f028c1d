// Richards: a simulation of the kernel of a small operating system (after Martin Richards' benchmark).
//
// Six tasks exchange packets under a priority scheduler: an idle task that ticks the devices, a worker, two handlers
// and two devices. Shows: a class hierarchy with polymorphic `run` methods, linked lists, small objects that live long.
// The right number of packets queued and of tasks held is known: anything else means that the simulation went wrong.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = 60 * SCALE;
const TICKS = 10_000;
const EXPECTED_QUEUED = 23_246;
const EXPECTED_HELD = 9_297;

const PACKET_WORDS = 4;
const LETTERS = 26;

const TaskId = { IDLE: 0, WORKER: 1, HANDLER_A: 2, HANDLER_B: 3, DEVICE_A: 4, DEVICE_B: 5 };
const PacketKind = { DEVICE: 0, WORK: 1 };

class Packet {
  constructor(next, target, kind) {
    this.next = next;
    this.target = target;
    this.kind = kind;
    this.cursor = 0;
    this.words = new Array(PACKET_WORDS).fill(0);
  }

  /** Appends this packet to the list that starts at `head`; returns the new head. */
  appendTo(head) {
    this.next = null;
    if (head === null) return this;
    let last = head;
    while (last.next !== null) last = last.next;
    last.next = this;
    return head;
  }
}

/** What the scheduler knows of a task: its priority, its waiting packets and whether it may run. */
class ControlBlock {
  constructor(next, id, priority, inbox, task) {
    this.next = next;
    this.id = id;
    this.priority = priority;
    this.inbox = inbox;
    this.task = task;
    this.waiting = true;
    this.ready = inbox !== null;
    this.held = false;
  }

  get blocked() {
    return this.held || (this.waiting && !this.ready);
  }

  /** Takes the next packet, if the task was waiting for one, and runs the task with it. */
  dispatch() {
    let packet = null;
    if (this.waiting && this.ready) {
      packet = this.inbox;
      this.inbox = packet.next;
      this.waiting = false;
      this.ready = this.inbox !== null;
    }
    return this.task.run(packet);
  }

  /** Delivers a packet; returns whichever of the two blocks should run next. */
  deliver(packet, current) {
    if (this.inbox !== null) {
      this.inbox = packet.appendTo(this.inbox);
      return current;
    }
    this.inbox = packet.appendTo(null);
    this.ready = true;
    return this.priority > current.priority ? this : current;
  }
}

class Scheduler {
  constructor() {
    this.head = null;
    this.current = null;
    this.blocks = [];
    this.queued = 0;
    this.heldCount = 0;
  }

  spawn(id, priority, inbox, task) {
    const block = new ControlBlock(this.head, id, priority, inbox, task);
    this.head = block;
    this.blocks[id] = block;
    return block;
  }

  run() {
    let block = this.head;
    while (block !== null) {
      if (block.blocked) {
        block = block.next;
      } else {
        this.current = block;
        block = block.dispatch();
      }
    }
  }

  /** Puts the running task to sleep until a packet arrives. */
  wait() {
    this.current.waiting = true;
    return this.current;
  }

  /** Holds the running task until another one releases it. */
  hold() {
    this.heldCount++;
    this.current.held = true;
    return this.current.next;
  }

  release(id) {
    const block = this.blocks[id];
    block.held = false;
    return block.priority > this.current.priority ? block : this.current;
  }

  send(packet) {
    const receiver = this.blocks[packet.target];
    this.queued++;
    packet.next = null;
    packet.target = this.current.id;
    return receiver.deliver(packet, this.current);
  }
}

class Task {
  constructor(scheduler) {
    this.scheduler = scheduler;
  }

  run(_packet) {
    throw new Error(`${this.constructor.name} does not know how to run`);
  }
}

/** Runs when nobody else can; releases one of the devices, chosen by a shift register. */
class IdleTask extends Task {
  constructor(scheduler, ticks) {
    super(scheduler);
    this.register = 1;
    this.ticks = ticks;
  }

  run(_packet) {
    if (--this.ticks === 0) return this.scheduler.hold();
    const bit = this.register & 1;
    this.register >>= 1;
    if (bit === 0) return this.scheduler.release(TaskId.DEVICE_A);
    this.register ^= 0xd008;
    return this.scheduler.release(TaskId.DEVICE_B);
  }
}

/** Holds itself with each packet it gets and passes the packet on when released. */
class DeviceTask extends Task {
  constructor(scheduler) {
    super(scheduler);
    this.pending = null;
  }

  run(packet) {
    if (packet !== null) {
      this.pending = packet;
      return this.scheduler.hold();
    }
    if (this.pending === null) return this.scheduler.wait();
    const done = this.pending;
    this.pending = null;
    return this.scheduler.send(done);
  }
}

/** Fills packets with letters and sends them to the two handlers in turn. */
class WorkerTask extends Task {
  constructor(scheduler) {
    super(scheduler);
    this.handler = TaskId.HANDLER_A;
    this.letter = 0;
  }

  run(packet) {
    if (packet === null) return this.scheduler.wait();
    this.handler = this.handler === TaskId.HANDLER_A ? TaskId.HANDLER_B : TaskId.HANDLER_A;
    packet.target = this.handler;
    packet.cursor = 0;
    for (let i = 0; i < PACKET_WORDS; i++) {
      this.letter = this.letter === LETTERS ? 1 : this.letter + 1;
      packet.words[i] = this.letter;
    }
    return this.scheduler.send(packet);
  }
}

/** Copies the words of work packets, one by one, into device packets. */
class HandlerTask extends Task {
  constructor(scheduler) {
    super(scheduler);
    this.work = null;
    this.device = null;
  }

  run(packet) {
    if (packet !== null) {
      if (packet.kind === PacketKind.WORK) this.work = packet.appendTo(this.work);
      else this.device = packet.appendTo(this.device);
    }
    const { work, device } = this;
    if (work !== null) {
      if (work.cursor === PACKET_WORDS) {
        this.work = work.next;
        return this.scheduler.send(work);
      }
      if (device !== null) {
        this.device = device.next;
        device.cursor = work.words[work.cursor++];
        return this.scheduler.send(device);
      }
    }
    return this.scheduler.wait();
  }
}

function packets(count, target, kind) {
  let list = null;
  for (let i = 0; i < count; i++) list = new Packet(list, target, kind);
  return list;
}

function simulate() {
  const os = new Scheduler();
  const idle = os.spawn(TaskId.IDLE, 0, null, new IdleTask(os, TICKS));
  idle.waiting = false;
  os.spawn(TaskId.WORKER, 1000, packets(2, TaskId.WORKER, PacketKind.WORK), new WorkerTask(os));
  os.spawn(TaskId.HANDLER_A, 2000, packets(3, TaskId.DEVICE_A, PacketKind.DEVICE), new HandlerTask(os));
  os.spawn(TaskId.HANDLER_B, 3000, packets(3, TaskId.DEVICE_B, PacketKind.DEVICE), new HandlerTask(os));
  os.spawn(TaskId.DEVICE_A, 4000, null, new DeviceTask(os));
  os.spawn(TaskId.DEVICE_B, 5000, null, new DeviceTask(os));
  os.run();
  return os;
}

let queued = 0;
let held = 0;
for (let round = 1; round <= ROUNDS; round++) {
  const os = simulate();
  if (os.queued !== EXPECTED_QUEUED || os.heldCount !== EXPECTED_HELD) {
    throw new Error(`round ${round}: ${os.queued} packets queued, ${os.heldCount} tasks held`);
  }
  queued += os.queued;
  held += os.heldCount;
}
console.log(`richards: ${ROUNDS} rounds, ${queued} packets queued, ${held} tasks held`);
