// How typed arrays, buffers and DataViews are shown (inspect.ts), as Node 20 shows them.

import { bufferKind, byteLength, bytesOf, isDetached } from './buffers.ts';
import type { HostTypedArray } from './host-views.ts';
import type { Inspector, Shape } from './inspect.ts';
import { namePrefix, nonIndexKeys, visibleKeys } from './inspect-read.ts';
import { moreItems } from './inspect-text.ts';
import { bufferOfDataView, dataViewLength, dataViewOf, dataViewOffset } from './intrinsics/data-view.ts';
import { byteOffset, elementsOf, kindOf, lengthOfElements, viewedBuffer } from './typed-arrays.ts';
import type { GuestObject, Value } from './values.ts';

/** The shape of a typed array; undefined for anything else. */
export function typedArrayShape(inspector: Inspector, value: GuestObject, constructor: string | null, tag: string): Shape | undefined {
  const elements = elementsOf(value);
  if (elements === undefined) return undefined;
  const length = lengthOfElements(elements);
  const keys = nonIndexKeys(inspector.realm, value, inspector.showHidden);
  const prefix = namePrefix(constructor, tag, kindOf(value).name, `(${length})`);
  return {
    base: '',
    braces: [`${prefix}[`, ']'],
    keys,
    elements: (_inspector, _value, level) => formatElements(inspector, value, elements, level),
    isList: true,
    whole: length === 0 && keys.length === 0 && !inspector.showHidden ? `${prefix}[]` : undefined,
  };
}

function formatElements(inspector: Inspector, value: GuestObject, elements: HostTypedArray, level: number): string[] {
  const length = lengthOfElements(elements);
  const count = Math.min(inspector.maxArrayLength, length);
  const output: string[] = [];
  for (let i = 0; i < count; i++) output.push(inspector.formatPrimitive(value[i]));
  if (length > count) output.push(moreItems(length - count));
  if (inspector.showHidden) {
    const { bytes } = kindOf(value);
    const hidden = (name: string, text: string): number => output.push(`[${name}]: ${text}`);
    hidden('BYTES_PER_ELEMENT', String(bytes));
    hidden('length', String(length));
    hidden('byteLength', String(length * bytes));
    hidden('byteOffset', String(byteOffset(elements)));
    inspector.indentation += 2;
    hidden('buffer', inspector.formatBufferOf(viewedBuffer(elements), level));
    inspector.indentation -= 2;
  }
  return output;
}

/** The shape of an ArrayBuffer, a SharedArrayBuffer or a DataView; undefined for anything else. `isBrief`: without the bytes. */
export function bufferShape(inspector: Inspector, value: GuestObject, constructor: string | null, tag: string, isBrief: boolean): Shape | undefined {
  const kind = bufferKind(value);
  const shape = (name: string, elements: (level: number) => string[]): Shape => ({
    base: '',
    braces: [`${namePrefix(constructor, tag, name)}{`, '}'],
    keys: visibleKeys(inspector.realm, value, inspector.showHidden),
    elements: (_inspector, _value, level) => elements(level),
    isList: false,
    whole: undefined,
  });
  if (kind !== undefined) {
    // Node reads the property, which an object without its prototype has not.
    const size = `byteLength: ${'$byteLength' in value ? byteLength(value) : undefined}`;
    return shape(kind, () => (isBrief ? [size] : [formatBytes(inspector, value), size]));
  }
  const view = dataViewOf(value);
  if (view === undefined) return undefined;
  return shape('DataView', (level) => {
    inspector.indentation += 2;
    const buffer = inspector.format(bufferOfDataView(view) as Value, level);
    inspector.indentation -= 2;
    const length = dataViewLength(view);
    return [`byteLength: ${length ?? 0}`, `byteOffset: ${length === undefined ? 0 : dataViewOffset(view)}`, `buffer: ${buffer}`];
  });
}

function formatBytes(inspector: Inspector, buffer: GuestObject): string {
  if (isDetached(buffer)) return '(detached)';
  const length = byteLength(buffer);
  const shown = Math.min(inspector.maxArrayLength, length);
  let text = Array.from(bytesOf(buffer, 0, shown), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const remaining = length - shown;
  if (remaining > 0) text += ` ... ${remaining} more byte${remaining > 1 ? 's' : ''}`;
  return `[Uint8Contents]: <${text}>`;
}
