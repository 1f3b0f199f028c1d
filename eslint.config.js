import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import anneal from './.ci/import-rules.mjs';

const nodeOnlyGlobals = ['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename', 'setImmediate'];

export default defineConfig(
  {
    // What is guest code is not linted: it is input to the VM, and odd on purpose.
    ignores: ['dist/', 'coverage/', 'src/runtime/selfhosted/', 'samples/', 'benchmarks/programs/', 'docs/examples/', 'tests/programs/', 'tests/modules/programs/', 'tests/packages/drivers/', 'tests/regress/**/*.js'],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'performance', 'Buffer', 'URL', 'setTimeout', 'setImmediate', 'clearTimeout', 'WebAssembly',
          'performance', 'structuredClone', 'TextEncoder', 'TextDecoder'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended],
    plugins: { anneal },
    rules: {
      'anneal/direction': 'error',
      'anneal/no-node': 'error',
      'anneal/extension': 'error',
      'anneal/no-cycle': 'error',
      // The import rules go by what an import says of itself, so it must say when it is for types only.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-this-alias': 'off',
      // Host functions are values here like any other.
      '@typescript-eslint/no-unsafe-function-type': 'off',
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/host/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...nodeOnlyGlobals.map((name) => ({ name, message: 'The core is host-neutral (DESIGN.md, I8).' })),
      ],
    },
  },
  {
    rules: {
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-empty': ['error', { allowEmptyCatch: true }],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
    },
  },
);
