import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFiles } from '../../server/media/keeping.ts'
import { openFiles } from '../../server/media/open.ts'
import { addressOf } from '../../server/media/store.ts'
import type { RelicImages } from '../../server/relics/image-contract.ts'
import { signedIn } from '../support/accounts.ts'
import { communeData, multipolygon, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let headers: Record<string, string>
const HERE = '00331'
const BASE = 'http://xa.example.vn'
/** Corners of a square from its south-west one, the ring not closed. */
const ring = (lng: number, lat: number, size: number) =>
  (
    [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size]
    ] as const
  ).map(([dx, dy]) => [Number((lng + dx).toFixed(4)), Number((lat + dy).toFixed(4))] as [number, number])
const closed = (corners: [number, number][]) => [...corners, corners[0]]
const HIDDEN = { lng: 105.033_713, lat: 20.035_179 }

beforeAll(async () => {
  server = await startServer({ publicUrl: BASE })
  const all = {
    commune_code: HERE,
    rank: 'provincial',
    description: 'Dựng năm 1740.',
    protected: null as boolean | null
  }
  await communeData(server.db).publish('relics', [
    { ...all, ref: '1', name: 'Đình Ảnh', period: 'Thế kỷ XVIII', geom: point(105.3, 18.3) },
    { ...all, ref: '2', name: 'Gò Kín', geom: point(HIDDEN.lng, HIDDEN.lat), protected: true },
    {
      ...all,
      ref: '3',
      name: 'Miếu Trống',
      description: '<Bản thảo> & <hết>',
      geom: multipolygon([[ring(105.32, 18.32, 0.004), ring(105.321, 18.321, 0.001)]])
    },
    { ...all, ref: '4', name: 'Chùa Mất', geom: point(105.33, 18.33) }
  ])
  headers = {
    ...(await signedIn(server.db, { role: 'culture', communeCode: HERE })).headers,
    origin: BASE
  }
  await add('dinh-anh', await picture(1600, 1000), { captionVi: 'Sân <đình>', captionEn: 'The court' })
  await add('dinh-anh', await picture(900, 1200), {
    licence: 'permission',
    author: 'Bảo tàng tỉnh',
    altEn: null
  })
  await add('go-kin', await withPlace())
})
afterAll(() => server.stop())

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: width % 256, g: 120, b: 60 } } })
    .jpeg()
    .toBuffer()
const withPlace = async () =>
  sharp(await picture(1200, 800))
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '20/1 2/1 6/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '105/1 2/1 1/1'
      }
    })
    .jpeg()
    .toBuffer()

async function add(slug: string, bytes: Buffer, more: object = {}) {
  const url = `/api/staff/relics/${slug}`
  const post = (path: string, payload: object, type: string) =>
    server.app.inject({
      method: 'POST',
      url: `${url}/${path}`,
      headers: { ...headers, 'content-type': type },
      payload
    })
  const { sha256 } = (await post('image-files', bytes, 'application/octet-stream')).json<{ sha256: string }>()
  const words = {
    kind: 'image',
    altVi: 'Mặt trước đình',
    altEn: 'The front',
    captionVi: null,
    captionEn: null,
    author: 'Trần Thị B',
    licence: 'CC BY 4.0',
    takenOn: '2025-03-04',
    ...more
  }
  const response = await post('images', { sha256, ...words }, 'application/json')
  if (response.statusCode !== 201) throw new Error(response.body)
  return response.json<RelicImages>()
}
const get = (url: string, more: Record<string, string> = {}) => server.app.inject({ url, headers: more })
const imagesOf = async (slug: string) =>
  (await server.app.inject({ url: `/api/staff/relics/${slug}/images`, headers })).json<RelicImages>().images
const nameOf = async (slug: string, index = 0) => {
  const image = (await imagesOf(slug))[index]
  if (!image) throw new Error(`${slug} has no image ${index}`)
  return image.picture
}

