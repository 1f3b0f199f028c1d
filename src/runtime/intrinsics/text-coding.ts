// TextEncoder and TextDecoder (Encoding Standard 7). The host's coders do the work on whole texts: what a stream carries over
// from one chunk to the next is plain data here (I5).

import { bufferKind, byteLength, bytesOf, chargeBytes, chargedForBytes, isDetached } from '../buffers.ts';
import { createFromConstructor, makeConstructor } from '../construct.ts';
import { checkStringLength, toStringPrimitive } from '../conversions.ts';
import { makeError, throwTypeError, type ErrorName } from '../errors.ts';
import { createDataProperty, defineHidden } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { elementsOf, kindOf, lengthOfElements, makeTypedArray, viewedBuffer, byteOffset, viewKinds, isOutOfBounds } from '../typed-arrays.ts';
import { InternalData, internalOf, isObject, wellKnown, type GuestFunction, type GuestObject, type HostConstruct, type Value } from '../values.ts';
import { bufferOfDataView, dataViewLength, dataViewOf, dataViewOffset } from './data-view.ts';

const NOTHING: readonly number[] = [];

class TextEncoderData extends InternalData {}

export class TextDecoderData extends InternalData {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBom: boolean;
  /** Bytes at the end of the stream so far that do not make a whole character yet. */
  pending: readonly number[] = NOTHING;
  /** Something of this stream has been decoded, so that no byte order mark can come. */
  begun = false;
  constructor(owner: GuestObject, encoding: string, fatal: boolean, ignoreBom: boolean) {
    super(owner);
    this.encoding = encoding;
    this.fatal = fatal;
    this.ignoreBom = ignoreBom;
  }
}

const Encoder = typeof TextEncoder === 'function' ? TextEncoder : undefined;
const Decoder = typeof TextDecoder === 'function' ? TextDecoder : undefined;
const uint8 = viewKinds[1];

/** Texts up to this length are encoded into `scratch` first: the host takes 0.4 us to make an array for one. */
const SHORT_TEXT = 1 << 10;
const scratch = new Uint8Array(3 * SHORT_TEXT);
const setElements = (Object.getPrototypeOf(Uint8Array.prototype) as { set(this: object, from: Uint8Array): void }).set;

function throwWithCode(realm: Realm, type: ErrorName, message: string, code: string): never {
  const error = makeError(realm, type, message);
  defineHidden(error, '$code', code);
  throw error as Value;
}

export function installTextCoding(realm: Realm): void {
  if (Encoder !== undefined) installEncoder(realm, new Encoder());
  if (Decoder !== undefined) installDecoder(realm);
}

function tag(proto: GuestObject, name: string): void {
  Object.defineProperty(proto, wellKnown.toStringTag, { value: name, writable: false, enumerable: false, configurable: true });
}

function installEncoder(realm: Realm, encoder: InstanceType<typeof TextEncoder>): void {
  const proto = realm.prelude.makeObject();
  makeConstructor(realm, 'TextEncoder', 0, proto, null, (_f, newTarget) => {
    const object = createFromConstructor(realm, newTarget, 'TextEncoderPrototype');
    new TextEncoderData(object);
    return object;
  });
  const check = (self: Value): void => {
    if (internalOf(self, TextEncoderData) === undefined) throwWithCode(realm, 'TypeError', 'Value of "this" must be of type TextEncoder', 'ERR_INVALID_THIS');
  };
  realm.getter(proto, 'encoding', (_f, self) => {
    check(self);
    return 'utf-8';
  });
  const bytesOfText = (text: string): number => text.length * 3;
  // encode ( input = "" )
  realm.converting(proto, 'encode', 0, ['any', 'optional-string'], (_f, self, input) => {
    check(self);
    const text = input === undefined ? '' : toStringPrimitive(realm, input);
    return chargedForBytes(realm, bytesOfText(text), () => {
      const bytes = text.length <= SHORT_TEXT ? scratch.subarray(0, encoder.encodeInto(text, scratch).written) : encoder.encode(text);
      const result = makeTypedArray(realm, uint8, bytes.length);
      // Not by way of its buffer, which the host would have to move out of its heap.
      setElements.call(result, bytes);
      return result;
    });
  });
  // encodeInto ( source, destination )
  realm.converting(proto, 'encodeInto', 2, ['any', 'string', 'any'], (_f, self, source, destination) => {
    check(self);
    const elements = elementsOf(destination);
    if (elements === undefined || kindOf(destination as GuestObject) !== uint8) {
      throwWithCode(realm, 'TypeError', 'The "dest" argument must be an instance of Uint8Array.', 'ERR_INVALID_ARG_TYPE');
    }
    const text = toStringPrimitive(realm, source);
    chargeBytes(realm, bytesOfText(text));
    const target = isOutOfBounds(elements) ? new Uint8Array(0) : bytesOf(viewedBuffer(elements), byteOffset(elements), lengthOfElements(elements));
    const { read, written } = encoder.encodeInto(text, target);
    const result = realm.prelude.makeObject();
    createDataProperty(realm, result, '$read', read);
    createDataProperty(realm, result, '$written', written);
    return result;
  });
  tag(proto, 'TextEncoder');
}

