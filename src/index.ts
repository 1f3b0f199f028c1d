// The library: what an embedder imports from 'anneal'. docs/embedding.md shows how it is used.

export { Vm, GuestError } from './process/vm.ts';
export type { VmOptions, Outcome, Location } from './process/vm.ts';
export type { ImportAttributes, ModuleLoader, ModuleSource } from './process/modules.ts';
export type { CommonJsLoader, CommonJsSource } from './runtime/intrinsics/common-js.ts';
export { SourceError } from './source/diagnostics.ts';

export { nodeRealm } from './host/node-realm.ts';
export { FileModules } from './host/file-modules.ts';
export type { FileModuleOptions } from './host/file-modules.ts';
export { holdInterpreter, optimiseInterpreter, tuneHost } from './host/node-v8.ts';
export { fallbackRealm } from './runtime/host-realm.ts';
export type { HostRealm, HostRealmProvider } from './runtime/host-realm.ts';

export { compileScript as compile, compileModule } from './bytecode/compile.ts';
export { encode, decodeVerified as decode, isBytecode, FormatError } from './bytecode/encoding.ts';
export type { EncodeOptions } from './bytecode/encoding.ts';
export { VerifyError } from './bytecode/verify-error.ts';
export { formatTemplate as disassemble } from './bytecode/assembler-print.ts';
export type { Template } from './bytecode/template.ts';

export { defaultTuning, eagerTuning, tuningWith } from './tiering/tuning.ts';
export type { Tuning } from './tiering/tuning.ts';
export type { TierEvent, TierStatistics } from './tiering/tier.ts';
export { listenToTier } from './observe/tier-events.ts';
export { compilationLog } from './observe/compilation-log.ts';
export { StatisticsCollector, formatStatistics } from './observe/statistics.ts';
export type { RunStatistics } from './observe/statistics.ts';

export type { Value } from './runtime/values.ts';

/** The version of this package. */
export const version: string = __ANNEAL_VERSION__;
