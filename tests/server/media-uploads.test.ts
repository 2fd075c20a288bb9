import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Upload } from 'tus-js-client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { HttpError } from '../../server/http/errors.ts'
import { addressOf } from '../../server/media/store.ts'
import {
  ask,
  begin,
  create,
  hashOf,
  metadataOf,
  REPORT,
  send,
  startMedia,
  upload,
  type MediaApp
} from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let server: MediaApp
const endings: (() => unknown)[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  server = await startMedia(database)
})
afterAll(async () => {
  await server.stop()
  await database.close()
})
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function startAnother(options: Parameters<typeof startMedia>[1]) {
  const another = await startMedia(database, options)
  endings.push(() => another.stop())
  return another
}

const inStore = ({ dataDir }: MediaApp, sha256: string) => join(dataDir, 'media', addressOf(sha256))
const uploadsIn = ({ media }: MediaApp) => readdirSync(media.uploadsFolder)
/** Different bytes each time. */
const picture = () => photo({ width: 900, height: 700 })

async function rowOf(sha256: string) {
  const { rows } = await database.db.query(
    `select kind, mime, size_bytes as size, width, height, open, variant from media where sha256 = decode($1, 'hex')`,
    [sha256]
  )
  return rows[0]
}

describe('a picture in parts', () => {
  test('is kept under the hash of its bytes, and its report is told', async () => {
    const bytes = await picture()
    const { answer } = await upload(server.url, bytes)

    expect(answer?.status).toBe(204)
    expect(answer?.headers.get('upload-offset')).toBe(String(bytes.length))
    expect(readFileSync(inStore(server, hashOf(bytes))).equals(bytes)).toBe(true)
    expect(server.received.at(-1)).toEqual({
      reportId: REPORT,
      media: {
        sha256: hashOf(bytes),
        kind: 'image',
        mime: 'image/jpeg',
        sizeBytes: bytes.length,
        width: 900,
        height: 700,
        durationS: null
      }
    })
    expect(await rowOf(hashOf(bytes))).toEqual({
      kind: 'image',
      mime: 'image/jpeg',
      size: bytes.length,
      width: 900,
      height: 700,
      open: false,
      variant: 'original'
    })
  })

  test('by the client of the phone, in parts of 32 KiB', async () => {
    const bytes = await picture()
    await new Promise<void>((resolve, reject) =>
      new Upload(bytes, {
        endpoint: `${server.url}/api/uploads`,
        chunkSize: 32 * 1024,
        metadata: { report: REPORT, sha256: hashOf(bytes) },
        headers: { 'x-report-code': 'ABCDEFGHJKMN' },
        onSuccess: () => resolve(),
        onError: reject
      }).start()
    )

    expect(server.received.at(-1)?.media.sha256).toBe(hashOf(bytes))
  })

  test('in one request with its announcement, where it is small', async () => {
    const bytes = await photo({ width: 60, height: 40 })
    const response = await fetch(`${server.url}/api/uploads`, {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'upload-length': String(bytes.length),
        'upload-metadata': metadataOf(REPORT, hashOf(bytes))
      },
      body: new Uint8Array(bytes)
    })

    expect(response.status).toBe(201)
    expect(existsSync(inStore(server, hashOf(bytes)))).toBe(true)
  })

  test('an answer that was lost: asked again, all is here, and nothing is done twice', async () => {
    const bytes = await picture()
    const { address } = await upload(server.url, bytes)
    const told = server.received.length

    const asked = await ask(address)
    const again = await send(address, new Uint8Array(0), bytes.length)

    expect(asked.status).toBe(200)
    expect(asked.headers.get('upload-offset')).toBe(String(bytes.length))
    expect(again.status).toBe(204)
    expect(server.received).toHaveLength(told)
    expect(uploadsIn(server).filter((name) => !name.endsWith('.json'))).toEqual([])
  })

  test('the same file again is one file and one row', async () => {
    const bytes = await picture()
    await upload(server.url, bytes)
    const { answer } = await upload(server.url, bytes)

    const { rows } = await database.db.query(`select from media where sha256 = decode($1, 'hex')`, [
      hashOf(bytes)
    ])
    expect(answer?.status).toBe(204)
    expect(rows).toHaveLength(1)
  })
})

