// Constants of templates as text: `parseConstant` reads what `formatConstant` prints.

import { bindingKinds, ownerKinds, scopeKinds, type ContextBinding, type ContextScope } from '../scope/eval-context.ts';
import { oneOf, type Cursor } from './assembler-lines.ts';
import type { Constant } from './template.ts';

const GLOBAL_LISTS = ['lets', 'consts', 'vars', 'functions', 'annexB'] as const;

export function parseConstant(line: Cursor): Constant {
  const token = line.peek();
  if (token.startsWith('"')) return line.string();
  line.next();
  if (/^-?\d+n$/.test(token)) return BigInt(token.slice(0, -1));
  if (/^-?(?:\d|Infinity$|NaN$)/.test(token)) {
    const value = Number(token);
    if (Number.isNaN(value) && token !== 'NaN') line.fail(`malformed number ${token}`);
    return value;
  }
  line.expect('(');
  const strings = (): string[] => {
    const result: string[] = [];
    while (line.peek().startsWith('"')) result.push(line.string());
    return result;
  };
  let constant: Constant;
  switch (token) {
    case 'keys':
      constant = { type: 'keys', keys: strings() };
      break;
    case 'regexp':
      constant = { type: 'regexp', source: line.string(), flags: line.string() };
      break;
    case 'template': {
      const raw = strings();
      line.expect(':');
      const cooked: (string | undefined)[] = [];
      while (line.peek() !== ')') cooked.push(line.accept('undefined') ? undefined : line.string());
      constant = { type: 'template', cooked, raw };
      break;
    }
    case 'globals': {
      const lists: string[][] = GLOBAL_LISTS.map(() => []);
      for (;;) {
        const index = (GLOBAL_LISTS as readonly string[]).indexOf(line.peek());
        if (index < 0) break;
        line.next();
        lists[index] = strings();
      }
      const [lets, consts, vars, functions, annexB] = lists;
      constant = { type: 'globals', lets, consts, vars, functions, annexB };
      break;
    }
    case 'context': {
      const owner = oneOf(line, ownerKinds);
      const strict = line.accept('strict');
      const imports: string[] = [];
      while (line.accept('import')) imports.push(line.string());
      const scopes: ContextScope[] = [];
      while (line.accept('scope')) {
        const kind = oneOf(line, scopeKinds);
        const isSeparate = line.accept('separate');
        const bindings: ContextBinding[] = [];
        while (line.accept('binding')) {
          bindings.push({ kind: oneOf(line, bindingKinds), name: line.string(), checked: line.accept('checked'), simpleCatch: line.accept('simple') });
        }
        scopes.push({ kind, isSeparate, bindings });
      }
      constant = { type: 'context', owner, strict, imports, scopes };
      break;
    }
    default:
      return line.fail(`unknown constant ${token}`);
  }
  line.expect(')');
  return constant;
}

export function formatConstant(constant: Constant): string {
  if (typeof constant === 'number') return Object.is(constant, -0) ? '-0' : String(constant);
  if (typeof constant === 'bigint') return `${constant}n`;
  if (typeof constant === 'string') return JSON.stringify(constant);
  const strings = (list: readonly (string | undefined)[]): string => list.map((s) => (s === undefined ? 'undefined' : JSON.stringify(s))).join(' ');
  switch (constant.type) {
    case 'keys':
      return `keys(${strings(constant.keys)})`;
    case 'regexp':
      return `regexp(${strings([constant.source, constant.flags])})`;
    case 'template':
      return `template(${strings(constant.raw)} : ${strings(constant.cooked)})`;
    case 'globals':
      return `globals(${GLOBAL_LISTS.filter((list) => constant[list].length > 0)
        .map((list) => `${list} ${strings(constant[list])}`)
        .join(' ')})`;
    case 'context':
      return `context(${constant.owner}${constant.strict ? ' strict' : ''}${constant.imports.map((name) => ` import ${JSON.stringify(name)}`).join('')}${constant.scopes.map(formatScope).join('')})`;
  }
}

function formatScope({ kind, isSeparate, bindings }: ContextScope): string {
  const items = bindings.map((b) => ` binding ${b.kind} ${JSON.stringify(b.name)}${b.checked ? ' checked' : ''}${b.simpleCatch ? ' simple' : ''}`);
  return ` scope ${kind}${isSeparate ? ' separate' : ''}${items.join('')}`;
}
