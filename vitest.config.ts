import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// Server tests run on both engines; the few about one engine say so in their name.
const SERVER_TESTS = ['tests/server/**/*.test.ts']
const PGLITE_ONLY = ['**/*.pglite.test.ts']
const POSTGRES_ONLY = ['**/*.postgres.test.ts']

export default defineConfig({
  plugins: [svelte()],
  test: {
    // One embedded engine takes 0.9 GB: two at a time on any machine.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A poll ends as soon as it holds; beside other tests one second is soon gone.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{server,web,data}/**/*.test.ts', 'tests/web/**/*.test.ts', 'tests/*.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: SERVER_TESTS,
          exclude: PGLITE_ONLY,
          globalSetup: 'tests/support/postgres-setup.ts'
        }
      },
      {
        extends: true,
        test: {
          name: 'pglite',
          include: SERVER_TESTS,
          exclude: POSTGRES_ONLY,
          globalSetup: 'tests/support/pglite-setup.ts'
        }
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/postgres-setup.ts',
          // The graphics that stand in for a card stall now and then; `npm test` names what passed only the second time.
          retry: 1,
          // A page without a graphics card, beside other tests, takes its time; a poll ends as soon as it holds.
          expect: { poll: { timeout: 60_000 } }
        }
      }
    ]
  }
})
