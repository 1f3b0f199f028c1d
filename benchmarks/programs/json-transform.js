// JSON: documents parsed, walked, queried, reshaped, merged and written again, as a service between two others does it.
//
// JSON.parse with a reviver, JSON.stringify with replacers and indentation, deep copies, paths into documents, sums over groups.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const DOCUMENTS = Math.max(2, Math.round(160 * SCALE));

let state = 31;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const pick = (list) => list[random(list.length)];

function makeDocument(id) {
  return {
    id: `doc-${id}`,
    created: new Date(Date.UTC(2024, id % 12, 1 + (id % 28), id % 24)).toISOString(),
    customer: { name: pick(['Ada', 'Bo', 'Çelik', 'Dara']), address: { city: pick(['Oslo', 'Lima', 'Pune']), zip: String(10_000 + random(80_000)) }, tags: ['new', 'vip', 'eu'].filter(() => random(2)) },
    lines: Array.from({ length: 10 + random(30) }, (_, line) => ({
      sku: `S${random(500)}`, quantity: 1 + random(9), price: random(10_000) / 100, options: random(3) === 0 ? { gift: true, note: 'with "love"\n' } : null, line,
    })),
  };
}

/** Reads a path like `customer.address.city` or `lines.*.sku`. */
function select(value, path) {
  let found = [value];
  for (const step of path.split('.')) {
    found = found.flatMap((one) => {
      if (one === null || typeof one !== 'object') return [];
      if (step === '*') return Array.isArray(one) ? one : Object.values(one);
      return step in one ? [one[step]] : [];
    });
  }
  return found;
}

/** Every leaf with its path, as a flat object. */
function flatten(value, prefix = '', result = {}) {
  if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) flatten(value[key], prefix === '' ? key : `${prefix}/${key}`, result);
    if (Object.keys(value).length === 0) result[prefix] = Array.isArray(value) ? '[]' : '{}';
  } else {
    result[prefix] = value;
  }
  return result;
}

function unflatten(flat) {
  const root = {};
  for (const [path, leaf] of Object.entries(flat)) {
    const steps = path.split('/');
    const last = steps.pop();
    let at = root;
    for (const step of steps) at = at[step] ??= {};
    at[last] = leaf === '[]' ? [] : leaf === '{}' ? {} : leaf;
  }
  return arraysOf(root);
}

/** Objects whose keys count from 0 become arrays. */
function arraysOf(value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, arraysOf(inner)]);
  return entries.length > 0 && entries.every(([key], i) => key === String(i)) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function merge(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const result = target !== null && typeof target === 'object' && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

const reviver = (key, value) => (key === 'created' ? new Date(value) : value);
const replacer = (key, value) => (typeof value === 'number' && !Number.isInteger(value) ? { cents: Math.round(value * 100) } : value);

const totals = {};
let bytes = 0;
let leaves = 0;
for (let id = 0; id < DOCUMENTS; id++) {
  const text = JSON.stringify(makeDocument(id));
  const document = JSON.parse(text, reviver);
  if (document.created.toISOString() !== JSON.parse(text).created) throw new Error('the date was lost');

  const flat = flatten(JSON.parse(text));
  leaves += Object.keys(flat).length;
  if (JSON.stringify(unflatten(flat)) !== text) throw new Error(`document ${id} cannot be made from its leaves`);

  const summary = {
    id: document.id,
    skus: [...new Set(select(document, 'lines.*.sku'))].sort(),
    amount: document.lines.reduce((sum, { quantity, price }) => sum + quantity * Math.round(price * 100), 0),
    gifts: select(document, 'lines.*.options.gift').length,
  };
  for (const line of document.lines) {
    const group = (totals[line.sku] ??= { quantity: 0, cents: 0 });
    group.quantity += line.quantity;
    group.cents += line.quantity * Math.round(line.price * 100);
  }
  const patched = merge(document, { customer: { address: { zip: null, country: 'XX' }, tags: [] }, lines: null, summary });
  const copy = JSON.parse(JSON.stringify(patched));
  if (copy.customer.address.zip !== undefined || copy.customer.address.city !== document.customer.address.city) throw new Error('merged wrong');

  const pretty = JSON.stringify(document, replacer, 2);
  const exact = JSON.parse(pretty, (key, value) => (value?.cents === undefined || key === '' ? value : value.cents / 100));
  if (JSON.stringify(exact) !== text) throw new Error(`document ${id} changed on its way`);
  bytes += text.length + pretty.length;
}
const cents = Object.values(totals).reduce((sum, group) => sum + group.cents, 0);
console.log(`json-transform: ${DOCUMENTS} documents, ${bytes} characters, ${leaves} leaves, ${Object.keys(totals).length} articles for ${(cents / 100).toFixed(2)}`);
