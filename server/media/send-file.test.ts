import { Readable } from 'node:stream'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { answerErrors } from '../http/errors.ts'
import { sendFile } from './send-file.ts'
import type { ByteStore } from './store.ts'

const BYTES = Buffer.from('RIFF....WEBP')
const FILE = {
  ...{ sha256: 'a'.repeat(64), stored: 'b'.repeat(64), mime: 'image/webp', sizeBytes: BYTES.length },
  cacheControl: 'public, max-age=31536000, immutable'
}

/** A file that is here when its size is asked, and then read as `read` answers. */
function serving(read: Pick<ByteStore, 'read'>['read']) {
  const app = fastify()
  answerErrors(app)
  const files = { sizeOf: async () => BYTES.length, read } as Partial<ByteStore> as ByteStore // no more is asked
  app.get('/file', (request, reply) => sendFile(request, reply, files, FILE))
  return app
}

test.each(['', 'bytes=0-3'])(
  'a file that is taken away before it is opened (%s): 404, promising nothing',
  async (range) => {
    const app = serving(async () => null)
    const { statusCode, headers, body } = await app.inject({ url: '/file', headers: range ? { range } : {} })

    expect(statusCode).toBe(404)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body))
    })
    for (const name of ['etag', 'content-range', 'content-disposition'])
      expect(headers).not.toHaveProperty(name)
  }
)

test('a part says which it is and how long', async () => {
  const app = serving(async (_, range) =>
    Readable.from([BYTES.subarray(range?.start, (range?.end ?? 0) + 1)])
  )
  const { statusCode, headers, body } = await app.inject({ url: '/file', headers: { range: 'bytes=0-3' } })

  expect([statusCode, body, headers['content-range'], headers['content-length']]).toEqual([
    206,
    'RIFF',
    'bytes 0-3/12',
    '4'
  ])
})
