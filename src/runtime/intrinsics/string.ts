// String (ECMA-262 22.1): the constructor, its static methods, and the methods of the prototype that take no patterns.
//
// A method has up to three stages: a direct path for a primitive receiver and arguments of the expected types, the body
// for all other primitives, and the conversion of objects by the library (realm.converting). Patterns are in string-patterns.ts.

import { makeConstructor, prototypeFromConstructor } from '../construct.ts';
import { checkStringLength, toInteger, toNumber, toStringPrimitive } from '../conversions.ts';
import { describe } from '../describe.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import { hostArraysOf } from '../host-arrays.ts';
import { defineNext, stepsOf } from '../iteration.ts';
import type { StringIteration } from '../iterator-steps.ts';
import { defineHidden } from '../objects.ts';
import { registerIteration } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { InternalData, isObject, wellKnown, type Conversion, type GuestFunction, type GuestObject, type HostCode, type Value } from '../values.ts';
import { makeWrapper, PrimitiveData, thisString } from '../wrappers.ts';
import { installStringPatterns } from './string-patterns.ts';

/** Makes the code of a method from its general code: a direct path that calls the general code for what it does not cover. */
type Direct = (general: HostCode) => HostCode;

/** The string that a method works on; its `this` value is no object any more. */
export function thisText(realm: Realm, self: Value, method: string): string {
  if (typeof self === 'string') return self;
  if (self === undefined || self === null) throwTypeError(realm, `String.prototype.${method} called on null or undefined`);
  return toStringPrimitive(realm, self);
}

/** From this length on a pass over a text is charged. */
export const CHARGED_TEXT = 64;

/** Charges for a pass over `length` characters. */
export function chargeText(realm: Realm, length: number): void {
  if (length >= CHARGED_TEXT) realm.charge(length >> 4);
}

export function installString(realm: Realm): void {
  const proto = realm.host.stringPrototype;
  new PrimitiveData(proto, '');
  const constructor = installConstructor(realm, proto);
  installStatics(realm, constructor);
  const method = (name: string, length: number, conversions: readonly Conversion[], body: HostCode, direct?: Direct): GuestFunction & GuestObject => {
    const f = realm.converting(proto, name, length, conversions, body);
    f.code = (direct ?? withoutObjects(body, conversions.length))(f.code);
    return f;
  };
  installCharacters(realm, method);
  installSlices(realm, method);
  installSearches(realm, proto, method);
  installMaking(realm, proto, method);
  installCases(realm, proto, method);
  installHtml(realm, method);
  installIterator(realm, proto);
  installStringPatterns(realm, proto);
  realm.nameOperations(proto, 'String', ['at', 'charAt', 'charCodeAt', 'codePointAt', 'endsWith', 'includes', 'indexOf', 'slice', 'startsWith', 'substr', 'substring', 'trim', 'trimEnd', 'trimStart']);
  realm.nameOperation('String', constructor);
  realm.nameOperations(constructor, 'String', ['fromCharCode']);
}

/** The direct path of methods that have none of their own: no object is among `this` and the arguments. */
function withoutObjects(body: HostCode, count: number): Direct {
  if (count === 1) return (general) => (callee, self) => (isObject(self) ? general(callee, self) : body(callee, self));
  if (count === 2) return (general) => (callee, self, a) => (isObject(self) || isObject(a) ? general(callee, self, a) : body(callee, self, a));
  return (general) => (callee, self, a, b) => (isObject(self) || isObject(a) || isObject(b) ? general(callee, self, a, b) : body(callee, self, a, b));
}

/** So many arguments may be on the host's stack twice. */
const FEW_CODE_UNITS = 512;

type Method = (name: string, length: number, conversions: readonly Conversion[], body: HostCode, direct?: Direct) => GuestFunction & GuestObject;

function installConstructor(realm: Realm, proto: GuestObject): GuestFunction & GuestObject {
  const general = (value: Value, newTarget: Value): Value => {
    const f = realm.selfHosted('StringConstructor_general');
    return f.code(f, undefined, value, newTarget);
  };
  // String ( value ): the number of arguments counts.
  const constructor = makeConstructor(
    realm,
    'String',
    1,
    proto,
    function (_callee, _self, value) {
      if (typeof value === 'string') return value;
      if (arguments.length < 3) return '';
      if (typeof value === 'symbol') return value.toString();
      return isObject(value) ? general(value, undefined) : String(value);
    },
    function (_callee, newTarget, value) {
      if (isObject(value)) return general(value, newTarget as unknown as Value);
      const text = arguments.length < 3 ? '' : toStringPrimitive(realm, value);
      return makeWrapper(realm, text, prototypeFromConstructor(newTarget, 'StringPrototype'));
    },
  );
  realm.intrinsic('StringCreate', 2, (_callee, _self, text, newTarget) =>
    makeWrapper(realm, text as string, prototypeFromConstructor(newTarget as unknown as GuestFunction, 'StringPrototype')),
  );
  for (const name of ['toString', 'valueOf']) {
    realm.method(proto, name, 0, (_callee, self) => thisString(self) ?? throwTypeError(realm, `String.prototype.${name} requires that 'this' be a String`));
  }
  return constructor;
}

