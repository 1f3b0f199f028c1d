// console.table, as Node prints it.

import { collectionsOf } from '../collections.ts';
import { inspect } from '../inspect.ts';
import { stringWidth } from '../inspect-text.ts';
import { mangle } from '../keys.ts';
import { getOwnProperty, hasOwnProperty } from '../objects.ts';
import { ownEnumerableNames } from '../own-keys.ts';
import type { Realm } from '../realm.ts';
import { EMPTY, isObject, type GuestObject, type Value } from '../values.ts';
import { MapIteratorData, mapOf } from './map.ts';
import { SetIteratorData, setOf } from './set.ts';
import { internalOf } from '../values.ts';

type Column = (string | undefined)[];

function renderRow(row: readonly string[], widths: readonly number[]): string {
  return `│ ${row.map((cell, i) => cell + ' '.repeat(widths[i] - stringWidth(cell))).join(' │ ')} │`;
}

function renderTable(head: readonly string[], columns: readonly Column[]): string {
  const height = Math.max(...columns.map((c) => c.length));
  const rows: string[][] = [];
  const widths = head.map((text) => stringWidth(text));
  for (let j = 0; j < height; j++) {
    const row = head.map((_, i) => columns[i][j] ?? '');
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i], stringWidth(cell))));
    rows.push(row);
  }
  const lines = widths.map((width) => '─'.repeat(width + 2));
  return [
    `┌${lines.join('┬')}┐`,
    renderRow(head, widths),
    `├${lines.join('┼')}┤`,
    ...rows.map((row) => renderRow(row, widths)),
    `└${lines.join('┴')}┘`,
  ].join('\n');
}

/** A value in a cell: objects with more than two properties are not opened. */
function cellText(realm: Realm, value: Value): string {
  const closed = isObject(value) && !Array.isArray(value) && ownEnumerableNames(realm, value).length > 2;
  return inspect(realm, value, { depth: closed ? -1 : 0, maxArrayLength: 3, breakLength: Infinity });
}

const INDEX = '(index)';
const ITERATION_INDEX = '(iteration index)';
const VALUES = 'Values';

function numbered(count: number): Column {
  return Array.from({ length: count }, (_, i) => String(i));
}

/** What console.table prints for a collection or one of its iterators, or undefined. */
function collectionText(realm: Realm, data: GuestObject): string | undefined {
  const cell = (value: Value): string => cellText(realm, value);
  const mapIterator = internalOf(data, MapIteratorData);
  const setIterator = internalOf(data, SetIteratorData);
  const map = mapOf(data);
  const { rest } = collectionsOf(realm);
  if (map !== undefined || mapIterator?.kind === 'entries') {
    const entries = map !== undefined ? [...map] : (rest(mapIterator as MapIteratorData) as [Value, Value][]);
    return renderTable([ITERATION_INDEX, 'Key', VALUES], [numbered(entries.length), entries.map(([k]) => cell(k)), entries.map(([, v]) => cell(v))]);
  }
  const set = setOf(data);
  let values: Value[];
  if (mapIterator !== undefined) values = rest(mapIterator) as Value[];
  // Node shows the parts of pairs one by one.
  else if (setIterator !== undefined) values = setIterator.kind === 'entries' ? (rest(setIterator) as [Value, Value][]).flatMap(([k, v]) => [k, v]) : (rest(setIterator) as Value[]);
  else if (set !== undefined) values = [...set];
  else return undefined;
  return renderTable([ITERATION_INDEX, VALUES], [numbered(values.length), values.map(cell)]);
}

/** A data property's value; what an accessor would give is not asked for. */
function valueOf(realm: Realm, o: GuestObject, name: string): Value {
  const d = getOwnProperty(realm, o, mangle(name));
  return d === undefined || !('value' in d) || d.value === EMPTY ? undefined : d.value;
}

/** The text of console.table for an object; `properties` are the columns to show, undefined for all. */
export function tableText(realm: Realm, data: GuestObject, properties: readonly string[] | undefined): string {
  const collection = collectionText(realm, data);
  if (collection !== undefined) return collection;
  const columns = new Map<string, Column>();
  const primitives: Column = [];
  let hasPrimitives = false;
  const names = ownEnumerableNames(realm, data);
  names.forEach((name, i) => {
    const item = valueOf(realm, data, name);
    if (properties === undefined && !isObject(item)) {
      hasPrimitives = true;
      primitives[i] = cellText(realm, item);
      return;
    }
    for (const key of properties ?? ownEnumerableNames(realm, item as GuestObject)) {
      let column = columns.get(key);
      if (column === undefined) columns.set(key, (column = []));
      column[i] = isObject(item) && hasOwnProperty(item, mangle(key)) ? cellText(realm, valueOf(realm, item, key)) : '';
    }
  });
  // As own properties of an object would be: integer keys come first, in ascending order.
  const isIndex = (key: string): boolean => /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 4294967295;
  const keys = [...columns.keys()];
  const ordered = [...keys.filter(isIndex).sort((a, b) => Number(a) - Number(b)), ...keys.filter((key) => !isIndex(key))];
  const head = [INDEX, ...ordered];
  const body = [names as Column, ...ordered.map((key) => columns.get(key) as Column)];
  if (hasPrimitives) {
    head.push(VALUES);
    body.push(primitives);
  }
  return renderTable(head, body);
}
