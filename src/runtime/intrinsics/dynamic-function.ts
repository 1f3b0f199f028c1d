// Functions and evals from text (ECMA-262 19.2.1 eval, 20.2.1.1 CreateDynamicFunction).

import type { DynamicFunctionKind } from '../../bytecode/compile.ts';
import { prototypeFromConstructor } from '../construct.ts';
import { toStringPrimitive } from '../conversions.ts';
import { dynamicFunction, evalClosure } from '../eval.ts';
import { getPrototypeOf, setPrototypeOf } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { isObject, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type Value } from '../values.ts';

/**
 * For so many arguments and more, a spread call and `apply` charge, and leave less of the host's stack. A call that has charged must not go again, as it
 * does where there is too little stack to compile a text (needRoom): a function of the library, which has the list, calls what compiles.
 */
const CHARGED_ARGUMENTS = 4;

/**
 * A constructor of functions from text, whose functions have the intrinsic `prototype` (%Function.prototype% and its like). The
 * caller links it with its prototype object.
 */
export function makeFunctionConstructor(realm: Realm, name: string, kind: DynamicFunctionKind, prototype: string): GuestFunction & GuestObject {
  const create = (newTarget: GuestFunction, texts: readonly string[]): Value => {
    const f = dynamicFunction(realm, kind, texts.slice(0, -1).join(','), texts.at(-1) ?? '');
    const proto = newTarget === constructor ? (realm.intrinsics.get(prototype) as GuestObject) : prototypeFromConstructor(newTarget, prototype);
    if (proto !== getPrototypeOf(f)) setPrototypeOf(realm, f, proto);
    return f;
  };
  const convert: HostConstruct = (_callee, newTarget, ...args) => {
    if (args.length < CHARGED_ARGUMENTS && !args.some(isObject)) return create(newTarget, args.map((a) => toStringPrimitive(realm, a)));
    const g = realm.selfHosted('CreateDynamicFunction');
    return g.code(g, undefined, creator, newTarget as GuestFunction & GuestObject, realm.prelude.makeArrayFrom(args));
  };
  const code: HostCode = (callee, _self, ...args) => convert(callee, callee, ...args);
  const constructor = realm.native(name, 1, code, convert);
  const creator = realm.native('', 2, (_callee, _self, newTarget, texts) => create(newTarget as unknown as GuestFunction, Array.from(texts as unknown as string[])));
  return constructor;
}

export function installEval(realm: Realm): void {
  // eval ( x ): called as a function, and so in the global scope; a direct eval is an instruction.
  const f = realm.native('eval', 1, (_callee, _self, x, ...others) => {
    if (typeof x !== 'string') return x;
    if (others.length + 1 >= CHARGED_ARGUMENTS) {
      const g = realm.selfHosted('IndirectEval');
      return g.code(g, undefined, f, x);
    }
    const closure = evalClosure(realm, x, null);
    return closure.code(closure, realm.global);
  });
  realm.intrinsics.set('eval', f);
  realm.provideGlobal('eval', f);
}
