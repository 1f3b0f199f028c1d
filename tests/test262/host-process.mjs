// A host process (host.mjs) as the runner sees it: one question at a time, killed and started anew when it does not answer.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HOST = fileURLToPath(new URL('host.mjs', import.meta.url));
/**
 * Most of what a run makes is garbage when it ends: a large young generation collects it cheaply. A run has a realm of its own, with hidden
 * classes of its own, so that what V8 has optimised for some runs is soon wrong for the next: it shall optimise only what runs for long.
 */
const NODE_OPTIONS = ['--min-semi-space-size=64', '--max-semi-space-size=128', '--interrupt-budget=2500000'];
/** Beyond the time limit of a run, which the host process itself keeps. */
const GRACE_MS = 2000;
const START_MS = 60_000;

export class HostProcess {
  #mode;
  #init;
  #child = null;
  #waiting = null;
  #stderr = '';

  /** `mode`: --no-jit, --jit or --jit-eager. `init`: what the first message says beyond its type. */
  constructor(mode, init) {
    this.#mode = mode;
    this.#init = init;
  }

  async run(test) {
    if (this.#child === null) await this.#start();
    return this.#ask(test, (answer) => answer.id === test.id, test.timeoutMs + GRACE_MS);
  }

  stop() {
    const child = this.#child;
    this.#child = null;
    child?.kill('SIGKILL');
  }

  async #start() {
    const child = spawn(process.execPath, [...NODE_OPTIONS, HOST, this.#mode], { stdio: 'pipe' });
    this.#child = child;
    this.#stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#stderr = (this.#stderr + text).slice(-4000);
    });
    // A process that is gone is noticed by its exit; what was being written to it then is of no interest.
    child.stdin.on('error', () => {});
    createInterface({ input: child.stdout, crlfDelay: Infinity }).on('line', (line) => {
      if (child === this.#child) this.#answer(JSON.parse(line));
    });
    child.on('exit', (code, signal) => {
      if (child !== this.#child) return;
      this.#child = null;
      this.#settle({ outcome: 'crash', errorName: 'HostProcess', message: `ended (${signal ?? code}) ${this.#stderr.slice(-300)}` });
    });
    const ready = await this.#ask({ type: 'init', ...this.#init }, (answer) => answer.type === 'ready', START_MS);
    if (ready.type !== 'ready') throw new Error(`the host process did not start: ${ready.message}`);
  }

  #ask(message, isAnswer, limitMs) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.stop();
        this.#settle({ outcome: 'timeout', errorName: '', message: `killed after ${limitMs} ms` });
      }, limitMs);
      this.#waiting = { isAnswer, timer, resolve };
      this.#child.stdin.write(`${JSON.stringify(message)}\n`);
    });
  }

  #answer(answer) {
    if (this.#waiting?.isAnswer(answer)) this.#settle(answer);
  }

  #settle(answer) {
    const waiting = this.#waiting;
    if (waiting === null) return;
    this.#waiting = null;
    clearTimeout(waiting.timer);
    waiting.resolve(answer);
  }
}
