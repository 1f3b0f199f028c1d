// Tests of what an object is that stand in the unit: V8 knows there what objects come by, and answers most of them by the hidden class.

import type * as E from 'estree';
import { proxyState } from '../runtime/proxy.ts';
import * as b from './builders.ts';
import type { UnitBuilder } from './unit-builder.ts';

/** The register holds no Proxy. */
export const isNoProxy = (u: UnitBuilder, r: number): E.Expression => b.unary('!', b.logic('&&', b.member(u.constant(proxyState), 'any'), b.call(u.rt('isProxy'), u.r(r))));

/** The host may copy the properties of what the register holds for the guest (isSpreadable of objects.ts). */
export function isSpreadable(u: UnitBuilder, r: number): E.Expression {
  return [
    u.isObject(r), isNoProxy(u, r), b.bin('===', b.member(u.r(r), 'internal'), b.voidZero()), b.bin('!==', b.member(u.r(r), 'fn'), u.r(r)), b.call(u.rt('isCopiedPlainly'), u.r(r)),
  ].reduce((x, y) => b.logic('&&', x, y));
}