/** The canonical name of an encoding, or undefined if the host does not know the label. */
function encodingOf(label: string): string | undefined {
  try {
    return new (Decoder as typeof TextDecoder)(label).encoding;
  } catch {
    // A RangeError says that there is no such encoding here: that is the answer.
    return undefined;
  }
}

function installDecoder(realm: Realm): void {
  const proto = realm.prelude.makeObject();
  // TextDecoder ( label = "utf-8", options = {} ); the options are read by self-hosted code.
  const construct: HostConstruct = (_f, newTarget, label, options) => {
    if (isObject(label) || isObject(options)) {
      const f = realm.selfHosted('TextDecoder_construct');
      return f.code(f, undefined, newTarget as GuestFunction & GuestObject, label, options);
    }
    if (options !== undefined && options !== null) throwWithCode(realm, 'TypeError', 'The "options" argument must be of type object.', 'ERR_INVALID_ARG_TYPE');
    return makeDecoder(realm, newTarget, label === undefined ? 'utf-8' : toStringPrimitive(realm, label), false, false);
  };
  makeConstructor(realm, 'TextDecoder', 0, proto, null, construct);
  const dataOf = (self: Value): TextDecoderData =>
    internalOf(self, TextDecoderData) ?? throwWithCode(realm, 'TypeError', 'Value of "this" must be of type TextDecoder', 'ERR_INVALID_THIS');
  realm.getter(proto, 'encoding', (_f, self) => dataOf(self).encoding);
  realm.getter(proto, 'fatal', (_f, self) => dataOf(self).fatal);
  realm.getter(proto, 'ignoreBOM', (_f, self) => dataOf(self).ignoreBom);
  // decode ( input, options = {} )
  realm.method(proto, 'decode', 0, (_f, self, input, options) => {
    const data = dataOf(self);
    const bytes = bytesOfSource(realm, input);
    if (isObject(options)) {
      const f = realm.selfHosted('TextDecoder_decode');
      return f.code(f, self, input, options);
    }
    return decode(realm, data, bytes, false);
  });
  tag(proto, 'TextDecoder');
  realm.intrinsic('TextDecoderNew', 4, (_f, _self, newTarget, label, fatal, ignoreBom) =>
    makeDecoder(realm, newTarget as unknown as GuestFunction, label as string, fatal as boolean, ignoreBom as boolean));
  realm.intrinsic('TextDecoderDecode', 3, (_f, _self, decoder, input, stream) =>
    decode(realm, dataOf(decoder), bytesOfSource(realm, input), stream as boolean));
}

function makeDecoder(realm: Realm, newTarget: GuestFunction, label: string, fatal: boolean, ignoreBom: boolean): GuestObject {
  const encoding = encodingOf(label) ?? throwWithCode(realm, 'RangeError', `The "${label}" encoding is not supported`, 'ERR_ENCODING_NOT_SUPPORTED');
  const object = createFromConstructor(realm, newTarget, 'TextDecoderPrototype');
  new TextDecoderData(object, encoding, fatal, ignoreBom);
  return object;
}

