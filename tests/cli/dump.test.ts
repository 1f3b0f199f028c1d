import { describe, expect, test } from 'vitest';
import { anneal, hotProgram, scratch } from '../support/cli.ts';

const file = scratch();
const hot = file('hot.js', hotProgram);

describe('after a run', () => {
  test('all stages of a function, without the output of the program', () => {
    const { status, stdout, stderr } = anneal(['dump', '--function', 'area', hot]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).not.toContain('24995000');
    // Bytecode with source lines and counters.
    expect(stdout).toMatch(/^; area {2}\S*hot\.js:1:\d+ {2}function, sloppy, 1 parameter, \d+ registers, \d+ words\n/);
    expect(stdout).toMatch(/\n {4}2 \| {3}return shape\.width \* shape\.height;\n/);
    expect(stdout).toMatch(/\n +\d+ {2}GetProp r\d+ r1 "width"\n/);
    expect(stdout).toMatch(/\n +0 {2}Entry \d+ +; x\d+\n/);
    // The graph.
    expect(stdout).toMatch(/\n; unit \d+: area; compiled for invocations; left \d+ times? by a guard or trap\n/);
    expect(stdout).toMatch(/\nblock 0: entered \d+ times\n/);
    // The code, with comments.
    expect(stdout).toMatch(/return \(function _area\(f, r0, r1\) \{\n/);
    expect(stdout).toMatch(/\/\/ {4}2 \| {3}return shape\.width/);
    expect(stdout).toMatch(/ \/\/ \d+ Mul r\d+ r\d+ r\d+/);
    expect(stdout).toMatch(/break body; +\/\/ leaves: too deep, or out of fuel\n/);
    expect(stdout).toMatch(/break body; +\/\/ guard: deoptimises at \d+ Mul, /);
  });

  test('only what got hot is shown', () => {
    // Hot enough even where the machine is so busy that compiling seems to take long.
    const hotter = hotProgram.replace('i < 5000', 'i < 500000');
    const { stdout } = anneal(['dump', '--stage', 'js', file('partly.js', hotter + 'function cold() { return 1; }\ncold();\n')]);
    expect(stdout).toContain('_area');
    expect(stdout).toContain('_loop(frame)');
    expect(stdout).not.toContain('cold');
    expect(anneal(['dump', '-', '--stage', 'js'], { input: 'console.log(1)' }).stdout).toMatch(/^; nothing got hot enough/);
    expect(anneal(['dump', '-', '--function', 'g', '--stage', 'all'], { input: 'function g() {} g();' }).stdout).toMatch(/^; g {2}[^]*; g was not compiled: it did not get hot enough\n$/);
  });

  test('graphs for Graphviz', () => {
    const { stdout } = anneal(['dump', '--dot', '--stage', 'cfg', '--function', 'area', hot]);
    expect(stdout).toMatch(/^digraph unit\d+ \{\n[^]*b0 \[label="block 0 {2}x\d+\\l0 {2}Entry \d+\\l[^]*\}\n$/);
  });

  test('a program that fails is dumped all the same', () => {
    const { status, stdout, stderr } = anneal(['dump', '--stage', 'cfg', file('fails.js', hotProgram + 'null.x;\n')]);
    expect(status).toBe(1);
    expect(stderr).toContain('Uncaught TypeError');
    expect(stdout).toContain('; area ');
    expect(anneal(['dump', '--fuel', '9000', '--stage', 'cfg', hot])).toMatchObject({ status: 3, stderr: expect.stringContaining('Out of fuel') as string });
  });

  test('a name that nothing has: the names that there are', () => {
    const { status, stderr } = anneal(['dump', '--function', 'volume', hot]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/no function called 'volume' was reached; there are: .*area/);
  });
});

test('--eager compiles everything without running it', () => {
  const program = file('eager.js', 'console.log("ran");\nfunction f(x) { return () => x + 1; }\nfor (let i = 0; i < 3; i++) f(i);\nthrow 1;\n');
  const { status, stdout, stderr } = anneal(['dump', '--eager', program]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).not.toContain('ran\n');
  expect(stdout).toMatch(/\/\/ unit \d+: loop at \S*eager\.js:3:\d+; compiled for --eager/);
  expect(stdout).toMatch(/\/\/ unit \d+: f; compiled for --eager/);
  expect(stdout).toMatch(/\/\/ unit \d+: <anonymous>; compiled for --eager/);
});
