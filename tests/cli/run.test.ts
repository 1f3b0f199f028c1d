import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anneal, cli, hotProgram, scratch } from '../support/cli.ts';

const file = scratch();
const hot = file('hot.js', hotProgram);

describe('programs', () => {
  test.each([[], ['--jit'], ['--no-jit'], ['--jit-eager'], ['--stress-deopt', '3'], ['--stress-suspend', '50'], ['--stress-again', '2'], ['--no-realm']])('run the same with %j %j', (...options) => {
    expect(anneal(['run', ...options, hot])).toEqual({ status: 0, stdout: '24995000 12\n', stderr: '' });
  });

  test('come from standard input', () => {
    expect(anneal(['run', '-'], { input: 'console.log(6 * 7)' })).toEqual({ status: 0, stdout: '42\n', stderr: '' });
  });

  test('may start with a byte order mark and a hashbang', () => {
    expect(anneal(['run', file('bom.js', '\uFEFF#!/usr/bin/env anneal\nconsole.log("ok")\n')]).stdout).toBe('ok\n');
  });

  test('find their arguments in scriptArgs', () => {
    const args = file('args.js', 'console.log(scriptArgs.length, scriptArgs.join("|"), Array.isArray(scriptArgs))');
    expect(anneal(['run', args]).stdout).toBe('0  true\n');
    expect(anneal(['run', args, 'a', 'b c']).stdout).toBe('2 a|b c true\n');
    expect(anneal(['run', args, 'a', '--', '--stats', '-x']).stdout).toBe('3 a|--stats|-x true\n');
    expect(anneal(['run', args, '--', '--no-jit', '--', '--trace-jit']).stdout).toBe('3 --no-jit|--|--trace-jit true\n');
  });

  test('get the random numbers of their seed', () => {
    const random = file('random.js', 'console.log(Math.random(), Math.random())');
    const numbers = (seed: string): string => anneal(['run', '--seed', seed, random]).stdout;
    expect(numbers('1')).toBe(numbers('1'));
    expect(numbers('1')).not.toBe(numbers('2'));
    expect(anneal(['run', random]).stdout).toBe(numbers('0'));
  });
});

describe('promises and timers', () => {
  test('the process ends when no timer is left, and has waited for them', () => {
    const begun = performance.now();
    expect(anneal(['run', '-'], { input: 'setTimeout(() => console.log("late"), 120); Promise.resolve().then(() => console.log("job")); console.log("now");' })).toEqual({
      status: 0,
      stdout: 'now\njob\nlate\n',
      stderr: '',
    });
    expect(performance.now() - begun).toBeGreaterThan(120);
  });

  test('a rejection that nobody handles ends the program like an uncaught exception', () => {
    const text = 'async function f() {\n  await 1;\n  throw new TypeError("lost");\n}\nf();\nsetTimeout(() => console.log("never"), 1);\n';
    const { status, stdout, stderr } = anneal(['run', '-'], { input: text });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('<stdin>:3:9');
    expect(stderr).toContain('Uncaught (in promise) TypeError: lost\n    at f (<stdin>:3:9)');
  });

  test('one that is handled before the jobs are over is none', () => {
    expect(anneal(['run', '-'], { input: 'const p = Promise.reject(1); Promise.resolve().then(() => p.catch(() => console.log("handled")));' })).toEqual({ status: 0, stdout: 'handled\n', stderr: '' });
  });

  test('fuel runs out in jobs and timers too', () => {
    const endless = anneal(['run', '--fuel', '100000', '-'], { input: 'const again = () => Promise.resolve().then(again); again();' });
    expect(endless.status).toBe(3);
    expect(endless.stderr).toContain('Out of fuel');
    expect(anneal(['run', '--fuel', '100000', '-'], { input: 'setTimeout(() => { for (;;); }, 5);' }).status).toBe(3);
  });
});

test('--tz: local time is UTC, or that of a zone, whatever the host has', () => {
  const input = "console.log(String(new Date(2021, 6, 1)));";
  const text = (args: string[]) => anneal(['run', ...args, '-'], { input, env: { ...process.env, TZ: 'Asia/Tokyo' } }).stdout;
  expect(text([])).toBe('Thu Jul 01 2021 00:00:00 GMT+0000 (Coordinated Universal Time)\n');
  expect(text(['--tz', 'Europe/Vienna'])).toBe('Thu Jul 01 2021 00:00:00 GMT+0200 (Central European Summer Time)\n');
});

