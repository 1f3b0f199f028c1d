// Completion values of scripts, compared with those of the host.
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Vm } from '../../src/index.ts';

function guest(source: string): unknown {
  const outcome = new Vm({ jit: false, fuel: 1e6 }).evaluate(source);
  return outcome.type === 'done' ? outcome.value : outcome;
}

test.each<[string]>([
  ['1'],
  ['1; var a = 2;'],
  ['1; let a = 2; function f() {} ; ; class A {}'],
  ['1; if (true) {}'],
  ['1; if (false) 2; else {}'],
  ['1; if (true) { 3; var x; }'],
  ['1; { 2; { } }'],
  ['1; {}'],
  ['1; do { } while (false)'],
  ['1; do { 2; } while (false)'],
  ['1; do { 2; break; 3; } while (false)'],
  ['1; do { 2; if (true) break; 3; } while (false)'],
  ['1; do { 2; if (true) { break; } 3; } while (false)'],
  ['1; do { 2; { break; } 3; } while (false)'],
  ['do { 2; var a; continue; 3; } while (false)'],
  ['var i = 0; while (i < 3) { i++; if (i == 2) { 7; continue; } 8; }'],
  ['for (var i = 0; i < 3; i++) i * 2'],
  ['for (var i = 0; i < 3; i++) { if (i == 1) break; i + 10; }'],
  ['for (var x in { a: 1, b: 2 }) x + 1;'],
  ['for (var x of [1, 2, 3]) { x; }'],
  ['for (var x of []) x'],
  ['a: for (;;) { for (;;) { 4; break a; } 5; }'],
  ['a: { 1; break a; 2; }'],
  ['a: { 1; if (true) break a; 2; }'],
  ['1; a: { break a; }'],
  ['switch (1) { case 0: 1; case 1: 2; case 2: 3; break; default: 4; }'],
  ['1; switch (5) { case 0: 2; }'],
  ['1; switch (1) { case 1: break; }'],
  ['do { switch (1) { case 1: 2; continue; } 3; } while (false)'],
  ['try { 1 } finally { 2 }'],
  ['1; try { } finally { 2 }'],
  ['try { 1; throw 2 } catch (e) { }'],
  ['try { throw 2 } catch (e) { e + 1 }'],
  ['try { 1; throw 2 } catch (e) { e; } finally { 5; }'],
  ['do { 1; try { 39 } finally { 42; break; } } while (false)'],
  ['do { 1; try { 39; continue } finally { var a; } } while (false)'],
  ['do { try { 39 } finally { break; } 2; } while (false)'],
  ['1; try { 2; } catch { 3 } ; var z'],
  ['var a = 1; a = 5; a++'],
  ['"use strict"; 1; function g() {}'],
  ['1; a: 2; b: c: {}'],
])('%s', (source) => {
  expect(guest(source)).toEqual(runInNewContext(source));
});

test('a loop whose value nobody can see does not keep it', async () => {
  const { compileScript } = await import('../../src/bytecode/compile.ts');
  const { disassemble } = await import('../../src/bytecode/disassembler.ts');
  const loop = (rest: string): number => disassemble(compileScript(`var i = 0; while (i < 9) { i++; g; } ${rest}`, 'test.js'), { source: false }).split('\n').length;
  expect(loop('')).toBeGreaterThan(loop('1;') - 1);
});
