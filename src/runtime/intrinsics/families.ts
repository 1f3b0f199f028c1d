// The families of intrinsics: what is installed together, when one of it is first asked for (intrinsics-map.ts).
//
// A row says who installs a family, which globals it makes, and by which names the rest of the VM asks for what it makes. The order of the rows is that
// of the properties of the global object. What the guest can reach without asking for it by a name (what its literals inherit from) is
// installed at once. An installer reads nothing that the guest can have changed, and changes no object of another family.

import type { Realm } from '../realm.ts';
import { installArray } from './array.ts';
import { installArrayBuffer } from './array-buffer.ts';
import { installAtomics } from './atomics.ts';
import { installBase64 } from './base64.ts';
import { installBigInt } from './bigint.ts';
import { installBoolean } from './boolean.ts';
import { installCommonJs } from './common-js.ts';
import { installConsole } from './console.ts';
import { installCore } from './core.ts';
import { installDataView } from './data-view.ts';
import { installDate } from './date.ts';
import { installDomException } from './dom-exception.ts';
import { installEval } from './dynamic-function.ts';
import { installError } from './error.ts';
import { installFunction } from './function.ts';
import { installGenerator } from './generator.ts';
import { installGlobalFunctions, installNumberParsers, installValueProperties } from './globals.ts';
import { installIterator, registerArrayIteration } from './iterator.ts';
import { installIteratorHelpers } from './iterator-helpers.ts';
import { installJson } from './json.ts';
import { installMap } from './map.ts';
import { installMath } from './math.ts';
import { installModule } from './module.ts';
import { installNumber } from './number.ts';
import { installObject } from './object.ts';
import { installPerformance } from './performance.ts';
import { installPromise } from './promise.ts';
import { installProxy } from './proxy.ts';
import { installReflect } from './reflect.ts';
import { installRegExp } from './regexp.ts';
import { installSet } from './set.ts';
import { installString } from './string.ts';
import { installStructuredClone } from './structured-clone.ts';
import { installSymbol } from './symbol.ts';
import { installTextCoding } from './text-coding.ts';
import { installTimers } from './timers.ts';
import { installTypedArrays } from './typed-array.ts';
import { installWeak } from './weak.ts';
import { installWeakRef } from './weak-ref.ts';

export interface Family {
  readonly install: readonly ((realm: Realm) => void)[];
  /** Names of the properties of the global object that it makes, separated by white space: those that are not enumerable come first. */
  readonly globals?: string;
  readonly enumerableGlobals?: string;
  /** Names of its intrinsics (Realm.intrinsics). */
  readonly intrinsics?: string;
  /** It is there from the start. */
  readonly isEager?: true;
}

