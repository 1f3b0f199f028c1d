// Local time in the zone that an embedder names: tests/time-zones in all modes, against Node running in that zone, and what is no zone.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Vm } from 'anneal';
import { modes } from './support/modes.ts';

const file = fileURLToPath(new URL('time-zones/around-changes.js', import.meta.url));
const source = readFileSync(file, 'utf8');

/** Changes by an hour and by half an hour, in summer and in winter, by Ramadan, across the date line, and none. */
const zones = ['UTC', 'Europe/Vienna', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Europe/Dublin', 'Africa/Casablanca', 'Pacific/Apia', 'Asia/Kolkata'];

describe.each(zones)('%s', (timeZone) => {
  const native = spawnSync(process.execPath, [file], { env: { PATH: process.env.PATH, TZ: timeZone, LANG: 'C' }, encoding: 'utf8' });
  const reference = modes[0].run(source, file, [], timeZone);

  test.each(modes.map((mode) => [mode.name, mode] as const))('%s', (_name, mode) => {
    const result = mode.run(source, file, [], timeZone);
    expect(result.error).toBeUndefined();
    expect(native.stdout).not.toBe('');
    expect(result.output).toBe(native.stdout);
    expect(result.fuel).toBe(reference.fuel);
  });
});

test.each([
  ['Europe/Vienna', '2021-03-28T02:30', 'Sun Mar 28 2021 03:30:00 GMT+0200 (Central European Summer Time)'],
  ['Europe/Vienna', '2021-10-31T02:30', 'Sun Oct 31 2021 02:30:00 GMT+0200 (Central European Summer Time)'],
  ['America/New_York', '2021-11-07T01:30', 'Sun Nov 07 2021 01:30:00 GMT-0400 (Eastern Daylight Time)'],
  ['Australia/Lord_Howe', '2021-10-03T02:15', 'Sun Oct 03 2021 02:45:00 GMT+1100 (Lord Howe Daylight Time)'],
  ['europe/vienna', '2021-01-01T00:00', 'Fri Jan 01 2021 00:00:00 GMT+0100 (Central European Standard Time)'],
  ['Etc/UTC', '2021-01-01T00:00', 'Fri Jan 01 2021 00:00:00 GMT+0000 (Coordinated Universal Time)'],
])('in %s, %s is read as %s', (timeZone, local, text) => {
  expect(new Vm({ timeZone }).evaluate(`String(new Date('${local}'))`)).toEqual({ type: 'done', value: text });
});

test.each(['Mars/Base', '', 'Europe', 'Europe/Vienna '])("'%s' is no time zone", (timeZone) => {
  expect(() => new Vm({ timeZone })).toThrow(`unknown time zone '${timeZone}': it must be a name of the IANA database`);
});