describe('output', () => {
  test('is complete, however much there is', () => {
    const lines = file('lines.js', 'for (let i = 0; i < 200000; i++) console.log("line " + i); console.error("end");');
    const { status, stdout, stderr } = anneal(['run', lines]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'end\n' });
    expect(stdout.length).toBe(200000 * 6 + 1088890);
    expect(stdout.endsWith('line 199999\n')).toBe(true);
  });

  test('keeps the order of both streams', () => {
    const mixed = file('mixed.js', 'for (let i = 0; i < 5; i++) { console.log("out", i); console.error("err", i); } console.log("é€😀"); throw new Error("last");');
    const { stdout } = spawnSync('sh', ['-c', '"$0" "$1" run "$2" 2>&1', process.execPath, cli, mixed], { encoding: 'utf8' });
    expect(stdout).toMatch(/^out 0\nerr 0\nout 1\nerr 1\nout 2\nerr 2\nout 3\nerr 3\nout 4\nerr 4\né€😀\n.*mixed\.js:1:/);
  });

  test('may be cut off by its reader', () => {
    const endless = file('endless.js', 'for (;;) console.log("again and again");');
    const { stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$1" run "$2" | head -1', process.execPath, cli, endless], { encoding: 'utf8', timeout: 20_000 });
    expect({ stdout, stderr }).toEqual({ stdout: 'again and again\n', stderr: '' });
  });
});

describe('what goes wrong', () => {
  test('an uncaught error: exit code 1, the place, the guest stack', () => {
    const name = file('throws.js', 'function check(x) {\n  if (x > 2) throw new RangeError(`${x} is too much`);\n}\n\nfor (let i = 0; i < 5; i++) check(i);\n');
    for (const mode of ['--no-jit', '--jit', '--jit-eager']) {
      const { status, stdout, stderr } = anneal(['run', mode, name]);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toBe(`${name}:2:20
  1 | function check(x) {
> 2 |   if (x > 2) throw new RangeError(\`\${x} is too much\`);
    |                    ^
  3 | }

Uncaught RangeError: 3 is too much
    at check (${name}:2:20)
    at ${name}:5:29
`);
    }
  });

  test('the guest stack is the same where the error left compiled code', () => {
    const name = file('late.js', 'function inner(i) {\n  if (i === 2999) null.x;\n  return i;\n}\nfunction outer(i) {\n  return inner(i) + 1;\n}\nfor (let i = 0; i < 3000; i++) outer(i);\n');
    const stack = `    at inner (${name}:2:24)\n    at outer (${name}:6:10)\n    at ${name}:8:32\n`;
    for (const mode of ['--no-jit', '--jit', '--jit-eager']) expect(anneal(['run', mode, name]).stderr).toContain(`(reading 'x')\n${stack}`);
  });

  test('an uncaught value that is no error', () => {
    expect(anneal(['run', '-'], { input: 'throw { code: 5 }' })).toEqual({ status: 1, stdout: '', stderr: 'Uncaught { code: 5 }\n' });
    expect(anneal(['run', '-'], { input: 'throw "text"' })).toEqual({ status: 1, stdout: '', stderr: "Uncaught 'text'\n" });
  });

  test('a syntax error: exit code 1 with the code', () => {
    const { status, stderr } = anneal(['run', '-'], { input: 'let a = 1;\nlet b = ;\n' });
    expect(status).toBe(1);
    expect(stderr).toContain('<stdin>:2:9\n  1 | let a = 1;\n> 2 | let b = ;\n    |         ^\n');
    expect(stderr).toContain('SyntaxError: ');
  });

  test('out of fuel: exit code 3, the place, what was burnt', () => {
    for (const mode of ['--no-jit', '--jit', '--jit-eager']) {
      const { status, stdout, stderr } = anneal(['run', mode, '--fuel', '5_000', hot]);
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toMatch(/hot\.js:\d+:\d+\n[^]*> *\d+ \|[^]*\n\nOut of fuel (in area|at the top level) \(.*hot\.js:\d+:\d+\): 5,000 of 5,000 units of fuel were burnt\n$/);
    }
  });

  test('the place of an exhausted program is the same in every mode', () => {
    const stops = [1e3, 2e4, 3e4 + 1].map((fuel) => ['--no-jit', '--jit', '--jit-eager'].map((mode) => anneal(['run', mode, '--fuel', String(fuel), hot]).stderr));
    for (const [interpreted, compiled, eager] of stops) {
      expect(compiled).toBe(interpreted);
      expect(eager).toBe(interpreted);
    }
  });

  test('recursion without end is an error that the guest can catch', () => {
    const { status, stdout } = anneal(['run', '-'], { input: 'function f() { return 1 + f(); }\ntry { f(); } catch (e) { console.log(e instanceof RangeError, e.message); }' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'true Maximum call stack size exceeded\n' });
  });
});