describe('cut off', () => {
  /** Sends the beginning of a part and breaks the connection. */
  function cut(address: string, part: Uint8Array, sent: number) {
    return new Promise<void>((resolve) => {
      const outgoing = request(address, {
        method: 'PATCH',
        headers: {
          'tus-resumable': '1.0.0',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(part.length),
          'upload-offset': '0'
        }
      })
      outgoing.on('error', () => resolve())
      outgoing.write(part.subarray(0, sent), () => void sleep(100).then(() => outgoing.destroy()))
      outgoing.on('close', () => resolve())
    })
  }

  test('in a part: what arrived stays, and it goes on from there', async () => {
    const bytes = await picture()
    const address = await begin(server.url, bytes)
    await cut(address, bytes.subarray(0, 100_000), 40_000)

    const offset = Number((await ask(address)).headers.get('upload-offset'))
    expect(offset).toBeGreaterThan(0)
    expect(offset).toBeLessThanOrEqual(40_000)
    let at = offset
    for (; at < bytes.length; at += 200_000)
      expect((await send(address, bytes.subarray(at, at + 200_000), at)).status).toBe(204)
    expect(readFileSync(inStore(server, hashOf(bytes))).equals(bytes)).toBe(true)
  })

  test('a server that ended with all bytes but had not looked at them looks when it is asked', async () => {
    let isAway = true
    const another = await startAnother({
      owner: {
        received: async () => {
          if (isAway) throw new Error('the database is away')
        }
      }
    })
    const bytes = await photo({ width: 50, height: 50 })
    const { address, answer } = await upload(another.url, bytes)
    expect(answer?.status).toBe(500)

    isAway = false
    const asked = await ask(address)

    expect(asked.status).toBe(200)
    expect(asked.headers.get('upload-offset')).toBe(String(bytes.length))
    expect(existsSync(inStore(another, hashOf(bytes)))).toBe(true)
  })

  test('a part at another place than where it stands is refused', async () => {
    const bytes = await picture()
    const address = await begin(server.url, bytes)
    const answer = await send(address, bytes.subarray(10, 20), 10)

    expect(answer.status).toBe(409)
    expect((await answer.json()).detail).toContain('Ask with HEAD')
  })

  test('begun again, the older attempt at the same file is gone', async () => {
    const bytes = await picture()
    const first = await begin(server.url, bytes)
    const second = await begin(server.url, bytes)

    expect((await ask(first)).status).toBe(404)
    expect((await ask(second)).status).toBe(200)
  })
})

describe('refused', () => {
  test('bytes with another hash than was announced, which are thrown away', async () => {
    const [bytes, other] = [await picture(), await picture()]
    const { answer, address } = await upload(server.url, bytes, {
      'upload-metadata': metadataOf(REPORT, hashOf(other))
    })

    expect(answer?.status).toBe(422)
    expect((await answer?.json()).detail).toContain('SHA-256')
    expect((await ask(address)).status).toBe(404)
    expect(existsSync(inStore(server, hashOf(bytes)))).toBe(false)
    expect(existsSync(inStore(server, hashOf(other)))).toBe(false)
  })

  test('a part of more than 256 KiB, before it is read', async () => {
    const bytes = Buffer.alloc(300_000)
    const address = await begin(server.url, bytes)
    const answer = await send(address, bytes, 0)

    expect(answer.status).toBe(413)
    expect((await answer.json()).detail).toContain('256 KiB')
  })

  test('a part whose length is not told', async () => {
    const bytes = Buffer.alloc(1000)
    const address = await begin(server.url, bytes)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = request(
        address,
        {
          method: 'PATCH',
          headers: {
            'tus-resumable': '1.0.0',
            'content-type': 'application/offset+octet-stream',
            'upload-offset': '0',
            'transfer-encoding': 'chunked'
          }
        },
        (incoming) => {
          incoming.resume()
          resolve(incoming.statusCode)
        }
      )
      outgoing.on('error', reject)
      outgoing.end(bytes)
    })

    expect(status).toBe(411)
  })

  test.each([
    ['more than 20 MB', { 'upload-length': String(21 * 1024 * 1024) }, 413],
    ['a file of nothing', { 'upload-length': '0' }, 422],
    ['a length to be told later', { 'upload-length': '', 'upload-defer-length': '1' }, 400],
    ['another protocol', { 'tus-resumable': '0.2.2' }, 400],
    ['no metadata', { 'upload-metadata': 'a' }, 400],
    ['a path for a hash', { 'upload-metadata': metadataOf(REPORT, '../../../../etc/passwd') }, 400],
    ['a path for a report', { 'upload-metadata': metadataOf('../../x', hashOf(Buffer.from('a'))) }, 400],
    [
      'more metadata',
      { 'upload-metadata': `${metadataOf(REPORT, hashOf(Buffer.from('a')))},filename YQ==` },
      400
    ]
  ])('%s', async (_, headers, status) => {
    const before = existsSync(server.media.uploadsFolder) ? uploadsIn(server) : []
    const response = await create(server.url, Buffer.alloc(100), headers)

    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(uploadsIn(server)).toEqual(before)
  })

  test.each([
    '..%2f..%2fowner.lock',
    '%2e%2e',
    'a',
    `${'0'.repeat(32)}-${'0'.repeat(16)}-${'0'.repeat(32)}`,
    'x%00y'
  ])('an upload called %s', async (name) => {
    const address = `${server.url}/api/uploads/${name}`
    expect([400, 404]).toContain((await ask(address)).status)
    expect([400, 404]).toContain((await send(address, Buffer.from('a'), 0)).status)
    expect([400, 404]).toContain(
      (await fetch(address, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } })).status
    )
  })

  test('there is no list, and no other page may ask', async () => {
    const list = await fetch(`${server.url}/api/uploads`)
    const bytes = await picture()
    const address = await begin(server.url, bytes)
    const answer = await ask(address)
    const read = await fetch(address)

    expect(list.status).toBe(405)
    expect(read.status).toBe(405)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(address).toMatch(/[0-9a-f]{32}$/)
  })

  test('what its report does not wait for, by the report’s own words', async () => {
    const another = await startAnother({
      owner: {
        mayUpload: async ({ code }) => {
          if (code !== 'ABCDEFGHJKMN')
            throw new HttpError(404, { vi: 'Không có phản ánh này.', en: 'No such report.' })
        }
      }
    })
    const bytes = await picture()
    const refused = await create(another.url, bytes)
    const taken = await create(another.url, bytes, { 'x-report-code': 'ABCDEFGHJKMN' })

    expect(refused.status).toBe(404)
    expect((await refused.json()).detail).toBe('No such report.')
    expect(taken.status).toBe(201)
  })

  test('what its report does not want any more is thrown away', async () => {
    const another = await startAnother({
      owner: {
        received: async () => {
          throw new HttpError(404, { vi: 'Phản ánh đã bị xoá.', en: 'The report was deleted.' })
        }
      }
    })
    const { address, answer } = await upload(another.url, await photo({ width: 40, height: 40 }))

    expect(answer?.status).toBe(404)
    expect((await ask(address)).status).toBe(404)
    expect(uploadsIn(another)).toEqual([])
  })

  test('too many unfinished files of one report', async () => {
    const another = await startAnother({})
    for (let count = 0; count < 12; count++) await begin(another.url, Buffer.from(`file ${count}`))
    const response = await create(another.url, Buffer.from('one more'))

    expect(response.status).toBe(429)
  })

  test('too many requests from one address', async () => {
    const another = await startAnother({ limits: { creations: 2, requests: 100 } })
    await begin(another.url, Buffer.from('a'))
    await begin(another.url, Buffer.from('b'))
    const response = await create(another.url, Buffer.from('c'))

    expect(response.status).toBe(429)
    expect((await response.json()).detail).toMatch(
      /^Too many uploads came from this address\. Try again in \d+ seconds\.$/
    )
  })
})