function installStatics(realm: Realm, constructor: GuestObject): void {
  const general = (name: string, args: Value[]): Value => {
    const f = realm.selfHosted(name);
    return f.code(f, undefined, ...args);
  };
  // String.fromCharCode ( ...codeUnits )
  realm.method(constructor, 'fromCharCode', 1, function (_callee, _self, code, ...more) {
    if (more.length === 0) {
      if (typeof code === 'number') return String.fromCharCode(code);
      if (arguments.length < 3) return '';
    }
    // The host's own takes the list on its stack once more.
    let areNumbers = more.length < FEW_CODE_UNITS && typeof code === 'number';
    for (let i = 0; areNumbers && i < more.length; i++) areNumbers = typeof more[i] === 'number';
    if (areNumbers) {
      realm.charge((more.length + 1) >> 2);
      return String.fromCharCode(code as number, ...(more as number[]));
    }
    const units = [code, ...more];
    if (units.some(isObject)) return general('StringStatic_fromCharCode', units);
    realm.charge(units.length >> 2);
    let text = '';
    for (const unit of units) text += String.fromCharCode(toNumber(realm, unit));
    return text;
  });
  // String.fromCodePoint ( ...codePoints )
  realm.method(constructor, 'fromCodePoint', 1, (_callee, _self, ...points) => {
    if (points.some(isObject)) return general('StringStatic_fromCodePoint', points);
    realm.charge(points.length >> 2);
    let text = '';
    for (const point of points) text += codePointText(realm, toNumber(realm, point));
    return text;
  });
  realm.intrinsic('CharacterOf', 1, (_callee, _self, unit) => String.fromCharCode(unit as number));
  realm.intrinsic('CodePointText', 1, (_callee, _self, n) => codePointText(realm, n as number));
  defineHidden(constructor, '$raw', realm.selfHosted('StringStatic_raw'));
}

function codePointText(realm: Realm, n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 0x10ffff) throwRangeError(realm, `Invalid code point ${n}`);
  return String.fromCodePoint(n);
}

function installCharacters(realm: Realm, method: Method): void {
  const at = ['string', 'number'] as const;
  method('at', 1, at, (_callee, self, index) => {
    const text = thisText(realm, self, 'at');
    return text.at(toInteger(realm, index));
  });
  method(
    'charAt',
    1,
    at,
    (_callee, self, position) => {
      const text = thisText(realm, self, 'charAt');
      return text.charAt(toInteger(realm, position));
    },
    (general) => (callee, self, position) =>
      typeof self === 'string' && typeof position === 'number' ? self.charAt(position) : general(callee, self, position),
  );
  method(
    'charCodeAt',
    1,
    at,
    (_callee, self, position) => {
      const text = thisText(realm, self, 'charCodeAt');
      return text.charCodeAt(toInteger(realm, position));
    },
    (general) => (callee, self, position) =>
      typeof self === 'string' && typeof position === 'number' ? self.charCodeAt(position) : general(callee, self, position),
  );
  method(
    'codePointAt',
    1,
    at,
    (_callee, self, position) => {
      const text = thisText(realm, self, 'codePointAt');
      return text.codePointAt(toInteger(realm, position));
    },
    (general) => (callee, self, position) =>
      typeof self === 'string' && typeof position === 'number' ? self.codePointAt(position) : general(callee, self, position),
  );
}

