// The project's own lint rules: which file may import which (DESIGN.md, I8 and section 2).
import { readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parse } from '@typescript-eslint/parser';

/** The folders of src/ in the order of the data: values are imported only from an earlier folder or one's own. */
export const folderOrder = [
  'source',
  'scope',
  'bytecode',
  'runtime',
  'interpreter',
  'ir',
  'codegen',
  'deopt',
  'tiering',
  'process',
  'snapshot',
  'observe',
  'cli',
];

/**
 * Where a file stands: `folder` is the folder under src/, 'index' for src/index.ts, 'leaf' for any other file directly
 * in src/ (importable from everywhere, importing nothing). Undefined outside src/.
 */
function place(file, root) {
  const [top, ...rest] = path.relative(root, file).split(path.sep);
  if (top !== 'src' || rest.length === 0) return undefined;
  if (rest.length > 1) return rest[0];
  return rest[0] === 'index.ts' ? 'index' : 'leaf';
}

/** Calls `visit(node, specifier, isTypeOnly)` for every import and re-export of a file, dynamic ones included. */
function importVisitor(visit) {
  const declaration = (node) => {
    if (!node.source) return;
    const kind = node.importKind ?? node.exportKind;
    visit(node.source, node.source.value, kind === 'type');
  };
  return {
    ImportDeclaration: declaration,
    ExportNamedDeclaration: declaration,
    ExportAllDeclaration: declaration,
    ImportExpression(node) {
      if (typeof node.source.value === 'string') visit(node.source, node.source.value, false);
    },
    TSImportType(node) {
      if (node.source?.type === 'Literal') visit(node.source, node.source.value, true);
    },
    TSExternalModuleReference(node) {
      visit(node.expression, node.expression.value, false);
    },
  };
}

const direction = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      later: "src/{{from}} must not import from src/{{to}}, which comes later in the way of the data; take a hook or 'import type'",
      host: 'only src/cli and src/index.ts import host adapters; take what src/host offers as a parameter',
      index: 'src/index.ts is for embedders and src/cli; import from the folder itself',
      leaf: 'a file directly in src/ imports nothing from the folders',
      unknown: "src/{{folder}} has no place in the import order: add it to 'folderOrder' in .ci/import-rules.mjs",
    },
  },
  create(context) {
    const from = place(context.filename, context.cwd);
    if (from === undefined) return {};
    const rank = (folder) => folderOrder.indexOf(folder);
    const isFree = from === 'index' || from === 'host';
    const isKnown = isFree || from === 'leaf' || rank(from) >= 0;

    function problem(to, isTypeOnly) {
      if (to === undefined || to === from || to === 'leaf') return undefined;
      if (to === 'host') return from === 'cli' || from === 'index' ? undefined : 'host';
      if (isTypeOnly || isFree) return undefined;
      if (to === 'index') return from === 'cli' ? undefined : 'index';
      if (from === 'leaf') return 'leaf';
      return rank(to) > rank(from) ? 'later' : undefined;
    }

    return {
      Program(node) {
        if (!isKnown) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'unknown', data: { folder: from } });
      },
      ...importVisitor((node, specifier, isTypeOnly) => {
        if (!isKnown || !specifier.startsWith('.')) return;
        const target = path.resolve(path.dirname(context.filename), specifier.replace(/\?.*$/, ''));
        const to = place(target, context.cwd);
        const messageId = problem(to, isTypeOnly);
        if (messageId) context.report({ node, messageId, data: { from, to } });
      }),
    };
  },
};

/** The files whose values a module's top level waits for: static imports and re-exports that are not for types only. */
function valueImports(program, file) {
  const targets = new Set();
  for (const node of program.body) {
    const specifier = node.source?.value;
    if (!specifier?.startsWith('.') || (node.importKind ?? node.exportKind) === 'type') continue;
    if (specifier.endsWith('.ts')) targets.add(path.resolve(path.dirname(file), specifier));
  }
  return targets;
}

/** What `valueImports` found in a file on disk, for as long as that file stays as it is. */
const known = new Map();

function valueImportsOnDisk(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return new Set();
  const state = `${stat.mtimeMs} ${stat.size}`;
  let entry = known.get(file);
  if (entry?.state !== state) {
    let targets = new Set();
    try {
      targets = valueImports(parse(readFileSync(file, 'utf8'), { sourceType: 'module' }), file);
    } catch {
      // A file that does not parse gets its own report.
    }
    known.set(file, (entry = { state, targets }));
  }
  return entry.targets;
}

/** The shortest chain of files from `start` by value imports to `goal`, both included; undefined if there is none. */
function chain(start, goal) {
  const cameFrom = new Map([[start, undefined]]);
  for (const file of cameFrom.keys()) {
    if (file === goal) {
      const files = [];
      for (let step = file; step !== undefined; step = cameFrom.get(step)) files.unshift(step);
      return files;
    }
    for (const next of valueImportsOnDisk(file)) if (!cameFrom.has(next)) cameFrom.set(next, file);
  }
  return undefined;
}

const noCycle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { cycle: 'an import cycle: {{files}}' },
  },
  create(context) {
    return {
      Program(program) {
        for (const target of valueImports(program, context.filename)) {
          const files = chain(target, context.filename);
          if (!files) continue;
          const node = program.body.find(({ source }) => {
            return source && path.resolve(path.dirname(context.filename), source.value) === target;
          });
          const names = [context.filename, ...files].map((file) => path.relative(context.cwd, file));
          context.report({ node: node.source, messageId: 'cycle', data: { files: names.join(' -> ') } });
        }
      },
    };
  },
};

const noNode = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { node: "the core is host-neutral: '{{specifier}}' may be imported only in src/cli and src/host" },
  },
  create(context) {
    const from = place(context.filename, context.cwd);
    if (from === undefined || from === 'cli' || from === 'host') return {};
    return importVisitor((node, specifier) => {
      if (isBuiltin(specifier)) context.report({ node, messageId: 'node', data: { specifier } });
    });
  },
};

const extension = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: "write relative imports with the file's extension: '{{specifier}}.ts'" },
  },
  create(context) {
    return importVisitor((node, specifier) => {
      if (!specifier.startsWith('.') || path.extname(specifier) !== '') return;
      context.report({ node, messageId: 'missing', data: { specifier } });
    });
  },
};

export default { meta: { name: 'anneal' }, rules: { direction, 'no-cycle': noCycle, 'no-node': noNode, extension } };
