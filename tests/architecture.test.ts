import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const TOP = ['migrations', 'data', 'server', 'web', 'tests']
/** Folders whose subfolders are part of the architecture; those of `tests` are told in one line. */
const OPENED = ['data', 'server', 'web']

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}/`)

const text = readFileSync('ARCHITECTURE.md', 'utf8')
const named = new Set([...text.matchAll(/^\| `([a-z0-9/-]+\/)`/gm)].map(([, folder]) => folder))
const present = new Set([...TOP.map((folder) => `${folder}/`), ...OPENED.flatMap(foldersIn)])

test('ARCHITECTURE.md names every folder', () => {
  expect([...present].filter((folder) => !named.has(folder))).toEqual([])
})

test('every folder that ARCHITECTURE.md names exists', () => {
  expect([...named].filter((folder) => folder && !present.has(folder))).toEqual([])
})