function installSlices(realm: Realm, method: Method): void {
  const range = ['string', 'number', 'number'] as const;
  const end = (value: Value, length: number): number => (value === undefined ? length : toInteger(realm, value));
  const isEnd = (value: Value): value is number | undefined => value === undefined || typeof value === 'number';
  method(
    'slice',
    2,
    range,
    (_callee, self, from, to) => {
      const text = thisText(realm, self, 'slice');
      const start = toInteger(realm, from);
      return text.slice(start, end(to, text.length));
    },
    (general) => (callee, self, from, to) =>
      typeof self === 'string' && typeof from === 'number' && isEnd(to) ? self.slice(from, to) : general(callee, self, from, to),
  );
  method(
    'substring',
    2,
    range,
    (_callee, self, from, to) => {
      const text = thisText(realm, self, 'substring');
      const start = toInteger(realm, from);
      return text.substring(start, end(to, text.length));
    },
    (general) => (callee, self, from, to) =>
      typeof self === 'string' && typeof from === 'number' && isEnd(to) ? self.substring(from, to) : general(callee, self, from, to),
  );
  method(
    'substr',
    2,
    range,
    (_callee, self, from, length) => {
      const text = thisText(realm, self, 'substr');
      const start = toInteger(realm, from);
      return text.substr(start, end(length, text.length));
    },
    (general) => (callee, self, from, length) =>
      typeof self === 'string' && typeof from === 'number' && isEnd(length) ? self.substr(from, length) : general(callee, self, from, length),
  );
}

function installSearches(realm: Realm, proto: GuestObject, method: Method): void {
  const searching = ['string', 'string', 'number'] as const;
  method(
    'indexOf',
    1,
    searching,
    (_callee, self, search, position) => {
      const text = thisText(realm, self, 'indexOf');
      const pattern = toStringPrimitive(realm, search);
      const from = toInteger(realm, position);
      chargeText(realm, text.length);
      return text.indexOf(pattern, from);
    },
    (general) => (callee, self, search, position) => {
      if (typeof self !== 'string' || typeof search !== 'string' || !(position === undefined || typeof position === 'number')) return general(callee, self, search, position);
      chargeText(realm, self.length);
      return self.indexOf(search, position);
    },
  );
  method('lastIndexOf', 1, searching, (_callee, self, search, position) => {
    const text = thisText(realm, self, 'lastIndexOf');
    const pattern = toStringPrimitive(realm, search);
    const from = toNumber(realm, position);
    chargeText(realm, text.length);
    return text.lastIndexOf(pattern, from);
  });
  // Those that refuse a regexp look at its @@match first, which may call the guest.
  const refusing = (name: 'includes' | 'startsWith' | 'endsWith'): void => {
    realm.method(proto, name, 1, (_callee, self, search, position) => {
      if (typeof self === 'string' && typeof search === 'string' && (position === undefined || typeof position === 'number')) {
        if (name === 'includes') chargeText(realm, self.length);
        return self[name](search, position);
      }
      if (isObject(self) || isObject(search) || isObject(position)) {
        const general = realm.selfHosted(`StringPrototype_${name}`);
        return general.code(general, self, search, position);
      }
      const text = thisText(realm, self, name);
      const pattern = toStringPrimitive(realm, search);
      const from = position === undefined ? undefined : toInteger(realm, position);
      chargeText(realm, text.length);
      return text[name](pattern, from);
    });
  };
  refusing('endsWith');
  refusing('includes');
  refusing('startsWith');
  method('localeCompare', 1, ['string', 'string'], (_callee, self, that) => {
    const text = thisText(realm, self, 'localeCompare');
    const other = toStringPrimitive(realm, that);
    realm.charge((text.length + other.length) >> 2);
    return text.localeCompare(other, 'en');
  });
  realm.intrinsic('StringIndexOf', 3, (_callee, _self, text, search, from) => {
    chargeText(realm, (text as string).length);
    return (text as string).indexOf(search as string, from as number);
  });
  // StringIndexOf from a position that may lie beyond the end, charged by the distance: for going from match to match.
  realm.intrinsic('StringFind', 3, (_callee, _self, text, search, from) => {
    const s = text as string;
    const start = from as number;
    if (start > s.length) return -1;
    const at = s.indexOf(search as string, start);
    realm.charge(1 + (((at < 0 ? s.length : at) - start) >> 4));
    return at;
  });
  // The strings of a private list, one behind the other: long texts are made so, since every concatenation is charged by its result.
  realm.intrinsic('JoinStrings', 2, (_callee, _self, list, separator) => {
    const pieces = list as Value[] & GuestObject;
    const glue = separator as string;
    let length = glue.length * Math.max(0, pieces.length - 1);
    for (let i = 0; i < pieces.length; i++) length += (pieces[i] as string).length;
    checkStringLength(realm, length);
    realm.charge(1 + (pieces.length >> 2) + (length >> 6));
    return hostArraysOf(realm.host).join(pieces, glue);
  });
  realm.intrinsic('StringSlice', 3, (_callee, _self, text, from, to) => (text as string).slice(from as number, to as number));
  realm.intrinsic('StringMatchesAt', 3, (_callee, _self, text, search, at) => {
    chargeText(realm, (search as string).length);
    return (text as string).startsWith(search as string, at as number);
  });
}

