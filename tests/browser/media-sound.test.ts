import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sniff } from '../../server/media/magic.ts'
import { cleanSound } from '../../server/media/sound.ts'
import { launchBrowser } from '../support/browser.ts'

// Recordings as a browser really makes them: nothing of them is taken for metadata that is needed to play them.

let browser: Awaited<ReturnType<typeof launchBrowser>>
let page: Page
const blank = createServer(
  (_request, response) => void response.setHeader('content-type', 'text/html').end('<p>')
)
beforeAll(async () => {
  await new Promise<void>((resolve) => blank.listen(0, '127.0.0.1', resolve))
  browser = await launchBrowser({ flags: ['--autoplay-policy=no-user-gesture-required'] })
  page = (await browser.openPage()).page
  // A server that listens on a port has an address of this kind.
  const { port } = blank.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${port}/`)
})
afterAll(async () => {
  await browser.close()
  blank.close()
})

/** Records a tone; in slices, as one does that must not lose what it has. */
const record = ([type, sliceMs]: [string, number | undefined]) =>
  page.evaluate(
    async ([mimeType, slice]) => {
      const sound = new AudioContext()
      const tone = sound.createOscillator()
      const stream = sound.createMediaStreamDestination()
      tone.connect(stream)
      tone.start()
      const recorder = new MediaRecorder(stream.stream, { mimeType })
      const parts: Blob[] = []
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
      const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
      recorder.start(slice)
      tone.stop(sound.currentTime + 2)
      await new Promise((resolve) => tone.addEventListener('ended', resolve))
      recorder.stop()
      await ended
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
    },
    [type, sliceMs] as const
  )

/** Seconds and loudest sample of what a browser hears. */
const hear = (bytes: Uint8Array) =>
  page.evaluate(
    async (given) => {
      const heard = await new AudioContext().decodeAudioData(new Uint8Array(given).buffer)
      return { seconds: heard.duration, loudest: heard.getChannelData(0).reduce((a, b) => Math.max(a, b), 0) }
    },
    [...bytes]
  )

test.each([
  ['audio/webm;codecs=opus', undefined],
  ['audio/webm;codecs=opus', 400],
  ['audio/mp4', undefined],
  ['audio/mp4', 400]
] as const)('%s in slices of %s ms is clean, tells its length and still plays', async (type, slice) => {
  const bytes = Buffer.from(await record([type, slice]))
  const mime = sniff(bytes)
  expect(type.startsWith(mime)).toBe(true)
  if (mime === 'unknown' || mime === 'heic') throw new Error('no sound')
  const clean = cleanSound(bytes, mime)

  expect(Buffer.from(clean.bytes).includes('Chrome')).toBe(false)
  expect(clean.durationS).toBeGreaterThan(1)
  expect(clean.durationS).toBeLessThan(4)
  const heard = await hear(clean.bytes)
  expect(heard.seconds).toBeGreaterThan(1)
  expect(heard.loudest).toBeGreaterThan(0.5)
})
