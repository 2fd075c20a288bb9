import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf } from '../../server/media/store.ts'
import { emptyPng, photo } from '../support/media-files.ts'
import { hashOf, REPORT, startMedia, upload, type MediaApp } from '../support/media-app.ts'
import { mp4, ogg, webm } from '../support/sound-files.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// What files may be, what is made of them, and who may read what.

let database: TestDatabase
let server: MediaApp
beforeAll(async () => {
  database = await openTestDatabase()
  server = await startMedia(database)
})
afterAll(async () => {
  await server.stop()
  await database.close()
})

async function sent(bytes: Uint8Array) {
  const { answer } = await upload(server.url, bytes)
  return {
    status: answer?.status,
    detail: answer?.status === 204 ? '' : ((await answer?.json()).detail as string)
  }
}

const isKept = (bytes: Uint8Array) => existsSync(join(server.dataDir, 'media', addressOf(hashOf(bytes))))
const original = (sha256: string, more = '', headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/staff/media/${sha256}?report=${REPORT}${more}`, { headers })
const open = (sha256: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/media/${sha256}`, { headers })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('taken by its bytes', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s', async (format) => {
    const bytes = await photo({ width: 120, height: 80, format })
    expect(await sent(bytes)).toEqual({ status: 204, detail: '' })

    const response = await original(hashOf(bytes))
    expect(response.headers.get('content-type')).toBe(`image/${format}`)
    expect((await bytesOf(response)).equals(bytes)).toBe(true)
  })

  test.each([
    ['audio/webm', webm()],
    ['audio/mp4', mp4()],
    ['audio/ogg', ogg()]
  ])('%s, of which only the sound is kept', async (mime, bytes) => {
    expect(await sent(bytes)).toEqual({ status: 204, detail: '' })

    const response = await original(hashOf(bytes))
    const kept = await bytesOf(response)
    expect(response.headers.get('content-type')).toBe(mime)
    expect(kept.includes('MẬT')).toBe(false)
    expect(kept.length).toBe(bytes.length)
    expect(isKept(bytes)).toBe(false)
  })
})

describe('refused by its bytes', () => {
  const page = '<!doctype html><html><script>alert(1)</script></html>'
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
  test.each([
    ['a page', Buffer.from(page)],
    ['a drawing', Buffer.from(svg)],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')],
    ['a GIF', gif],
    ['a GIF that is a script', Buffer.concat([Buffer.from('GIF89a/*'), gif, Buffer.from('*/=1;alert(1)')])],
    ['a zip', Buffer.from('PK\u0003\u0004'.padEnd(100, '\0'))],
    ['a text', Buffer.from('phản ánh '.repeat(20))],
    ['a WAV', Buffer.from('RIFF\0\0\0\0WAVEfmt '.padEnd(100, '\0'))],
    [
      'a JPEG by its first bytes with a page in its comment',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 60]), Buffer.from(page)])
    ],
    ['a page behind a PNG’s first bytes', Buffer.concat([emptyPng(1, 1).subarray(0, 33), Buffer.from(page)])],
    [
      'a PDF behind a JPEG’s first bytes',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('%PDF-1.4\n%%EOF')])
    ]
  ])('%s', async (_, bytes) => {
    const { status, detail } = await sent(bytes)
    expect(status).toBe(415)
    expect(detail).toContain('no picture or sound')
    expect(isKept(bytes)).toBe(false)
  })

  test('HEIC, which this server cannot read, by a sentence of its own', async () => {
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic'),
      Buffer.alloc(100)
    ])
    expect(await sent(heic)).toMatchObject({ status: 415, detail: expect.stringContaining('HEIC') })
  })

  test.each([
    ['50,000 × 50,000 pixels in a hundred bytes', 50_000, 50_000],
    ['200 megapixels', 20_000, 10_000],
    ['one line of 61 million pixels', 61_000_000, 1]
  ])('%s, before anything is decoded', async (_, width, height) => {
    const { status } = await sent(emptyPng(width, height))

    expect([413, 422]).toContain(status)
  })

  test('a real picture of 70 megapixels', async () => {
    const bytes = await sharp({ create: { width: 10_000, height: 7_000, channels: 3, background: 'red' } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    expect(await sent(bytes)).toMatchObject({
      status: 413,
      detail: expect.stringContaining('60 million pixels')
    })
  })

  test('a recording larger than 2 MB', async () => {
    const bytes = Buffer.concat([
      mp4(),
      Buffer.from([0, 0x20, 0, 0]),
      Buffer.from('mdat'),
      Buffer.alloc(0x20_0000 - 8)
    ])
    expect(await sent(bytes)).toMatchObject({ status: 413, detail: expect.stringContaining('2 MB') })
  })

  test.each([
    ['a picture', () => photo()],
    ['a recording', async () => webm()]
  ])('%s of which only the beginning was sent as a whole', async (_, make) => {
    const bytes = (await make()).subarray(0, 40)
    expect((await sent(bytes)).status).toBe(422)
  })
})

