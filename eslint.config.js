import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', 'docs/', 'examples/', 'policies/', 'schemas/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      // A new kind must be handled wherever kinds are told apart, unless a `default` says what the rest do.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `array[i] as T` says which type is meant; `!` is forbidden.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Numbers read well in messages; anything else in a template is likely a mistake.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `void` marks a callback whose result nobody reads.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.bench.ts'],
    rules: {
      // In a test a wrong `!` fails the test, which is what tests are for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['packages/engine/src/compiled/**/*.ts'],
    rules: {
      // Its flow analysis doesn't see that a closure handed to a scan writes to a variable.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['**/*.{ts,js,mjs}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      // Policies are data: nothing may turn text into code.
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
    },
  },
  {
    // typescript-eslint's version sees through types; plain JavaScript gets the built-in one.
    files: ['**/*.{js,mjs}'],
    rules: { 'no-implied-eval': 'error' },
  },
  {
    files: ['packages/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'export by name' },
        {
          selector: 'ExportAllDeclaration',
          message: 'list exports by hand, so that the public surface is read in one place',
        },
      ],
    },
  },
);
