// What test262 asks of a host (INTERPRETING.md): `print` and `$262`, defined in a fresh VM.
//
// The natives here are the few things that guest code cannot do. The guest script finds them as globals, makes the objects of
// them and deletes the globals.

import { compile, SourceError } from '../../dist/index.js';

// It calls no function of its own, so that a compiler that is eager has nothing to compile in each VM.
const GUEST = compile(`{
  const emit = $emit, compileScript = $compileScript, makeRealm = $makeRealm;
  const { apply } = Reflect;
  const transfer = ArrayBuffer.prototype.transferToFixedLength;
  const isDetached = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'detached').get;
  const refuse = () => { throw new Error('NotSupported: agents'); };
  const host = {
    global: globalThis,
    evalScript(source) {
      const script = compileScript(String(source));
      if (typeof script === 'string') throw new SyntaxError(script);
      return script();
    },
    createRealm() {
      const install = makeRealm();
      return install();
    },
    detachArrayBuffer(buffer) {
      if (!apply(isDetached, buffer, [])) apply(transfer, buffer, [0]);
    },
    gc() {},
    agent: { start: refuse, broadcast: refuse, getReport: refuse, sleep: refuse, monotonicNow: refuse },
  };
  delete globalThis.$emit;
  delete globalThis.$compileScript;
  delete globalThis.$makeRealm;
  Object.defineProperties(globalThis, {
    print: { value: (text) => emit(String(text)), writable: true, configurable: true },
    $262: { value: host, writable: true, configurable: true },
  });
}
$262`, 'host.js');

/** Defines them in the VM's own realm. */
export function installHost(vm, print) {
  defineNatives(vm, vm.machine.mainRealm, print);
  vm.run(GUEST);
}

/** The natives that GUEST looks for, in any realm of the VM. */
function defineNatives(vm, realm, print) {
  const { machine } = vm;
  const define = (name, code) => realm.defineGlobal(name, realm.native(name, 1, code));
  const functionOf = (template, inRealm) => {
    const script = machine.scriptFrame(template, inRealm).linked.closure(undefined);
    return realm.native('script', 0, () => script.code(script, inRealm.global));
  };
  define('$emit', (_callee, _self, text) => {
    print(text);
    return undefined;
  });
  // The script as a function of the guest, or the message of its syntax error.
  define('$compileScript', (_callee, _self, source) => {
    let template;
    try {
      template = compile(source, 'evalScript');
    } catch (error) {
      if (error instanceof SourceError) return error.message;
      throw error;
    }
    return functionOf(template, realm);
  });
  // GUEST as a function of a new realm; its result is $262 of there.
  define('$makeRealm', () => {
    const created = vm.createRealm();
    defineNatives(vm, created, print);
    return functionOf(GUEST, created);
  });
}