/** The filling that makes a text as long as `width` (22.1.3.17.2 StringPad). */
function padding(realm: Realm, text: string, width: number, filler: string): string {
  const missing = width - text.length;
  checkStringLength(realm, width);
  realm.charge(1 + (missing >> 4));
  return filler.repeat(Math.floor(missing / filler.length)) + filler.slice(0, missing % filler.length);
}

function installMaking(realm: Realm, proto: GuestObject, method: Method): void {
  // String.prototype.concat ( ...args )
  realm.method(proto, 'concat', 1, (_callee, self, ...args) => {
    if (isObject(self) || args.some(isObject)) {
      const general = realm.selfHosted('StringPrototype_concat');
      return general.code(general, self, ...args);
    }
    let text = thisText(realm, self, 'concat');
    realm.charge(args.length);
    for (const arg of args) {
      const piece = toStringPrimitive(realm, arg);
      checkStringLength(realm, text.length + piece.length);
      text += piece;
    }
    return text;
  });
  method('repeat', 1, ['string', 'number'], (_callee, self, count) => {
    const text = thisText(realm, self, 'repeat');
    const n = toInteger(realm, count);
    if (n < 0 || n === Infinity) throwRangeError(realm, `Invalid count value: ${describe(realm, count)}`);
    if (text === '' || n === 0) return '';
    checkStringLength(realm, text.length * n);
    realm.charge(1 + ((text.length * n) >> 4));
    return text.repeat(n);
  });
  const pad = (name: 'padEnd' | 'padStart'): void => {
    realm.method(proto, name, 1, (_callee, self, maxLength, fillString) => {
      if (isObject(self) || isObject(maxLength) || isObject(fillString)) {
        const general = realm.selfHosted('StringPrototype_pad');
        return general.code(general, self, maxLength, fillString, name);
      }
      const text = thisText(realm, self, name);
      const width = toInteger(realm, maxLength);
      if (width <= text.length) return text;
      const filler = fillString === undefined ? ' ' : toStringPrimitive(realm, fillString);
      if (filler === '') return text;
      const filling = padding(realm, text, width, filler);
      return name === 'padStart' ? filling + text : text + filling;
    });
  };
  pad('padEnd');
  pad('padStart');
  realm.intrinsic('StringPadding', 3, (_callee, _self, text, width, filler) => padding(realm, text as string, width as number, filler as string));
}

function installCases(realm: Realm, proto: GuestObject, method: Method): void {
  for (const name of ['toLowerCase', 'toUpperCase'] as const) {
    method(name, 0, ['string'], (_callee, self) => {
      const text = thisText(realm, self, name);
      chargeText(realm, text.length);
      const result = text[name]();
      checkStringLength(realm, result.length);
      return result;
    });
  }
  // The host's default locale must not show; one that is asked for by its name is used.
  for (const name of ['toLocaleLowerCase', 'toLocaleUpperCase'] as const) {
    const plain = name === 'toLocaleLowerCase' ? 'toLowerCase' : 'toUpperCase';
    method(name, 0, ['string', 'any'], (_callee, self, locales) => {
      const text = thisText(realm, self, name);
      chargeText(realm, text.length);
      let result: string;
      try {
        result = typeof locales === 'string' ? text[name](locales) : text[plain]();
      } catch (error) {
        // All that the host can find wrong is the language tag.
        return throwRangeError(realm, (error as Error).message);
      }
      checkStringLength(realm, result.length);
      return result;
    });
  }
  const trims: Record<'trim' | 'trimEnd' | 'trimStart', GuestFunction & GuestObject> = {} as never;
  for (const name of ['trim', 'trimEnd', 'trimStart'] as const) {
    trims[name] = method(name, 0, ['string'], (_callee, self) => {
      const text = thisText(realm, self, name);
      chargeText(realm, text.length);
      return text[name]();
    });
  }
  defineHidden(proto, '$trimLeft', trims.trimStart);
  defineHidden(proto, '$trimRight', trims.trimEnd);
  method('normalize', 0, ['string', 'optional-string'], (_callee, self, form) => {
    const text = thisText(realm, self, 'normalize');
    const f = form === undefined ? 'NFC' : toStringPrimitive(realm, form);
    if (f !== 'NFC' && f !== 'NFD' && f !== 'NFKC' && f !== 'NFKD') throwRangeError(realm, 'The normalization form should be one of NFC, NFD, NFKC, NFKD.');
    realm.charge(1 + (text.length >> 2));
    if (text.length > 256) chargeMarks(realm, text);
    // A character may become eighteen, more than a string of the host can have.
    let result: string;
    try {
      result = text.normalize(f);
    } catch (error) {
      if (realm.host.isHostError(error)) throwRangeError(realm, 'Invalid string length');
      throw error;
    }
    checkStringLength(realm, result.length);
    return result;
  });
  method('isWellFormed', 0, ['string'], (_callee, self) => {
    const text = thisText(realm, self, 'isWellFormed');
    chargeText(realm, text.length);
    return !/\p{Surrogate}/u.test(text);
  });
  method('toWellFormed', 0, ['string'], (_callee, self) => {
    const text = thisText(realm, self, 'toWellFormed');
    chargeText(realm, text.length);
    return text.replace(/\p{Surrogate}/gu, '\uFFFD');
  });
}