describe('a full disk', () => {
  test('while a part is written: refused, what arrived stays, later it goes on', async () => {
    const another = await startAnother({})
    const bytes = await photo({ width: 80, height: 80 })
    const address = await begin(another.url, bytes)
    const file = join(another.media.uploadsFolder, new URL(address).pathname.split('/').at(-1) ?? '')
    rmSync(file)
    symlinkSync('/dev/full', file)

    const refused = await send(address, bytes, 0)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect((await refused.json()).detail).toContain('no room')

    rmSync(file)
    writeFileSync(file, '')
    expect((await ask(address)).headers.get('upload-offset')).toBe('0')
    expect((await send(address, bytes, 0)).status).toBe(204)
    expect(another.received).toHaveLength(1)
  })

  test('of the database: refused as well, and taken in when it is asked again', async () => {
    let isFull = true
    const another = await startAnother({
      owner: {
        received: async () => {
          if (isFull) throw Object.assign(new Error('could not extend file'), { code: '53100' })
        }
      }
    })
    const { address, answer } = await upload(another.url, await photo({ width: 90, height: 81 }))
    expect(answer?.status).toBe(503)

    isFull = false
    expect((await ask(address)).status).toBe(200)
  })

  test('while the file is kept: refused, nothing half done, taken in when it is asked again', async () => {
    let isFull = true
    const another = await startAnother({})
    const { put } = another.media.files
    another.media.files.put = async (sha256, bytes) => {
      if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      return put(sha256, bytes)
    }
    const bytes = await photo({ width: 80, height: 81 })
    const { address, answer } = await upload(another.url, bytes)
    expect(answer?.status).toBe(503)
    expect(await rowOf(hashOf(bytes))).toBeUndefined()
    expect(another.received).toEqual([])

    isFull = false
    expect((await ask(address)).headers.get('upload-offset')).toBe(String(bytes.length))
    expect(another.received).toHaveLength(1)
    expect(existsSync(inStore(another, hashOf(bytes)))).toBe(true)
  })
})
