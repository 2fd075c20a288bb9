import { describe, expect, test } from 'vitest'
import { hasRightChecksums, mp4, ogg, webm } from '../../tests/support/sound-files.ts'
import { sniff } from './magic.ts'
import { cleanSound } from './sound.ts'

const KINDS = [
  ['audio/webm', webm],
  ['audio/mp4', mp4],
  ['audio/ogg', ogg]
] as const
const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe.each(KINDS)('%s', (mime, make) => {
  test('is told from its bytes', () => {
    expect(sniff(make())).toBe(mime)
  })

  test('loses what is said in it, keeps its length and what it holds, and tells how long it is', () => {
    const given = make({ seconds: 7 })
    const before = Buffer.from(given)
    const { bytes, durationS } = cleanSound(given, mime)
    const clean = Buffer.from(bytes).toString('latin1')

    expect(given.equals(before)).toBe(true)
    expect(bytes.byteLength).toBe(given.length)
    expect(clean).not.toContain(Buffer.from('MẬT').toString('latin1'))
    expect(clean).not.toContain('105.8542')
    expect(clean).not.toContain('libx')
    expect(durationS).toBeCloseTo(7, mime === 'audio/webm' ? -1 : 3)
  })

  test('cleaned again it stays as it is', () => {
    const once = cleanSound(make(), mime).bytes
    expect(Buffer.from(cleanSound(once, mime).bytes).equals(once)).toBe(true)
  })

  test('longer than a minute is refused by a sentence', () => {
    expect(refusal(() => cleanSound(make({ seconds: 70 }), mime))).toMatchObject({
      statusCode: 422,
      detail: { en: 'The recording is longer than 60 seconds. Record a shorter one.' }
    })
  })

  test('cut anywhere it is refused or clean, never something else', () => {
    const whole = make()
    for (let length = 1; length < whole.length; length += 3) {
      const given = whole.subarray(0, length)
      const error = refusal(() => {
        const { bytes } = cleanSound(given, mime)
        expect(Buffer.from(bytes).toString('latin1')).not.toContain(Buffer.from('MẬT').toString('latin1'))
      })
      if (error) expect(error).toMatchObject({ statusCode: 422 })
    }
  })

  test('with any one byte changed it is refused or clean of tags, never an error of ours', () => {
    const whole = make()
    for (let at = 0; at < whole.length; at++) {
      const given = Buffer.from(whole)
      given[at] = (given[at] ?? 0) ^ 0xff
      const error = refusal(() => cleanSound(given, mime))
      if (error) expect(error).toMatchObject({ statusCode: 422 })
    }
  })
})

test('the checksums of Ogg pages are right again', () => {
  expect(hasRightChecksums(ogg())).toBe(true)
  expect(hasRightChecksums(Buffer.from(cleanSound(ogg(), 'audio/ogg').bytes))).toBe(true)
})

test('the moments in an MP4 are gone', () => {
  const clean = Buffer.from(cleanSound(mp4(), 'audio/mp4').bytes)
  expect(clean.includes(Buffer.from([0xd0, 0, 0, 1]))).toBe(false)
  expect(clean.includes(Buffer.from([0xd0, 0, 0, 2]))).toBe(false)
})

test('a film is no voice note', () => {
  expect(refusal(() => cleanSound(webm({ video: true }), 'audio/webm'))).toMatchObject({ statusCode: 422 })
  expect(refusal(() => cleanSound(mp4({ handler: 'vide' }), 'audio/mp4'))).toMatchObject({ statusCode: 422 })
})

test('boxes within boxes without end are refused', () => {
  let nested = Buffer.alloc(0)
  for (let depth = 0; depth < 12_000; depth++) {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(nested.length + 8)
    head.write('moov', 4, 'latin1')
    nested = Buffer.concat([head, nested])
  }
  expect(refusal(() => cleanSound(nested, 'audio/mp4'))).toMatchObject({ statusCode: 422 })
})
