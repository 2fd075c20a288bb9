import { expect, test } from 'vitest'
import { packOf, shownBy, type PackPage } from './pack.ts'
import type { PackMedium } from './pack-queries.ts'

const hash = (letter: string) => letter.repeat(64)
const page = (html: string): PackPage => ({ path: '/di-tich/a', from: '/di-tich/a?lang=vi', html })
const picture = (letter: string, bytes: number): PackMedium => ({
  ...{ sha256: hash(letter), bytes },
  ...{ small: hash('f'), smallBytes: 10, isSound: false }
})
const sound = (letter: string, bytes: number): PackMedium => ({
  ...{ sha256: hash(letter), bytes },
  ...{ small: null, smallBytes: null, isSound: true }
})
const html = `<img src="/api/media/${hash('a')}"><img srcset="/iiif/${hash('b')}/full/800,/0/default.webp 800w"><audio src="/api/media/${hash('c')}">`

test('takes along whatever the pages show, each once', () => {
  expect(shownBy([page(html), page(html)])).toEqual([hash('a'), hash('b'), hash('c')])
})

test('weighs what it holds: pages, letters, pictures, sounds', () => {
  const pages = [page('<style>url(/fonts/a-400.woff2)</style>')]
  const pack = packOf(pages, [picture('a', 200), sound('c', 50)], new Map([['/fonts/a-400.woff2', 7]]), 1_000)
  expect(pack).toMatchObject({ fits: true, isReduced: false, bytes: pages[0]!.html.length + 257 })
  expect(pack.files.map(({ kind }) => kind)).toEqual(['page', 'letters', 'media', 'media'])
})

test('that is too heavy keeps pictures small and sounds whole', () => {
  const pack = packOf([page('')], [picture('a', 900), sound('c', 500)], new Map(), 1_000)
  expect(pack).toMatchObject({ fits: true, isReduced: true, bytes: 510 })
  expect(pack.files[1]).toMatchObject({ path: `/api/media/${hash('a')}`, from: `/api/media/${hash('f')}` })
})

test('that is still too heavy is not offered', () => {
  expect(packOf([page('')], [sound('c', 5_000)], new Map(), 1_000)).toMatchObject({
    fits: false,
    bytes: 5_000
  })
})

test('has another version once anything changes', () => {
  const version = (text: string, media: PackMedium[]) => packOf([page(text)], media, new Map()).version
  expect(version('a', [picture('a', 1)])).toBe(version('a', [picture('a', 1)]))
  expect(new Set([version('a', []), version('b', []), version('a', [picture('a', 1)])]).size).toBe(3)
})