describe('the page', () => {
  test('shows the cover at once and small, the others as one scrolls, each with its words', async () => {
    const { body } = await get('/di-tich/dinh-anh')
    const images = [...body.matchAll(/<img[^>]*>/g)].map(([tag]) => tag.replace(/\s+/g, ' '))
    const cover = await nameOf('dinh-anh')

    expect(images).toHaveLength(2)
    expect(images[0]).toContain(`src="/iiif/${cover}/full/800,500/0/default.webp" width="800" height="500"`)
    expect(images[0]).toContain('alt="Mặt trước đình"')
    expect(images[0]).not.toContain('lazy')
    expect(body).toMatch(
      new RegExp(
        `media="\\(max-width: 760px\\)"\\s+type="image/webp"\\s+srcset="/iiif/${cover}/full/480,300/`
      )
    )
    expect(images[1]).toContain('width="300" height="400"')
    expect(images[1]).toContain('loading="lazy"')
    expect(body).toContain('<span lang="vi">Sân &lt;đình&gt;</span>')
    expect(body.replace(/\s+/g, ' ')).toContain(
      'Ảnh: Trần Thị B, 04/03/2025 · <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>'
    )
    expect(body).toContain('Bảo tàng tỉnh')
    expect(body).toContain('Giữ bản quyền, được phép công bố')
    expect(body).toContain('href="/di-tich/dinh-anh/manifest.json"')
    expect(body).not.toMatch(/<script(?! type="(application\/ld\+json|module" src="\/di-tich\/chia-se\.js)")/)
  })

  test('every file that it names is there, in the size that it says', async () => {
    const { body } = await get('/di-tich/dinh-anh')
    const named = [...body.matchAll(/"(\/(?:iiif|api\/media)\/[^" ]+)"/g)].map(([, path]) => path ?? '')

    expect(new Set(named).size).toBeGreaterThan(4)
    for (const path of new Set(named)) expect([path, (await get(path)).statusCode]).toEqual([path, 200])
    const cover = /src="(\/iiif[^"]+)"\s+width="(\d+)"\s+height="(\d+)"/.exec(body) ?? []
    const { width, height } = await sharp((await get(cover[1] ?? '')).rawPayload).metadata()
    expect([String(width), String(height)]).toEqual([cover[2], cover[3]])
  })

  test('says in English what has English words, and marks what has none', async () => {
    const { body } = await get('/di-tich/dinh-anh?lang=en')

    expect(body).toMatch(/alt="The front"\s+lang="en"/)
    expect(body).toMatch(/alt="Mặt trước đình"\s+lang="vi"/)
    expect(body).toContain('<span lang="en">The court</span>')
    expect(body).toContain('All rights reserved, published with permission')
  })

  test('gives shared links and search engines the cover, with whom to name', async () => {
    const { body } = await get('/di-tich/dinh-anh')
    const cover = await nameOf('dinh-anh')
    const data = JSON.parse(/<script type="application\/ld\+json">(.+?)<\/script>/.exec(body)?.[1] ?? '')

    expect(body).toContain(`property="og:image" content="${BASE}/iiif/${cover}/full/1200,750/0/default.jpg"`)
    expect(body).toContain('property="og:image:width" content="1200"')
    expect(body).toContain('property="og:image:height" content="750"')
    expect(body).toContain('property="og:image:alt" content="Mặt trước đình"')
    expect(data.image[0]).toMatchObject({
      '@type': 'ImageObject',
      contentUrl: `${BASE}/iiif/${cover}/full/1200,750/0/default.jpg`,
      thumbnailUrl: `${BASE}/iiif/${cover}/full/480,300/0/default.webp`,
      width: 1200,
      creditText: 'Trần Thị B',
      license: 'https://creativecommons.org/licenses/by/4.0/'
    })
    expect(data.image[1]).toMatchObject({ copyrightNotice: '© Bảo tàng tỉnh' })
    expect(data.image[1].license).toBeUndefined()
  })

  test('of a relic without pictures speaks of none', async () => {
    const { body } = await get('/di-tich/mieu-trong')
    expect(body).not.toMatch(/og:image|<img|manifest\.json|Hình ảnh/)
  })

  test('of a hidden relic shows its pictures, in which no place is', async () => {
    const { body } = await get('/di-tich/go-kin')
    const shown = await get(/src="([^"]+default\.webp)"/.exec(body)?.[1] ?? '')

    expect(shown.statusCode).toBe(200)
    expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined()
  })

  test('serves without a picture whose file is gone, says so, and the checksum job tells of it', async () => {
    await add('chua-mat', await picture(1000, 700))
    await add('chua-mat', await picture(1000, 701))
    const gone = await nameOf('chua-mat')
    const dataDir = server.environment.DATA_DIR
    await rm(join(dataDir, 'media', addressOf(gone)))
    const { statusCode, body } = await get('/di-tich/chua-mat')

    expect(statusCode).toBe(200)
    expect(body).toContain('Tệp ảnh hiện không đọc được trên máy chủ')
    expect(body).not.toContain(`${gone}/full`)
    expect(body.match(/<img/g)).toHaveLength(1)
    expect(body).toContain(`${await nameOf('chua-mat', 1)}/full/1000`.replace('/full/1000', '/full/max'))
    expect((await get('/di-tich/chua-mat/manifest.json')).json().items).toHaveLength(1)
    expect((await get(`/iiif/${gone}/full/max/0/default.jpg`)).statusCode).toBe(404)

    const told: string[] = []
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (line: unknown) => void told.push(String(line))
    }
    const files = openFiles({ dataDir })
    expect(await checkFiles({ db: server.db, files, log })).toEqual([gone])
    expect(told.join()).toContain(gone)
    expect((await get('/health/media')).json()).toMatchObject({ status: 'damaged', damaged: 1 })
  })
})