describe('made public', () => {
  const SECRET = 'Nguyễn Văn Bí Mật'
  const withMetadata = async (width: number, height: number, orientation = 1) =>
    sharp(await photo({ width, height }))
      .withExif({
        IFD0: { Artist: SECRET, Copyright: SECRET },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '21/1 1/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '105/1 51/1 0/1'
        }
      })
      .withMetadata({ orientation })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${SECRET}</rdf:RDF></x:xmpmeta>`)
      .jpeg()
      .toBuffer()

  async function published(bytes: Uint8Array, boxes: [number, number, number, number][] = []) {
    const { sha256 } = await server.media.store.take(bytes)
    const made = await server.media.store.publish(sha256, boxes)
    const [picture, thumbnail] = await Promise.all([open(made.picture), open(made.thumbnail)])
    return {
      ...made,
      original: sha256,
      response: picture,
      bytes: await bytesOf(picture),
      small: await bytesOf(thumbnail)
    }
  }

  test('nothing of its metadata is left, in picture and thumbnail', async () => {
    const bytes = await withMetadata(1200, 900)
    expect(bytes.includes(SECRET)).toBe(true)
    const made = await published(bytes)

    for (const file of [made.bytes, made.small]) {
      const { exif, xmp, icc, iptc, comments, format } = await sharp(file).metadata()
      expect({ exif, xmp, icc, iptc, comments, format }).toEqual({ format: 'webp' })
      expect(file.includes(SECRET)).toBe(false)
    }
  })

  test('is upright, fits into 2,048 px, its thumbnail into 400 px', async () => {
    const made = await published(await withMetadata(3000, 2000, 6))

    expect(await sharp(made.bytes).metadata()).toMatchObject({ width: 1365, height: 2048 })
    expect(await sharp(made.small).metadata()).toMatchObject({ width: 267, height: 400 })
  })

  test('is kept for ever by anyone, named by its hash, and is no page', async () => {
    const { response, picture, bytes } = await published(await photo())

    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="[0-9a-f]{16}\.webp"$/)
    expect(response.headers.get('etag')).toBe(`"${picture}"`)
    expect(hashOf(bytes)).toBe(picture)
    expect((await open(picture, { 'if-none-match': `"${picture}"` })).status).toBe(304)
  })

  test.each([
    ['upright', 1],
    ['turned by its EXIF', 6]
  ])('a box covers what it covers and a little more, never less (%s)', async (_, orientation) => {
    const source = await sharp({ create: { width: 1000, height: 1000, channels: 3, background: 'white' } })
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer()
    const made = await published(source, [
      [0.2004, 0.3004, 0.1, 0.2],
      [0.9, 0.9, 0.5, 0.5]
    ])
    const { data, info } = await sharp(made.bytes).raw().toBuffer({ resolveWithObject: true })
    const grey = (x: number, y: number) => data[(y * info.width + x) * info.channels] ?? 0

    for (const [x, y] of [
      [200, 300],
      [300, 500],
      [250, 400],
      [905, 905],
      [999, 999]
    ] as const)
      expect(grey(x, y)).toBeLessThan(60)
    for (const [x, y] of [
      [190, 400],
      [315, 400],
      [250, 285],
      [250, 515],
      [890, 950]
    ] as const)
      expect(grey(x, y)).toBeGreaterThan(200)
  })

  test('the same boxes give the same file, others another', async () => {
    const bytes = await photo()
    const first = await published(bytes, [[0, 0, 0.1, 0.1]])
    const again = await published(bytes, [[0, 0, 0.1, 0.1]])
    const other = await published(bytes, [[0.5, 0.5, 0.1, 0.1]])

    expect([again.picture, again.thumbnail]).toEqual([first.picture, first.thumbnail])
    expect(other.picture).not.toBe(first.picture)
  })

  test.each([
    ['grey', (picture: Sharp) => picture.greyscale().jpeg()],
    ['for print (CMYK)', (picture: Sharp) => picture.toColourspace('cmyk').jpeg()],
    ['see-through', (picture: Sharp) => picture.ensureAlpha(0.5).png()],
    ['of 16 bits', (picture: Sharp) => picture.toColourspace('rgb16').png()],
    ['of a palette', (picture: Sharp) => picture.png({ palette: true })],
    ['of one pixel', (picture: Sharp) => picture.resize(1, 1).png()]
  ])('a picture that is %s', async (_, change) => {
    const bytes = await change(sharp(await photo({ width: 300, height: 200 }))).toBuffer()
    const made = await published(bytes, [[0, 0, 0.5, 0.5]])

    expect(await sharp(made.bytes).metadata()).toMatchObject({
      format: 'webp',
      space: 'srgb',
      hasAlpha: false
    })
  })

  test('a page behind the end of a JPEG does not come along', async () => {
    const bytes = Buffer.concat([await photo(), Buffer.from('<html><script>alert(1)</script></html>')])
    const made = await published(bytes)

    expect(made.bytes.includes('script')).toBe(false)
    expect((await original(made.original)).headers.get('content-security-policy')).toBe(
      "default-src 'none'; sandbox"
    )
    expect((await original(made.original)).headers.get('content-type')).toBe('image/jpeg')
  })

  test('half a picture is published as far as it goes', async () => {
    const bytes = await photo()
    const made = await published(bytes.subarray(0, bytes.length / 2))
    expect(await sharp(made.bytes).metadata()).toMatchObject({ width: 640, height: 480 })
  })

  test('a recording never is', async () => {
    const { sha256 } = await server.media.store.take(webm({ seconds: 3 }))
    await expect(server.media.store.publish(sha256, [])).rejects.toMatchObject({ statusCode: 422 })
  })

  test('taken back, it is there for nobody; published again, it is', async () => {
    const made = await published(await photo())
    await server.media.store.withdraw(made.original)

    expect((await open(made.picture)).status).toBe(404)
    expect((await open(made.thumbnail)).status).toBe(404)
    await server.media.store.publish(made.original, [])
    expect((await open(made.picture)).status).toBe(200)
  })

  test('taken back while another report shows it, it stays', async () => {
    const made = await published(await photo())
    await database.db.query(
      `insert into report_category (code, name_vi, name_en, theme, resolve_hours, duplicate_radius_m, duplicate_days, position)
       values ('c', 'c', 'c', 'other', 8, 10, 10, 1) on conflict do nothing`
    )
    const id = randomUUID()
    await database.db.query(
      `insert into report (id, number, category_code, sensitive, urgent, geom, place_from, channel)
       values ($1, $2, 'c', false, false, st_setsrid(st_makepoint(105, 21), 4326), 'map', 'web')`,
      [id, `PA-2026-${id.slice(0, 6)}`]
    )
    await database.db.query(
      `insert into report_media (report_id, sha256, role, public_sha256, thumb_sha256)
       values ($1, decode($2, 'hex'), 'before', decode($3, 'hex'), decode($4, 'hex'))`,
      [id, made.original, made.picture, made.thumbnail]
    )
    await server.media.store.withdraw(made.original)
    expect((await open(made.picture)).status).toBe(200)

    await database.db.query(
      'update report_media set public_sha256 = null, thumb_sha256 = null where report_id = $1',
      [id]
    )
    await server.media.store.withdraw(made.original)
    expect((await open(made.picture)).status).toBe(404)
  })

  test('a public picture that somebody sends in again can be published again', async () => {
    const first = await published(await photo())
    expect((await sent(first.bytes)).status).toBe(204)
    const again = await server.media.store.publish(first.picture, [])

    expect((await open(again.picture)).status).toBe(200)
    expect((await open(first.picture)).status).toBe(200)
  })
})

describe('who may read', () => {
  test('an original is public under no address', async () => {
    const bytes = await photo()
    const { sha256 } = await server.media.store.take(bytes)

    expect((await open(sha256)).status).toBe(404)
    expect((await original(sha256)).status).toBe(200)
    expect((await original(sha256)).headers.get('cache-control')).toBe('private, no-store')
  })

  test('staff through a report that they may not see: 404, as if there were none', async () => {
    const { sha256 } = await server.media.store.take(await photo())
    const response = await fetch(`${server.url}/api/staff/media/${sha256}?report=${randomUUID()}`)

    expect(response.status).toBe(404)
    expect((await response.json()).detail).toBe('Không có tệp này, hoặc tệp không được công khai.')
  })

  test.each(['..%2f..%2fowner.lock', 'A'.repeat(64), '0'.repeat(63), `${'0'.repeat(64)}%00`])(
    'a file called %s',
    async (name) => {
      expect([400, 404]).toContain((await open(name)).status)
      expect([400, 404]).toContain((await original(name)).status)
    }
  )

  test('a small picture for lists of staff, without metadata', async () => {
    const { sha256 } = await server.media.store.take(await photo({ width: 1600, height: 1200 }))
    const response = await original(sha256, '&size=thumbnail')

    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(await sharp(await bytesOf(response)).metadata()).toMatchObject({ width: 400, height: 300 })
    expect(
      (await original(sha256, '&size=thumbnail', { 'if-none-match': `"${sha256}-thumbnail"` })).status
    ).toBe(304)
  })

  test('a recording in parts, so that players can go to a place in it', async () => {
    const { sha256 } = await server.media.store.take(webm({ seconds: 9 }))
    const whole = await bytesOf(await original(sha256))
    const part = await original(sha256, '', { range: 'bytes=10-19' })
    const rest = await original(sha256, '', { range: 'bytes=100-' })
    const beyond = await original(sha256, '', { range: `bytes=${whole.length}-` })
    const other = await original(sha256, '', { range: 'bytes=10-19', 'if-range': '"another"' })

    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.length}`)
    expect((await bytesOf(part)).equals(whole.subarray(10, 20))).toBe(true)
    expect((await bytesOf(rest)).equals(whole.subarray(100))).toBe(true)
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe(`bytes */${whole.length}`)
    expect(other.status).toBe(200)
  })

  test('HEAD tells its size and sends nothing', async () => {
    const bytes = await photo()
    const { sha256 } = await server.media.store.take(bytes)
    const response = await fetch(`${server.url}/api/staff/media/${sha256}?report=${REPORT}`, {
      method: 'HEAD'
    })

    expect(response.headers.get('content-length')).toBe(String(bytes.length))
  })

  test('a file whose bytes are gone is not promised', async () => {
    const { sha256 } = await server.media.store.take(await photo())
    await server.media.files.remove(sha256)

    expect((await original(sha256)).status).toBe(404)
  })
})

test('a file that a reader of the store meets is whole and only its owner’s', async () => {
  const bytes = await photo()
  await server.media.store.take(bytes)
  const path = join(server.dataDir, 'media', addressOf(hashOf(bytes)))

  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(statSync(path).mode & 0o077).toBe(0)
})