export const families: Readonly<Record<string, Family>> = {
  Core: {
    install: [installCore],
    intrinsics: `
      IsObject IsCallable IsConstructor IsArray IsSimpleArray IsPlainArray HasDefaultSpecies IsArrayConstructorElsewhere SameValue SameValueZero
      ToIntegerOrInfinity ToLengthPrimitive ThrowReferenceError ThrowTypeError ThrowRangeError ThrowSyntaxError ThrowNotFunction
      ThrowNotConstructor ThrowNotIterable Describe FunctionNameOf ToObject MakeObject MakeObjectWith IterResult GetPrototypeOf CreateDataProperty
      DefineHidden DeletePropertyOrThrow DeleteProperty FindSetter SetData IsArrayLength IsLengthWritable IsOwnEnumerable OwnDataProperty HasOwn
      AddsProperty ArrayCreate MakeList Append AppendSteps CopyList SymbolAsyncIterator SymbolHasInstance SymbolIsConcatSpreadable SymbolIterator SymbolMatch
      SymbolMatchAll SymbolReplace SymbolSearch SymbolSpecies SymbolSplit SymbolToPrimitive SymbolToStringTag SymbolUnscopables Charge Apply
      ConstructList ConversionOf CallBody`,
  },
  Object: {
    install: [installObject],
    globals: 'Object',
    intrinsics: 'Object ObjectPrototype OwnNames OwnKeys DefineOrThrow NeedsConversion ObjectPrototypeToString',
    isEager: true,
  },
  Function: {
    install: [installFunction],
    globals: 'Function',
    intrinsics: 'Function MakeBound BoundArguments BoundTarget ThrowTypeErrorFunction',
    isEager: true,
  },
  Symbol: {
    install: [installSymbol],
    globals: 'Symbol',
    intrinsics: 'Symbol SymbolPrototype',
  },
  Error: {
    install: [installError],
    globals: 'Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError',
    intrinsics: `
      Error ErrorPrototype EvalError EvalErrorPrototype RangeError RangeErrorPrototype ReferenceError ReferenceErrorPrototype SyntaxError
      SyntaxErrorPrototype TypeError TypeErrorPrototype URIError URIErrorPrototype AggregateError AggregateErrorPrototype FormatStack
      JoinErrorHeader`,
  },
  Boolean: {
    install: [installBoolean],
    globals: 'Boolean',
    intrinsics: 'Boolean BooleanPrototype',
  },
  Number: {
    install: [installNumber],
    globals: 'Number',
    intrinsics: 'Number NumberOfPrimitive NumberCreate NumberPrototype',
  },
  BigInt: {
    install: [installBigInt],
    globals: 'BigInt',
    intrinsics: 'BigInt BigIntOfPrimitive ToIndexOfPrimitive BigIntPrototype',
  },
  Math: {
    install: [installMath],
    globals: 'Math',
    intrinsics: 'Math',
  },
  ValueProperties: {
    install: [installValueProperties],
    isEager: true,
  },
  NumberParsers: {
    install: [installNumberParsers],
    globals: 'parseInt parseFloat',
    intrinsics: 'parseInt parseFloat',
  },
  GlobalFunctions: {
    install: [installGlobalFunctions],
    globals: 'isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape',
    intrinsics: 'isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape',
  },
  Eval: {
    install: [installEval],
    globals: 'eval',
    intrinsics: 'eval',
  },
  Iterator: {
    install: [installIterator, installIteratorHelpers, registerArrayIteration],
    globals: 'Iterator',
    intrinsics: `
      IteratorPrototype IterationEnd MakePair ArrayIteratorPrototype ArrayIteratorTarget ArrayIteratorIndex ArrayIteratorKind ArrayIteratorAdvance
      ArrayIteratorFinish Iterator IteratorHelperPrototype MakeHelper HelperEnter HelperLeave HelperGet HelperSet WrapForValidIteratorPrototype
      MakeWrappedIterator WrappedGet`,
  },
  Generator: {
    install: [installGenerator],
    intrinsics: `
      AsyncIteratorPrototype GeneratorFunction GeneratorFunctionPrototype GeneratorPrototype AsyncGeneratorFunction
      AsyncGeneratorFunctionPrototype AsyncGeneratorPrototype AsyncFunction AsyncFunctionPrototype AsyncGeneratorOf AsyncGeneratorIsCompleted
      AsyncGeneratorEnds AsyncGeneratorFinish AsyncGeneratorEnqueueOnly AsyncGeneratorEnqueue AsyncGeneratorIsWaiting AsyncGeneratorRequestKind
      AsyncGeneratorRequestValue AsyncGeneratorTakeRequest MakeAsyncFromSyncIterator AsyncFromSyncIteratorOf AsyncFromSyncNextOf`,
  },
  Promise: {
    install: [installPromise],
    globals: 'Promise',
    enumerableGlobals: 'queueMicrotask',
    intrinsics: `
      Promise PromisePrototype IsPromise NewPromise RejectPromise ResolvePromisePlainly ResolveCapabilityPlainly ResolvePromiseWithThen PromiseThen IntrinsicCapability
      CapabilityExecutor MakeAggregateError HasJob RunNextJob`,
  },
  Timers: {
    install: [installTimers],
    enumerableGlobals: 'setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate',
    intrinsics: 'TimerAgain',
  },
  Array: {
    install: [installArray],
    globals: 'Array',
    intrinsics: 'Array JoinStack IteratesFast SortByKeys ArrayPrototypeValues',
    isEager: true,
  },
  String: {
    install: [installString],
    globals: 'String',
    intrinsics: `
      String StringCreate CharacterOf CodePointText StringIndexOf StringFind JoinStrings StringSlice StringMatchesAt StringPadding
      StringIteratorPrototype StringSplit StringPrototype`,
  },
  RegExp: {
    install: [installRegExp],
    globals: 'RegExp',
    intrinsics: `
      RegExp RegExpPrototype RegExpStringIteratorPrototype CreateRegExpStringIterator SetRegExpIteratorDone AdvanceStringIndex
      GetPlainSubstitution FindNamedReference CollectMatches MatchArguments ReplaceMatches IsRegExpObject RegExpOriginalSource RegExpOriginalFlags RegExpAlloc
      RegExpInitialize RegExpCreate RegExpExecAt SetLegacyInput RequireLegacyRegExp`,
  },
  Date: {
    install: [installDate],
    globals: 'Date',
    intrinsics: 'Date DatePrototype DateCreate DateSet',
  },
  JSON: {
    install: [installJson],
    globals: 'JSON',
    intrinsics: `
      JSONStringify JSONParseText JSONGap WrappedType WrappedValue OwnEnumerableNames
      TryCreateDataProperty WithoutDuplicates IsCircularError JSONSerializer JSONNext JSONGive JSONGiveProxy JSONCheck JSONIsRead JSONValue JSONHolder JSONText`,
  },
  Map: {
    install: [installMap],
    globals: 'Map',
    intrinsics: 'Map MapPrototype MapIteratorPrototype RequireMap MapNew MapWalk MapWalkKey MapWalkValue MapGroupAdd',
  },
  Set: {
    install: [installSet],
    globals: 'Set',
    intrinsics: 'Set SetPrototype SetIteratorPrototype RequireSet SetNew SetCopy SetSize SetHas SetAdd SetDelete SetWalk SetWalkValue',
  },
  WeakCollections: {
    install: [installWeak],
    globals: 'WeakMap WeakSet',
    intrinsics: 'WeakMap WeakMapPrototype WeakSet WeakSetPrototype',
  },
  WeakReferences: {
    install: [installWeakRef],
    globals: 'WeakRef FinalizationRegistry',
    intrinsics: 'WeakRef WeakRefPrototype FinalizationRegistry FinalizationRegistryPrototype',
  },
  ArrayBuffer: {
    install: [installArrayBuffer],
    globals: 'ArrayBuffer SharedArrayBuffer',
    intrinsics: 'ArrayBuffer ArrayBufferPrototype SharedArrayBuffer SharedArrayBufferPrototype AllocateBuffer RequireBuffer BufferLength CopyBytes',
  },
  TypedArray: {
    install: [installTypedArrays],
    globals: `
      Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array
      Float64Array`,
    intrinsics: `
      TypedArray TypedArrayPrototype TypedArrayTag Int8Array Int8ArrayPrototype Uint8Array Uint8ArrayPrototype Uint8ClampedArray
      Uint8ClampedArrayPrototype Int16Array Int16ArrayPrototype Uint16Array Uint16ArrayPrototype Int32Array Int32ArrayPrototype Uint32Array
      Uint32ArrayPrototype BigInt64Array BigInt64ArrayPrototype BigUint64Array BigUint64ArrayPrototype Float16Array Float16ArrayPrototype
      Float32Array Float32ArrayPrototype Float64Array Float64ArrayPrototype ValidateTypedArray RequireTypedArray IteratedLength IsTypedArray
      IsBigIntArray TypedArrayLength IsTypedArrayOutOfBounds IsLengthTracking TypedArrayBuffer TypedArrayByteOffset TypedArrayElementSize
      HasDefaultTypedSpecies ToBigIntPrimitive ThrowMixedTypes TypedIndexOf TypedLastIndexOf TypedIncludes TypedJoin TypedFill TypedCopyWithin
      TypedReverse TypedSort TypedSet TypedSlice TypedSlicePlain TypedSubarrayPlain IsSameKind TypedArrayNew TypedArrayOver TypedArrayLike TypedArrayElementSizeOf
      TypedArrayConstructor`,
  },
  DataView: {
    install: [installDataView],
    globals: 'DataView',
    intrinsics: 'DataView DataViewPrototype DataViewOffsetFits',
  },
  Atomics: {
    install: [installAtomics],
    globals: 'Atomics',
    intrinsics: 'Atomics ValidateAtomicIndex IsSharedArray RevalidateAtomicAccess AtomicsTimeout RequireShared',
  },
  DOMException: {
    install: [installDomException],
    globals: 'DOMException',
    intrinsics: 'DOMException DOMExceptionPrototype ThrowDOMException',
  },
  Base64: {
    install: [installBase64],
    enumerableGlobals: 'atob btoa',
  },
  TextCoding: {
    install: [installTextCoding],
    globals: 'TextEncoder TextDecoder',
    intrinsics: 'TextEncoder TextEncoderPrototype TextDecoder TextDecoderPrototype TextDecoderNew TextDecoderDecode',
  },
  StructuredClone: {
    install: [installStructuredClone],
    enumerableGlobals: 'structuredClone',
    intrinsics: `
      ThrowUncloneable CloneKind MemoryGet MemorySet CloneLeaf CloneViewOver ViewBuffer CloneMapEntries CloneSetEntries CloneSetAdd CloneError
      IsTransferable TransferTarget FinishTransfer`,
  },
  Reflect: {
    install: [installReflect],
    globals: 'Reflect',
    intrinsics: 'Reflect ReflectDefineProperty',
  },
  Proxy: {
    install: [installProxy],
    globals: 'Proxy',
    intrinsics: `
      Proxy IsProxy ProxyHandler ProxyTarget MakeDescriptor DescribeSymbol GetProperty SetProperty HasProperty GetOwnProperty GetFixedProperty DefineConverted
      FromDescriptor IsCompatible SetPrototypeOf IsExtensible PreventExtensions HasDuplicates CheckProxyKeys MakesObject ConstructAs ConstructOn
      MakeEnumeration EnumerationObject EnumerationKey`,
  },
  Console: {
    install: [installConsole],
    globals: 'console',
    intrinsics: 'ConsoleConversions ConsoleWrite',
  },
  Performance: {
    install: [installPerformance],
    enumerableGlobals: 'performance',
  },
  Module: {
    install: [installModule],
    intrinsics: 'ModuleSetExport ModuleNextOrder ModuleNamespace PromiseTakeRejection ImportModule',
  },
  CommonJs: {
    install: [installCommonJs],
    intrinsics: 'CommonJsCache CommonJsResolve CommonJsLoad CommonJsLoadJson CommonJsNewModule',
  },
};