describe('a picture by IIIF', () => {
  test('info.json has what the Image API requires, and is read by any page', async () => {
    const id = `${BASE}/iiif/${await nameOf('dinh-anh')}`
    const response = await get(`${id.slice(BASE.length)}/info.json`)
    const info = response.json()

    expect(Object.keys(info)[0]).toBe('@context')
    expect(info).toMatchObject({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id,
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level1',
      width: 1600,
      height: 1000,
      tiles: [{ width: 512, scaleFactors: [1, 2, 4] }]
    })
    expect(info.sizes.at(-1)).toEqual({ width: 1600, height: 1000 })
    expect(response.headers['content-type']).toBe(
      'application/ld+json;profile="http://iiif.io/api/image/3/context.json"'
    )
    expect(response.headers['access-control-allow-origin']).toBe('*')
    const plain = await get(`${id.slice(BASE.length)}/info.json`, { accept: 'application/json' })
    expect(plain.headers['content-type']).toBe('application/json')
  })

  test('takes no notice of what viewers append', async () => {
    const id = `/iiif/${await nameOf('dinh-anh')}`
    const answers = await Promise.all(
      ['?t=1', '/info.json?t=1', '/full/400,/0/default.jpg?token=a'].map((path) => get(id + path))
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 200, 200])
  })

  test('its base address leads to info.json', async () => {
    const id = await nameOf('dinh-anh')
    const response = await get(`/iiif/${id}`)

    expect(response.statusCode).toBe(303)
    expect(response.headers.location).toBe(`${BASE}/iiif/${id}/info.json`)
  })

  test.each([
    ['full/max/0/default.jpg', 1600, 1000, 'jpeg', 'full/max/0/default.jpg'],
    ['full/400,/0/default.jpg', 400, 250, 'jpeg', 'full/400,250/0/default.jpg'],
    ['full/,250/0/default.webp', 400, 250, 'webp', 'full/400,250/0/default.webp'],
    ['square/200,/0/gray.jpg', 200, 200, 'jpeg', '300,0,1000,1000/200,200/0/gray.jpg'],
    ['1536,512,512,512/64,488/0/default.jpg', 64, 488, 'jpeg', '1536,512,64,488/max/0/default.jpg']
  ])('%s', async (path, width, height, format, canonical) => {
    const id = await nameOf('dinh-anh')
    const response = await get(`/iiif/${id}/${path}`)

    expect(response.statusCode).toBe(200)
    expect(await sharp(response.rawPayload).metadata()).toMatchObject({ width, height, format })
    expect(response.headers.link).toContain(`<${BASE}/iiif/${id}/${canonical}>;rel="canonical"`)
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(response.headers['access-control-allow-origin']).toBe('*')
    const again = await get(`/iiif/${id}/${canonical}`, { 'if-none-match': String(response.headers.etag) })
    expect(again.statusCode).toBe(304)
  })

  test.each([
    ['full/^3200,/0/default.jpg', 501],
    ['full/1601,/0/default.jpg', 400],
    ['full/max/90/default.jpg', 400],
    ['full/max/0/default.tif', 400],
    ['5000,0,10,10/max/0/default.jpg', 400]
  ])('%s is refused with %i and a sentence', async (path, status) => {
    const response = await get(`/iiif/${await nameOf('dinh-anh')}/${path}`)

    expect(response.statusCode).toBe(status)
    expect(response.json().detail).toMatch(/\S/)
  })

  test('nothing else of the store has an address there: originals, thumbnails, what was taken down', async () => {
    const before = (await add('mieu-trong', await picture(640, 480))).images[0]
    if (!before) throw new Error('nothing was added')
    for (const name of [before.sha256, before.thumbnail, '0'.repeat(64), '..%2f..%2fowner.lock', 'x'])
      for (const path of ['', '/info.json', '/full/max/0/default.jpg'])
        expect([name, (await get(`/iiif/${name}${path}`)).statusCode]).toEqual([name, 404])
    const path = `/iiif/${before.picture}/full/max/0/default.jpg`
    expect((await get(path)).statusCode).toBe(200)
    await server.app.inject({
      method: 'DELETE',
      url: `/api/staff/relics/mieu-trong/images/${before.id}`,
      headers: { ...headers, 'if-match': `"${before.version}"` }
    })
    expect((await get(path)).statusCode).toBe(404)
  })

  test('the same part asked for by many at once is the same picture for all', async () => {
    const path = `/iiif/${await nameOf('dinh-anh')}/0,0,512,512/max/0/default.jpg`
    const answers = await Promise.all(Array.from({ length: 12 }, () => get(path)))

    expect(new Set(answers.map(({ rawPayload }) => rawPayload.toString('base64'))).size).toBe(1)
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true)
  })
})

