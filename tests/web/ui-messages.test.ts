import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AST, parse } from 'svelte/compiler'
import { expect, test } from 'vitest'
import { projectRoot } from '../../server/root.ts'

interface Message {
  vi: string
  en: string
}
interface Found {
  path: string
  message: Message
}

const web = join(projectRoot, 'web')
const messageFiles = findFiles('messages.ts')
const components = findFiles('.svelte')

/** Names, units and signs that both languages write alike. */
const SAME_IN_BOTH = new Set(['Địa bàn', 'm²', 'Camera', 'Wifi', 'WGS 84', 'VN-2000'])

const isMessage = (value: object): value is Message =>
  'vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string'

function findFiles(ending: string): string[] {
  return readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort()
}

function messagesIn(value: unknown, path: string): Found[] {
  if (typeof value !== 'object' || value === null) return []
  if (isMessage(value)) return [{ path, message: value }]
  return Object.entries(value).flatMap(([key, inner]) => messagesIn(inner, `${path}.${key}`))
}

async function allMessages(): Promise<Found[]> {
  const modules = await Promise.all(
    messageFiles.map(async (file) => messagesIn(await import(join(web, file)), file))
  )
  return modules.flat()
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('every message has a text in both languages, with the same parameters', async () => {
  const messages = await allMessages()

  expect(messages.length).toBeGreaterThan(150)
  expect(messages.filter(({ message }) => !message.vi.trim() || !message.en.trim())).toEqual([])
  const uneven = messages.filter(
    ({ message }) => placeholders(message.vi).join() !== placeholders(message.en).join()
  )
  expect(uneven).toEqual([])
})

test('no English text is a copy of the Vietnamese one', async () => {
  const copies = (await allMessages()).filter(
    ({ message: { vi, en } }) =>
      vi === en && /\p{L}{3}/u.test(vi.replace(/\{\w+\}/g, '')) && !SAME_IN_BOTH.has(vi)
  )

  expect(copies).toEqual([])
})

test('Vietnamese texts are in composed letters (NFC)', async () => {
  const decomposed = (await allMessages()).filter(({ message }) => message.vi !== message.vi.normalize('NFC'))

  expect(decomposed).toEqual([])
})

const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'text'])
const hasWords = (text: string) => /\p{L}{2}/u.test(text) && !SAME_IN_BOTH.has(text.trim())

function isNode(value: unknown): value is AST.BaseNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Literal words that a person would read or hear: text between tags, and attributes that are spoken. */
function literalWords(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literalWords)
  if (!isNode(node)) return []
  // The tree's node types are told apart by `type` alone here.
  const { type, data, name, value, ...rest } = node as AST.BaseNode & Record<string, unknown>
  if (type === 'Text') return hasWords(String(data)) ? [String(data).trim()] : []
  if (type === 'Attribute') return SPOKEN_ATTRIBUTES.has(String(name)) ? literalWords(value) : []
  if (type === 'Comment' || type === 'StyleSheet') return []
  return Object.values(rest).flatMap(literalWords)
}

test.each(components)('%s has no words of its own: they stand in messages', (file) => {
  const { fragment } = parse(readFileSync(join(web, file), 'utf8'), { modern: true })

  expect(literalWords(fragment)).toEqual([])
})
