// Fuel: what the guest burns, and what stops it at a safepoint.
//
// The cell holds a chunk of what is left, which the interpreter and compiled code take from; the rest is a reserve. A safepoint that finds the cell below
// zero asks here, so whatever wants the guest to stop (a pause, a flat host stack) empties the cell. Guarantees that no unit is counted
// twice or lost, wherever the cell is filled and emptied.

import { DEPTH, FUEL, FUEL_CHUNK, PENDING } from '../runtime/realm.ts';
import { Unwind } from './frame.ts';

/** The part of a machine that keeps its fuel. */
export abstract class Metering {
  /** Counters of all realms (Realm.cell). */
  abstract readonly cell: Int32Array;
  /** Unwinds and goes on after each this many units of fuel; 0: never. */
  protected abstract readonly stressSuspend: number;
  /** Instructions go again at each n-th place where they may ask for it; 0: only where they must. */
  protected abstract readonly stressAgain: number;
  /** Fuel beyond what is in the cell; Infinity if the run is not limited. */
  private reserve = Infinity;
  private given = 0;
  /** Of a run that is not limited: what has been put into the cell. */
  private spent0 = 0;
  protected pauseRequested = false;
  private flattenRequested = false;
  /** The same, by flattenAfter. */
  private flattensInTime = false;
  /** Safepoints at which there was something to do. */
  protected safepoints = 0;
  /** Fuel that compiled code has burnt: the tier tells by it if compiling has been worth its time. Coroutines and constructors that the interpreter starts are not in it. */
  compiledFuel = 0;
  /** What had been burnt when compiled code was entered; -1 while it does not run. */
  protected compiledSince = -1;
  private untilAgain = 1;
  private againCount = 0;

  /** Chunk of fuel put into the cell at once. */
  private chunk(): number {
    return this.stressSuspend > 0 ? this.stressSuspend : FUEL_CHUNK;
  }

  /** Gives the machine `amount` units of fuel in all. */
  setFuel(amount: number): void {
    this.cell[FUEL] = 0;
    this.given = amount;
    this.reserve = amount;
    this.spent0 = 0;
    this.refill();
  }

  addFuel(amount: number): void {
    this.given += amount;
    this.reserve += amount;
  }

  /** Leaves at most `amount` in the cell, so that a safepoint comes by then; the rest goes back to the reserve until the next refill. */
  protected holdBack(amount: number): void {
    const { cell } = this;
    const rest = cell[FUEL] - amount;
    if (rest <= 0) return;
    if (this.reserve !== Infinity) this.reserve += rest;
    else this.spent0 -= rest;
    cell[FUEL] = amount;
  }

  /** What the safepoint was wanted for is over before it came. */
  protected endHoldingBack(): void {
    if (this.cell[FUEL] >= 0 && !this.pauseRequested) this.refill();
  }

  entersCompiled(): void {
    this.compiledSince = this.fuelUsed();
  }

  leavesCompiled(): void {
    if (this.compiledSince >= 0) this.compiledFuel += this.fuelUsed() - this.compiledSince;
    this.compiledSince = -1;
  }

  protected refill(): void {
    const { cell } = this;
    const share = Math.min(this.reserve, this.chunk() - cell[FUEL]);
    if (this.reserve !== Infinity) this.reserve -= share;
    else this.spent0 += share;
    cell[FUEL] += share;
  }

  /** Units of fuel burnt since `setFuel`. */
  fuelUsed(): number {
    const left = this.cell[FUEL];
    return this.given === Infinity ? this.spent0 - left : this.given - this.reserve - left;
  }

  /** Asks the guest to stop at its next safepoint. */
  requestPause(): void {
    this.pauseRequested = true;
    // The next safepoint takes the slow path.
    this.holdBack(0);
  }

  /** Asks for the host stack to be taken apart at the next safepoint: the guest goes on at once on frames of the interpreter. */
  requestFlatten(): void {
    this.flattenRequested = true;
    this.holdBack(0);
  }

  /** The same after so many units of fuel, unless that is taken back. */
  flattenAfter(amount: number): void {
    this.flattensInTime = true;
    this.holdBack(amount);
  }

  takeFlattenBack(): void {
    this.flattensInTime = false;
    this.endHoldingBack();
  }

  /** A safepoint found the cell below zero: refills it and returns, or unwinds. The block is charged already. */
  safepoint(): void {
    const { cell } = this;
    this.safepoints++;
    if (this.pauseRequested) {
      this.pauseRequested = false;
      this.refill();
      throw new Unwind('pause');
    }
    if (this.reserve + cell[FUEL] < 0) throw new Unwind('fuel');
    this.refill();
    if (this.flattenRequested || this.flattensInTime) {
      this.flattenRequested = this.flattensInTime = false;
      throw new Unwind('flatten');
    }
    if (this.stressSuspend > 0) throw new Unwind('stress');
  }

  /** Asked where an instruction may go again (a charge, the first call of a function, a short host stack): it shall, although it need not (--stress-again). */
  asksAgain(): boolean {
    if (this.stressAgain === 0 || !this.isRunning() || --this.untilAgain > 0) return false;
    // The place that is asked next, when the instruction goes again, is let through. Some gaps are long, so that instructions with many such places end.
    const count = ++this.againCount;
    // The deeper the stack, the longer it takes to unwind it.
    this.untilAgain = 1 + this.stressAgain * (count % 16 === 0 ? 1 << ((count >> 4) & 15) : 1) + (this.cell[DEPTH] >> 2);
    return true;
  }

  /** Guest code runs, which can be unwound. */
  protected abstract isRunning(): boolean;

  protected outOfFuel(amount: number): void {
    const { cell } = this;
    if (amount <= 0) return;
    if (this.asksAgain()) throw new Unwind('stress');
    const available = cell[FUEL] - cell[PENDING];
    if (this.reserve + available < amount) throw new Unwind('fuel');
    const missing = amount - available;
    if (missing <= 0) {
      cell[FUEL] -= amount;
      return;
    }
    // The charge may be larger than the cell: the rest is taken from the reserve.
    if (this.reserve !== Infinity) this.reserve -= missing;
    else this.spent0 += missing;
    cell[FUEL] = cell[PENDING];
  }
}
