import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

export default defineConfig(
  globalIgnores(['dist/', '.dist-*/', '.diaban/', 'node_modules/', 'test-results/']),
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-constant-binary-expression': 'error',
      'no-unsafe-finally': 'error',
      'no-unused-private-class-members': 'error'
    }
  },
  tseslint.configs.recommended,
  svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        parser: tseslint.parser,
        svelteConfig
      }
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }]
    }
  },
  {
    files: ['server/**/*.ts', 'web/**/*.ts', 'data/**/*.ts'],
    // Layers as data are lists.
    ignores: ['**/collection.ts'],
    rules: { 'max-lines': ['error', 250], 'max-lines-per-function': ['error', 60] }
  },
  {
    // The program's own configuration is read in one place.
    files: ['server/**/*.ts'],
    ignores: ['server/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only server/config.ts reads the environment.' }
      ]
    }
  },
  {
    files: ['**/*.test.ts', 'tests/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' }
  },
  {
    // Programs of the terminal print; nothing else does.
    files: ['tests/**', 'server/import.ts', 'server/villages.ts', 'server/import/**'],
    rules: { 'no-console': 'off' }
  }
)
