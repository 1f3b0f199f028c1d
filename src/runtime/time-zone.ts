// Time zones: the offset of local time from UTC, and the names that texts of dates show.
//
// Takes the name of a zone of the IANA database; gives its offset at any time value. The host's Intl serves as a table of offsets and of
// nothing else: what it says is kept for each day, so that a program that asks for many dates is quick. The zone of the
// host's own clock is never looked at.

const MS_PER_DAY = 86_400_000;
/** The largest time value. */
const MAX_TIME = 8.64e15;
/** Days kept; beyond, all are forgotten. */
const MAX_DAYS = 20_000;

/** Offsets within one day of UTC: `before` until the time `change`, `after` from then on. */
interface DayOffsets {
  readonly before: number;
  readonly change: number;
  readonly after: number;
}

/** What is wrong with the name of a time zone. */
export class UnknownTimeZone extends RangeError {
  constructor(name: string) {
    super(`unknown time zone '${name}': it must be a name of the IANA database, such as UTC or Europe/Vienna`);
  }
}

export class TimeZone {
  /** As the database spells it. */
  readonly id: string;
  private readonly offsets: Intl.DateTimeFormat;
  private readonly names: Intl.DateTimeFormat;
  private readonly days = new Map<number, DayOffsets>();

  constructor(name: string) {
    this.offsets = formatOf(name, 'longOffset');
    this.names = formatOf(name, 'long');
    this.id = this.offsets.resolvedOptions().timeZone;
  }

  /** Milliseconds that local time is ahead of UTC at the time value `t`, which is finite. */
  offsetAt(t: number): number {
    const time = Math.max(-MAX_TIME, Math.min(MAX_TIME, t));
    const { before, change, after } = this.dayOf(Math.floor(time / MS_PER_DAY));
    return time < change ? before : after;
  }

  /** Its name in English at a time value: that of standard time, or of daylight-saving time. */
  nameAt(t: number): string {
    return zonePart(this.names, t);
  }

  private dayOf(day: number): DayOffsets {
    let found = this.days.get(day);
    if (found === undefined) {
      if (this.days.size >= MAX_DAYS) this.days.clear();
      this.days.set(day, (found = this.lookUp(day)));
    }
    return found;
  }

  /** No zone changes its offset twice in a day. */
  private lookUp(day: number): DayOffsets {
    let low = day * MS_PER_DAY;
    let high = Math.min(low + MS_PER_DAY, MAX_TIME);
    const before = this.ask(low);
    const after = this.ask(high);
    if (before === after) return { before, change: high, after };
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.ask(middle) === before) low = middle;
      else high = middle;
    }
    return { before, change: high, after };
  }

  private ask(t: number): number {
    const match = /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(zonePart(this.offsets, t));
    if (match === null) throw new RangeError(`the host does not tell the offset of ${this.id}`);
    const [, sign, hours, minutes, seconds = '0'] = match;
    if (sign === undefined) return 0;
    const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
    return sign === '-' ? -offset : offset;
  }
}

function formatOf(name: string, timeZoneName: 'long' | 'longOffset'): Intl.DateTimeFormat {
  if (typeof Intl === 'undefined') throw new RangeError('the host has no Intl, which time zones are read from: local time can only be UTC');
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName });
  } catch (error) {
    if (error instanceof RangeError) throw new UnknownTimeZone(name);
    throw error;
  }
}

function zonePart(format: Intl.DateTimeFormat, t: number): string {
  return format.formatToParts(t).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** The zone of that name; null for UTC, which needs no table. */
export function timeZoneOf(name: string): TimeZone | null {
  if (name === 'UTC') return null;
  const zone = new TimeZone(name);
  return zone.id === 'UTC' ? null : zone;
}
