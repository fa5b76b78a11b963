import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// These give other last bits in another browser, or in the next version of the same one.
const IRREPRODUCIBLE_MATH = [
  'random', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh',
  'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'pow', 'sqrt', 'cbrt', 'hypot', 'fround',
];

const TEXT_AS_MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'srcdoc'];

const DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Name the export.' };

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', 'coverage/']),
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['**/*.d.ts'],
    rules: {
      'max-lines': ['error', { max: 450 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-properties': ['error', ...TEXT_AS_MARKUP.map((property) => ({ property, message: 'Set textContent.' }))],
      'no-restricted-syntax': ['error', DEFAULT_EXPORT],
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...IRREPRODUCIBLE_MATH.map((property) => ({ object: 'Math', property, message: 'Not the same in every engine.' })),
      ],
      'no-restricted-globals': ['error', 'Date', 'performance', 'Intl', 'process', 'globalThis', 'crypto', 'setTimeout'],
      'no-restricted-syntax': [
        'error',
        DEFAULT_EXPORT,
        { selector: 'BinaryExpression[operator="**"]', message: 'Multiply: ** is not the same in every engine.' },
        { selector: 'AssignmentExpression[operator="**="]', message: 'Multiply: ** is not the same in every engine.' },
        { selector: 'NewExpression[callee.name=/^(Map|Set|WeakMap|WeakSet)$/]', message: 'State is plain JSON: use arrays and records.' },
        { selector: ':function[async=true]', message: 'A turn is a pure function.' },
        { selector: 'ForInStatement', message: 'Say the order: walk an array.' },
      ],
    },
  },
  {
    files: ['tests/**/*.ts', 'tests/**/*.tsx'],
    rules: {
      // expect.any() and parsed JSON are `any` by nature.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['src/cli/**/*.ts', 'tests/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], rules: { eqeqeq: 'error', 'no-undef': 'off', 'no-unused-vars': 'error', 'prefer-const': 'error' } },
);