describe('misuse: exit code 2 and advice', () => {
  test.each<[string[], RegExp]>([
    [[], /Usage: anneal/],
    [['rnu', 'x.js'], /unknown command 'rnu'\n\(Did you mean run\?\)/],
    [['prog.js', 'a'], /'prog\.js' is not a command\. To run it: anneal run prog\.js a\n/],
    [['run'], /missing required argument 'file'/],
    [['run', '/no/such/file.js'], /cannot read '\/no\/such\/file\.js': there is no such file/],
    [['run', '/'], /cannot read '\/': it is a directory/],
    [['run', hot, '--staats'], /unknown option '--staats'\n\(Did you mean --stats\?\)\n\(.*options for the program come after --\)/],
    [['run', hot, '--fuel', '0'], /argument '0' is invalid\. It must be a whole number from 1/],
    [['run', hot, '--fuel', 'much'], /argument 'much' is invalid/],
    [['run', hot, '--no-jit', '--trace-jit'], /--trace-jit needs the JIT: it cannot be combined with --no-jit/],
    [['run', hot, '--tuning', '{'], /--tuning: .*JSON/],
    [['run', hot, '--tuning', '{"loops": 1}'], /--tuning: there is no knob 'loops'; there are invocationThreshold, /],
    [['run', hot, '--tuning', '{"stressDeopt": 1}', '--no-jit'], /--tuning needs the JIT/],
    [['run', hot, '--tuning', '{"unmetered": true}', '--fuel', '1000'], /unmetered code cannot be stopped: --fuel cannot be combined/],
    [['run', hot, '--tz', 'Mars/Base'], /^anneal: --tz: unknown time zone 'Mars\/Base': it must be a name of the IANA database, such as UTC or Europe\/Vienna\n$/],
    [['run', hot, '--trace-jit=/no/such/folder/log'], /cannot write '\/no\/such\/folder\/log'/],
    [['dump', hot, '--stage', 'ast'], /argument 'ast' is invalid\. Allowed choices are bytecode, cfg, js, all/],
    [['bench', '-'], /standard input/],
  ])('anneal %j', (args, message) => {
    const { status, stdout, stderr } = anneal(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

test.each([
  ['flags that are none', "try { new RegExp('a', 'g'.repeat(1e6) + i); } catch {}"],
  ['long keys', "o['g'.repeat(1e6) + i]; Object.hasOwn(o, 'h'.repeat(1e6) + i);"],
])('%s are not kept', (_what, statement) => {
  const program = file('kept.js', `const o = {}; for (let i = 0; i < 150; i++) { ${statement} } console.log('ok');`);
  const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=70', cli, 'run', program], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'ok\n' });
});

test.skipIf(!existsSync('/dev/full'))('output that cannot be written ends the command with one line', () => {
  for (const program of ['console.log("lost")', 'try { while (true) console.log("lost"); } catch {}']) {
    const { status, stderr } = spawnSync('bash', ['-c', '"$@" > /dev/full', 'bash', process.execPath, cli, 'run', file('lost.js', program)], { encoding: 'utf8' });
    expect(stderr).toMatch(/^anneal: cannot write to standard output: ENOSPC: .*\n$/);
    expect(status).toBe(2);
  }
});

test('a reader that has gone away ends the command quietly', () => {
  // The shell's exec of a reader that closes its end at once; the command finds that out when it writes.
  for (const args of [['--help'], ['dump', '--help'], ['dump', hot]]) {
    const { status, stderr } = spawnSync('bash', ['-c', 'exec 3>&2; { "$@" 2>&3; echo $? >&3; } | exec 0<&-', 'bash', process.execPath, cli, ...args], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '141\n']);
  }
});

test('--help and --version', () => {
  expect(anneal(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  for (const args of [['--help'], ['run', '--help'], ['compile', '--help'], ['disasm', '--help'], ['bench', '--help'], ['dump', '--help']]) {
    const { status, stdout } = anneal(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: anneal[^]*\nExamples:\n {2}\$ anneal /);
  }
});

test('--tuning changes knobs of the JIT, and says aloud that limits do not hold', () => {
  const tuned = (json: string): string => anneal(['run', '--stats', '--tuning', json, hot]).stderr;
  expect(tuned('{"invocationThreshold": 2000000000, "loopThreshold": 2000000000}')).toContain('compiled code  0.0 % of the fuel');
  expect(tuned('{"optimisations.prune": false}')).not.toContain('uncommon branch');
  const { stdout, stderr } = anneal(['run', '--tuning', '{"unmetered": true}', hot]);
  expect({ stdout, stderr }).toEqual({ stdout: '24995000 12\n', stderr: 'anneal: compiled code is not metered: no limit holds, and what is said of fuel is wrong\n' });
});

describe('reports', () => {
  /** What is hot is compiled, however long the compiler takes on a busy machine. */
  const patient = '{"compileAllowance": 1000000}';
  test('--stats', () => {
    const { status, stdout, stderr } = anneal(['run', '--stats', '--tuning', patient, hot]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '24995000 12\n' });
    expect(stderr).toMatch(/^fuel +[\d,]+\ntime +[\d.,]+ ms\ncompiled code +[\d.]+ % of the fuel\nunits +\d+ functions?, \d+ loops?; \d+ retired, \d+ refused; [\d,]+ characters of JavaScript\ncompilation +[\d.,]+ ms\ndeopts +\d+.*\n$/);
    expect(Number(/compiled code +([\d.]+)/.exec(stderr)?.[1])).toBeGreaterThan(50);
    const fuel = (text: string): string | undefined => /^fuel +([\d,]+)/.exec(text)?.[1];
    const interpreted = anneal(['run', '--stats', '--no-jit', hot]).stderr;
    expect(fuel(interpreted)).toBe(fuel(stderr));
    expect(interpreted).toContain('compiled code  0.0 % of the fuel');
  });

  test('what the interpreter has burnt is all, up to what builtins charge, where nothing is hot enough', () => {
    const report = anneal(['run', '--tuning', '{"invocationThreshold": 1000000000, "loopThreshold": 1000000000}', '--report-fd', '1', file('quiet.js', hotProgram.replace(/console.*/, ''))]).stdout;
    const { fuel, interpretedFuel } = JSON.parse(report) as { fuel: number; interpretedFuel: number };
    expect(interpretedFuel).toBe(fuel);
  });

  test('--trace-jit prints a line per event to standard error or a file', () => {
    const { stdout, stderr } = anneal(['run', '--trace-jit', '--tuning', patient, hot]);
    expect(stdout).toBe('24995000 12\n');
    expect(stderr).toMatch(/^ +ms {2}event +unit {2}function +place\n/);
    expect(stderr).toMatch(/\n +[\d.]+ {2}compile +\d+ {2}area +\S*hot\.js:1:\d+ +invocations; \d+ words, \d+ blocks?, \d+ chars, |; [\d.]+ ms\n/);
    expect(stderr).toMatch(/\n +[\d.]+ {2}osr +\d+ {2}<script> +\S*hot\.js:6:\d+ +iterations; /);
    const log = file('log.txt', '');
    expect(anneal(['run', hot, `--trace-jit=${log}`]).stderr).toBe('');
    expect(readFileSync(log, 'utf8')).toMatch(/compile +\d+ {2}area/);
  });
});