describe('the manifest', () => {
  const read = async (slug: string) => (await get(`/di-tich/${slug}/manifest.json`)).json()
  type Json = Record<string, unknown>

  /** Language maps: a language or `none`, each a list of texts. */
  const isLanguageMap = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([lang, texts]) =>
        ['vi', 'en', 'none'].includes(lang) &&
        Array.isArray(texts) &&
        texts.every((text) => typeof text === 'string')
    )

  test('has what the Presentation API requires, on every level', async () => {
    const manifest = await read('dinh-anh')

    expect(Object.keys(manifest)[0]).toBe('@context')
    expect(manifest['@context'].at(-1)).toBe('http://iiif.io/api/presentation/3/context.json')
    expect(manifest).toMatchObject({ id: `${BASE}/di-tich/dinh-anh/manifest.json`, type: 'Manifest' })
    for (const map of [
      manifest.label,
      manifest.summary,
      manifest.requiredStatement.label,
      manifest.requiredStatement.value
    ])
      expect([map, isLanguageMap(map)]).toEqual([map, true])
    for (const { label, value } of manifest.metadata)
      expect([isLanguageMap(label), isLanguageMap(value)]).toEqual([true, true])
    const periods = manifest.metadata.filter(({ label }: Json) => JSON.stringify(label).includes('Niên đại'))
    expect(periods.map(({ value }: Json) => Object.keys(value as Json))).toEqual([['vi']])
    for (const agent of manifest.provider)
      expect(agent).toMatchObject({
        id: expect.stringMatching(/^http:/),
        type: 'Agent',
        label: expect.anything()
      })
    for (const page of manifest.homepage)
      expect(page).toMatchObject({
        id: expect.stringMatching(/^http:/),
        type: 'Text',
        label: expect.anything()
      })
    expect(manifest.items).toHaveLength(2)
    const ids: string[] = []
    for (const canvas of manifest.items) {
      expect(canvas).toMatchObject({ type: 'Canvas', width: expect.any(Number), height: expect.any(Number) })
      const [page] = canvas.items
      expect(page.type).toBe('AnnotationPage')
      const [painting] = page.items
      expect(painting).toMatchObject({ type: 'Annotation', motivation: 'painting', target: canvas.id })
      expect(painting.body).toMatchObject({ type: 'Image', format: 'image/jpeg' })
      expect(painting.body.service).toEqual([
        { id: expect.stringMatching(/\/iiif\/[0-9a-f]{64}$/), type: 'ImageService3', profile: 'level1' }
      ])
      ids.push(canvas.id, page.id, painting.id)
      const body = await get(painting.body.id.slice(BASE.length))
      const { width, height } = await sharp(body.rawPayload).metadata()
      expect({ width, height }).toEqual({ width: painting.body.width, height: painting.body.height })
      const info = await get(`${painting.body.service[0].id.slice(BASE.length)}/info.json`)
      expect(info.json()).toMatchObject({
        id: painting.body.service[0].id,
        width: canvas.width,
        height: canvas.height
      })
    }
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('names author and licence of each; the whole has rights only where all have the same', async () => {
    const { items, rights, requiredStatement } = await read('dinh-anh')
    const by = 'http://creativecommons.org/licenses/by/4.0/'

    expect(items.map((canvas: Json) => canvas['rights'])).toEqual([by, undefined])
    expect(rights).toBeUndefined()
    expect(requiredStatement.value.vi).toEqual([
      'Trần Thị B · CC BY 4.0',
      'Bảo tàng tỉnh · Giữ bản quyền, được phép công bố'
    ])
    expect((await read('go-kin')).rights).toBe(by)
  })

  test('tells the place, of a hidden one the cell alone', async () => {
    const open = (await read('dinh-anh')).navPlace
    expect(open).toMatchObject({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'Point' } }]
    })
    const hidden = await get('/di-tich/go-kin/manifest.json')
    const { geometry } = hidden.json().navPlace.features[0]

    expect(geometry.type).toBe('MultiPolygon')
    expect(geometry.coordinates[0][0]).toHaveLength(5)
    expect(hidden.body).not.toContain('105.0337')
    expect(hidden.body).not.toContain('20.0351')
  })

  test('holes of a ground stay holes, and plain text that looks like HTML is told as text', async () => {
    const { navPlace, summary } = await read('mieu-trong')

    expect(navPlace.features[0].geometry.coordinates).toEqual([
      [closed(ring(105.32, 18.32, 0.004)), closed(ring(105.321, 18.321, 0.001))]
    ])
    expect(summary.vi).toEqual(['<span>&lt;Bản thảo&gt; &amp; &lt;hết&gt;</span>'])
    expect((await read('dinh-anh')).summary.vi).toEqual(['Dựng năm 1740.'])
  })

  test('is read by any page, and unknown relics have none', async () => {
    const response = await get('/di-tich/dinh-anh/manifest.json')

    expect(response.headers['access-control-allow-origin']).toBe('*')
    expect(response.headers['content-type']).toBe(
      'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
    )
    expect((await get('/di-tich/khong-co/manifest.json')).statusCode).toBe(404)
  })

  test('of a relic without pictures and sounds has one empty canvas that says so, and nobody to name', async () => {
    const { items, requiredStatement } = await read('mieu-trong')
    expect(items).toEqual([
      {
        id: `${BASE}/di-tich/mieu-trong/manifest.json/canvas/0`,
        type: 'Canvas',
        label: { vi: [expect.stringMatching(/chưa có ảnh/)], en: [expect.stringMatching(/no picture/)] },
        height: expect.any(Number),
        width: expect.any(Number)
      }
    ])
    expect(requiredStatement).toBeUndefined()
  })
})
