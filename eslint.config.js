// SPDX-License-Identifier: MIT
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A rule that forbids imports of some files, with the reason. */
const forbid = (...patterns) => ({
  'no-restricted-imports': [
    'error',
    { patterns: patterns.map(([group, message]) => ({ group, message })) },
  ],
});

export default defineConfig(
  globalIgnores(['.cache', '.toolchain', 'build', 'dist', 'test-results', 'web/src/lib/wasm']),
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    // Pages of the benchmarks, and what the benchmarks call in them.
    files: ['tests/bench/**/*.mjs'],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        WebAssembly: 'readonly',
        document: 'readonly',
        navigator: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['web/tsconfig.page.json', 'web/tsconfig.worker.json', 'tests/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Numbers in messages are the rule here, and read as they should.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  // The arrows of the design run downward only.
  {
    files: ['web/src/lib/**'],
    rules: forbid([['**/page/**'], 'The library works without the page.']),
  },
  {
    files: ['web/src/lib/{client,trainer,trainer-data,questions,spawn,download,index}.ts'],
    rules: forbid(
      [['**/page/**'], 'The library works without the page.'],
      [
        [
          '**/session.ts',
          '**/handlers/**',
          '**/module.ts',
          '**/jobs/**',
          '**/unpack.ts',
          '**/wasm/**',
        ],
        'Only the worker holds the module; the client speaks to it by the protocol.',
      ],
    ),
  },
  {
    files: [
      'web/src/page/{augmentation,components,data,drawings,gallery,inside,notes,own-data}/**',
    ],
    ignores: [
      'web/src/page/{augmentation,data,drawings,inside,notes,own-data}/**/{mlp-,controller-}*.ts',
      'web/src/page/drawings/{follow-drawings,learn}.ts',
      'web/src/page/gallery/{fetch-images,labels}.ts',
    ],
    rules: forbid([
      ['**/lib/{client,worker,trainer,spawn,session,module,index}.ts', '**/controller*.ts'],
      'A component gets settings and sends events; the controller wires.',
    ]),
  },
);