/** The methods of Annex B.2.2: name, tag, attribute. */
const HTML: readonly (readonly [name: string, tag: string, attribute: string])[] = [
  ['anchor', 'a', 'name'],
  ['big', 'big', ''],
  ['blink', 'blink', ''],
  ['bold', 'b', ''],
  ['fixed', 'tt', ''],
  ['fontcolor', 'font', 'color'],
  ['fontsize', 'font', 'size'],
  ['italics', 'i', ''],
  ['link', 'a', 'href'],
  ['small', 'small', ''],
  ['strike', 'strike', ''],
  ['sub', 'sub', ''],
  ['sup', 'sup', ''],
];

function installHtml(realm: Realm, method: Method): void {
  // CreateHTML
  for (const [name, tag, attribute] of HTML) {
    const conversions: Conversion[] = attribute === '' ? ['string'] : ['string', 'string'];
    method(name, attribute === '' ? 0 : 1, conversions, (_callee, self, value) => {
      const text = thisText(realm, self, name);
      let open = tag;
      if (attribute !== '') {
        const v = toStringPrimitive(realm, value);
        checkStringLength(realm, v.length * 6);
        realm.charge(1 + (v.length >> 3));
        open += ` ${attribute}="${v.replaceAll('"', '&quot;')}"`;
      }
      checkStringLength(realm, text.length + open.length + tag.length + 5);
      return `<${open}>${text}</${tag}>`;
    });
  }
}

/** State of a String iterator. */
class StringIteratorData extends InternalData implements StringIteration {
  readonly walks = 'string';
  readonly text: string;
  position = 0;
  constructor(owner: GuestObject, text: string) {
    super(owner);
    this.text = text;
  }
}

function installIterator(realm: Realm, proto: GuestObject): void {
  const iteratorProto = realm.prelude.makeObjectWith(realm.intrinsics.get('IteratorPrototype') as GuestObject);
  const StringIterator = realm.prelude.makeCtor(iteratorProto, 1);
  realm.intrinsics.set('StringIteratorPrototype', iteratorProto);
  // String.prototype [ @@iterator ] ( )
  realm.converting(proto, wellKnown.iterator, 0, ['string'], (_callee, self) => {
    const text = thisText(realm, self, '[Symbol.iterator]');
    const iterator = new StringIterator();
    new StringIteratorData(iterator, text);
    return iterator;
  });
  // %StringIteratorPrototype%.next ( )
  const incompatible = (self: Value): never => throwTypeError(realm, `Method String Iterator.prototype.next called on incompatible receiver ${describe(realm, self)}`);
  defineNext(realm, iteratorProto, stepsOf(realm).string, incompatible, 'string');
  Object.defineProperty(iteratorProto, wellKnown.toStringTag, { value: 'String Iterator', writable: false, enumerable: false, configurable: true });
  registerIteration(realm, 'string', proto, proto[wellKnown.iterator], iteratorProto);
}

/** Rows up to this length are sorted in no time worth mentioning. */
const SHORT_ROW = 32;
const MARK = /\p{M}/u;

/** Normalizing sorts combining characters in a row by insertion. */
function chargeMarks(realm: Realm, text: string): void {
  let squares = 0;
  let row = 0;
  for (const character of text) {
    if (character >= '\u0300' && MARK.test(character)) row++;
    else {
      if (row >= SHORT_ROW) squares += row * row;
      row = 0;
    }
  }
  if (row >= SHORT_ROW) squares += row * row;
  if (squares > 0) realm.charge(Math.floor(squares / 2));
}
