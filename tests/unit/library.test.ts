// The self-hosted library: every file compiles, what the scan says of a function holds, and every free name resolves.

import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../../src/bytecode/compile.ts';
import { instructionLength, Op } from '../../src/bytecode/opcodes.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { fallbackRealm } from '../../src/runtime/host-realm.ts';
import { installIntrinsics } from '../../src/runtime/intrinsics/index.ts';
import { libraryHead, libraryIndex, libraryTemplate, resolveIntrinsic } from '../../src/runtime/library.ts';
import { Realm } from '../../src/runtime/realm.ts';
import { librarySources } from '../../src/runtime/selfhosted/sources.ts';

function makeRealm(): Realm {
  const realm = new Realm(
    fallbackRealm(),
    { write: () => undefined, now: () => 0, monotonic: () => 0, random: () => 0, timeZone: null },
    {
      captureTrace: () => null, callerRealm: (_depth, own) => own,
      outOfFuel: () => undefined,
      needRoom: () => undefined, charged: (_amount, call) => call(),
      enterInterpreter: () => undefined, callClass: () => undefined, interpreterEntry: () => () => undefined,
      resumeCoroutine: () => undefined, constructOn: () => undefined, constructClosure: () => {
        throw new Error('nothing runs here');
      },
    },
  );
  installIntrinsics(realm);
  return realm;
}

function intrinsicsOf(template: Template, into: Set<string>): void {
  const { code } = template;
  for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
    if (code[pc] === Op.LoadIntrinsic) into.add(template.names[code[pc + 2]]);
  }
  for (const child of template.children) intrinsicsOf(child, into);
}

const realm = makeRealm();

describe.each(Object.keys(librarySources))('%s', (file) => {
  const text = librarySources[file];
  const whole = compileLibrary(text, file);

  test('the scan finds every function', () => {
    const scanned = [...libraryIndex()].filter(([, entry]) => entry.file === file).map(([name]) => name);
    expect(scanned).toEqual([...whole.keys()]);
  });

  test('the scan knows names, lengths and constructors', () => {
    for (const [name, template] of whole) {
      expect({ of: name, ...libraryHead(name) }).toMatchObject({ of: name, name: template.name, length: template.length, isConstructor: template.kind === 'function' });
    }
  });

  test('a function compiled alone is the one compiled with its file', () => {
    for (const [name, template] of whole) {
      const alone = libraryTemplate(name);
      expect([...alone.code], name).toEqual([...template.code]);
      expect([...alone.positions], name).toEqual([...template.positions]);
      expect(alone.selfHosted).toBe(true);
    }
  });

  test('every free name is an intrinsic', () => {
    const names = new Set<string>();
    for (const template of whole.values()) intrinsicsOf(template, names);
    const missing = [...names].filter((name) => {
      try {
        return resolveIntrinsic(realm, name) === undefined;
      } catch {
        return true;
      }
    });
    expect(missing).toEqual([]);
  });
});
