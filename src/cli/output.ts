// Standard output and standard error of the guest.
//
// A guest that prints a lot must not pay for a system call a line, and what is printed must be out in its order when the
// process ends, however it ends. So output is collected and written synchronously: when much has come together, when some
// time has passed, before anything goes to the other stream, and at the end. A terminal gets every piece at once.

import { fstatSync, writeSync } from 'node:fs';
import { monotonic } from '../host/clock.ts';
import { ExitCode } from './exit-codes.ts';

export const STDOUT = 1;
export const STDERR = 2;

/** Characters collected before they are written. */
const ENOUGH = 1 << 16;
/** Milliseconds after which the next piece of output goes out at once: whoever watches a pipe sees a slow program's progress. */
const PATIENCE = 50;

export class Output {
  private pending = '';
  private stream: 1 | 2 = STDOUT;
  private writtenAt = -Infinity;
  private readonly immediate: readonly boolean[] = [false, isTerminal(), true];

  /** Writes to standard output. */
  readonly out = (text: string): void => this.write(STDOUT, text);
  /** Writes to standard error. */
  readonly err = (text: string): void => this.write(STDERR, text);

  private write(stream: 1 | 2, text: string): void {
    if (stream !== this.stream) {
      this.flush();
      this.stream = stream;
    }
    this.pending += text;
    if (this.pending.length >= ENOUGH || this.immediate[stream] || monotonic() - this.writtenAt > PATIENCE) this.flush();
  }

  flush(): void {
    if (this.pending === '') return;
    const text = this.pending;
    this.pending = '';
    writeAll(this.stream, text);
    this.writtenAt = monotonic();
  }
}

/** Standard output is a terminal. Node takes some milliseconds to load what knows of terminals, so that files and pipes are told by what they are. */
function isTerminal(): boolean {
  try {
    if (!fstatSync(STDOUT).isCharacterDevice()) return false;
  } catch {
    // Not every host tells that of all that standard output may be.
  }
  return process.stdout.isTTY;
}

/** Writes a text to a file descriptor to its end. A reader that has gone away ends the process, as SIGPIPE would; so does a descriptor that takes nothing. */
export function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(128 + 13);
      if (code !== 'EAGAIN') {
        // The disk is full, say. The guest is not asked, and cannot hide it.
        if (fd !== STDERR) writeAll(STDERR, `anneal: cannot write to standard output: ${(error as Error).message}\n`);
        process.exit(ExitCode.misuse);
      }
      // A pipe that does not block is full: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