/** The bytes of a buffer or of a view; none if there is no input, or if it is out of bounds. */
function bytesOfSource(realm: Realm, input: Value): Uint8Array {
  const none = new Uint8Array(0);
  if (input === undefined) return none;
  if (bufferKind(input) !== undefined) return isDetached(input as GuestObject) ? none : bytesOf(input as GuestObject, 0, byteLength(input as GuestObject));
  const elements = elementsOf(input);
  if (elements !== undefined) {
    if (isOutOfBounds(elements)) return none;
    return bytesOf(viewedBuffer(elements), byteOffset(elements), lengthOfElements(elements) * kindOf(input as GuestObject).bytes);
  }
  const view = dataViewOf(input);
  if (view === undefined) return throwWithCode(realm, 'TypeError', 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.', 'ERR_INVALID_ARG_TYPE');
  const length = dataViewLength(view);
  return length === undefined ? none : bytesOf(bufferOfDataView(view), dataViewOffset(view), length);
}

/** The host's decoders by encoding; each decodes whole texts, so that it keeps no state between them. */
const lenientDecoders = new Map<string, InstanceType<typeof TextDecoder>>();
const fatalDecoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decode(realm: Realm, data: TextDecoderData, chunk: Uint8Array, stream: boolean): string {
  const { encoding, fatal, pending } = data;
  chargeBytes(realm, chunk.length * 2);
  checkStringLength(realm, chunk.length);
  const keep = stream ? unfinishedBytes(realm, encoding, pending, chunk) : 0;
  let bytes = chunk;
  if (pending.length > 0) {
    bytes = new Uint8Array(pending.length + chunk.length);
    bytes.set(pending);
    bytes.set(chunk, pending.length);
  }
  const decoders = fatal ? fatalDecoders : lenientDecoders;
  let text: string;
  try {
    let decoder = decoders.get(encoding);
    // The byte order mark is looked for here, since the host's decoder does not know whether the stream has begun.
    if (decoder === undefined) decoders.set(encoding, (decoder = new (Decoder as typeof TextDecoder)(encoding, { fatal, ignoreBOM: true })));
    text = decoder.decode(keep === 0 ? bytes : bytes.subarray(0, bytes.length - keep));
  } catch {
    // What has failed may be in any state.
    decoders.delete(encoding);
    data.pending = NOTHING;
    data.begun = false;
    // With a known encoding the one failure is a fatal decoder's.
    return throwWithCode(realm, 'TypeError', `The encoded data was not valid for encoding ${encoding}`, 'ERR_ENCODING_INVALID_ENCODED_DATA');
  }
  if (!data.begun && text !== '') {
    data.begun = true;
    if (!data.ignoreBom && encoding.startsWith('utf-') && text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  }
  data.pending = keep === 0 ? NOTHING : Array.from(bytes.subarray(bytes.length - keep));
  if (!stream) data.begun = false;
  return text;
}

/** Encodings whose characters are single bytes: nothing is left over between chunks. */
const singleByte = /^(ibm866|iso-8859-|koi8-|macintosh|windows-|x-mac-cyrillic|x-user-defined)/;

/** How many bytes at the end of a chunk may be the beginning of a character that goes on in the next. */
function unfinishedBytes(realm: Realm, encoding: string, pending: readonly number[], chunk: Uint8Array): number {
  const length = pending.length + chunk.length;
  // The byte so many from the end on.
  const back = (n: number): number => (n <= chunk.length ? chunk[chunk.length - n] : pending[length - n]);
  if (encoding === 'utf-8') {
    for (let n = 1; n <= Math.min(3, length); n++) if (isUtf8Prefix(Array.from({ length: n }, (_, i) => back(n - i)))) return n;
    return 0;
  }
  if (encoding.startsWith('utf-16')) {
    const odd = length % 2;
    if (length - odd < 2) return odd;
    const unit = encoding === 'utf-16le' ? back(odd + 1) : back(odd + 2);
    return unit >= 0xd8 && unit <= 0xdb ? odd + 2 : odd;
  }
  if (singleByte.test(encoding)) return 0;
  return throwTypeError(realm, `Decoding a stream of ${encoding} is not supported: give all of it at once`);
}

/** True if the bytes are a proper prefix of a well-formed UTF-8 sequence (table 3-7 of the Unicode Standard). */
function isUtf8Prefix(bytes: readonly number[]): boolean {
  const [lead, second] = bytes;
  const size = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (bytes.length >= size) return false;
  if (bytes.length === 1) return true;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return second >= low && second <= high && (bytes.length === 2 || (bytes[2] >= 0x80 && bytes[2] <= 0xbf));
}
