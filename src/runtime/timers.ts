// Timers and immediates (HTML 8.6, in the order in which Node runs them) as plain state.
//
// What is here only keeps them; the process VM asks for the next one and runs it (process/vm.ts). Time is that of the embedder's monotonic clock as it
// was when the loop last looked: it stands still while guest code runs, so that the order does not depend on how fast that is.

import { InternalData, type GuestFunction, type GuestObject, type Value } from './values.ts';

/** Of the objects that setTimeout, setInterval and setImmediate give. */
export class TimerData extends InternalData {
  readonly id: number;
  readonly callback: GuestFunction;
  readonly args: readonly Value[];
  /** Milliseconds; -1: an immediate. */
  readonly delay: number;
  readonly repeats: boolean;
  /** When it is to run; it waits while it is in the queue. */
  due = 0;
  /** It was cleared: an interval does not go on after its callback. */
  isStopped = false;
  /** It keeps the loop going (`unref`). */
  isRef = true;
  constructor(owner: GuestObject, id: number, callback: GuestFunction, args: readonly Value[], delay: number, repeats: boolean) {
    super(owner);
    this.id = id;
    this.callback = callback;
    this.args = args;
    this.delay = delay;
    this.repeats = repeats;
  }
}

export class Timers {
  /** The time of the loop. */
  now = 0;
  /** The one whose callback runs. */
  running: TimerData | null = null;
  private nextId = 1;
  /** By the time at which they are due, those of one time as they were started. */
  private readonly waiting: TimerData[] = [];
  private immediates: TimerData[] = [];
  /** Immediates of the present round that are still to run. */
  private round: TimerData[] = [];

  newId(): number {
    return this.nextId++;
  }

  start(timer: TimerData): void {
    if (timer.delay < 0) {
      this.immediates.push(timer);
      return;
    }
    timer.due = this.now + timer.delay;
    const { waiting } = this;
    let at = waiting.length;
    while (at > 0 && waiting[at - 1].due > timer.due) at--;
    waiting.splice(at, 0, timer);
  }

  stop(timer: TimerData): void {
    for (const list of [this.waiting, this.immediates, this.round]) {
      const at = list.indexOf(timer);
      if (at >= 0) list.splice(at, 1);
    }
  }

  isActive(timer: TimerData): boolean {
    return this.waiting.includes(timer) || this.immediates.includes(timer) || this.round.includes(timer);
  }

  /** The timer of that number, if it waits or is the one that runs. */
  find(id: number): TimerData | undefined {
    return this.running?.id === id ? this.running : this.waiting.find((timer) => timer.id === id);
  }

  /** Takes the next timer that is due. */
  takeDue(): TimerData | undefined {
    if (this.waiting.length === 0 || this.waiting[0].due > this.now) return undefined;
    return (this.running = this.waiting.shift() ?? null) ?? undefined;
  }

  /** Begins a round: the immediates that wait now. */
  startRound(): void {
    this.round.push(...this.immediates);
    this.immediates = [];
  }

  takeImmediate(): TimerData | undefined {
    return this.round.shift();
  }

  /** Milliseconds from the time of the loop until something is due; undefined if there is nothing that keeps the loop going. */
  get untilNext(): number | undefined {
    const immediates = [...this.round, ...this.immediates];
    if (!immediates.some(isRef) && !this.waiting.some(isRef)) return undefined;
    if (immediates.length > 0) return 0;
    return Math.max(0, this.waiting[0].due - this.now);
  }
}

const isRef = (timer: TimerData): boolean => timer.isRef;
