import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { onScreen } from './screen-words.ts'

/** What only the command can meet: its own options, deliveries, centres of villages. */
const COMMANDS_OWN =
  /^(arguments|delivery-notes|help-text|make-villages|real-villages|require-se|village-cells)/
const FOLDER = new URL('../collections/import/', import.meta.url)

/** Every sentence of the importer's sources, with something in the place of what is filled in. */
const sentences = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !COMMANDS_OWN.test(name))
  .flatMap((name) =>
    [...readFileSync(new URL(name, FOLDER), 'utf8').matchAll(/\b(vi|en): ([`'"])(.*)\2/g)].map(
      ([, language, , text = '']) => ({ language, text: text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'ABC') })
    )
  )

test('no sentence of the importer tells the page’s reader of a command', () => {
  const commands = sentences.filter(({ text }) => /--[a-z]|npm run/.test(text))
  expect(commands.length).toBeGreaterThan(30)
  const left = commands
    .map(({ language, text }) => onScreen({ vi: '', en: '', [language ?? '']: text }))
    .flatMap(({ vi, en }) => [vi, en])
    .filter((text) => /--[a-z]|npm run/.test(text))
    // Of the communes that a delivery speaks for, which no file in the browser is.
    .filter((text) => !text.includes('--speaks-for'))
  expect(left).toEqual([])
})

test('what is to be done is done on the page', () => {
  const { vi, en } = onScreen({
    vi: 'Hãy gỡ lần ấy trước (npm run import -- undo 12) rồi nạp lại cả tệp.',
    en: 'Undo that import first (npm run import -- undo 12), then import the whole file again.'
  })
  expect(vi).toBe('Hãy gỡ lần ấy trước (số 12 ở «Các lần nạp gần đây») rồi nạp lại cả tệp.')
  expect(en).toBe(
    'Undo that import first (number 12 under “Latest imports”), then import the whole file again.'
  )
})
