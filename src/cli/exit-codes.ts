// What the exit status of `anneal` says. README.md has the same table.

export const ExitCode = {
  ok: 0,
  /** The guest program threw and did not catch, or is not a program of the language. */
  guestError: 1,
  /** The command line is wrong, or a file cannot be read or written or is damaged. */
  misuse: 2,
  /** The program used up its fuel, or hit another limit. */
  limit: 3,
  /** A fault of Anneal itself: sysexits.h calls it EX_SOFTWARE. */
  fault: 70,
} as const;

/** The user asked for something that cannot be done: its message is all that is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command did what it was asked to, and the guest program failed at it. */
export class ProgramFailure extends Error {
  override readonly name = 'ProgramFailure';
}
