import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, NodeIO } from '@gltf-transform/core'
import { KHRDracoMeshCompression } from '@gltf-transform/extensions'
import draco from 'draco3dgltf'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSteleHouse } from '../../data/demo/relic-model.ts'
import { compressModel } from '../../server/media/exhibits/compress-model.ts'
import { openFiles } from '../../server/media/open.ts'
import { addressOf } from '../../server/media/store.ts'
import { communeData, point } from '../support/commune-data.ts'
import { exhibitDesk, type ExhibitDesk } from '../support/exhibits.ts'
import { hashOf } from '../support/media-app.ts'
import { emptyPng, photo } from '../support/media-files.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: ExhibitDesk
let house: Buffer
let poster: string
const HERE = '00351'

beforeAll(async () => {
  server = await startServer()
  const all = { commune_code: HERE, rank: 'provincial' }
  await communeData(server.db).publish('relics', [
    { ...all, ref: '1', name: 'Đình Xoay', geom: point(105.3, 18.3) },
    { ...all, ref: '2', name: 'Chùa Mẫu', geom: point(105.31, 18.31) }
  ])
  desk = await exhibitDesk(server, HERE)
  house = await makeSteleHouse()
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/staff/relics/chua-mau/image-files',
    headers: { ...desk.headers, 'content-type': 'application/octet-stream' },
    payload: await photo()
  })
  poster = response.json<{ sha256: string }>().sha256
})
afterAll(() => server.stop())

const WORDS = {
  ...{ altVi: 'Sân đình', altEn: 'The court', captionVi: null, captionEn: null },
  ...{ transcriptVi: null, transcriptEn: null, author: 'Trần Thị B', licence: 'CC BY 4.0', takenOn: null }
}
const get = (url: string) => server.app.inject({ url })
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: width % 256, g: 120, b: 60 } } })
    .jpeg()
    .toBuffer()

/** The model with the text of its JSON changed. */
function rewritten(change: (text: string) => string) {
  const length = house.readUInt32LE(12)
  const text = Buffer.from(change(house.toString('utf8', 20, 20 + length)))
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 0x20)])
  const rest = house.subarray(20 + length)
  const head = Buffer.alloc(20)
  house.copy(head, 0, 0, 20)
  head.writeUInt32LE(20 + padded.length + rest.length, 8)
  head.writeUInt32LE(padded.length, 12)
  return Buffer.concat([head, padded, rest])
}
const changed = (change: (json: Record<string, unknown>) => void) =>
  rewritten((text) => {
    const json = JSON.parse(text)
    change(json)
    return JSON.stringify(json)
  })
const nested = (depth: number) =>
  rewritten((text) => text.replace(/} *$/, `,"extras":{"in":${'['.repeat(depth)}${']'.repeat(depth)}}}`))

describe('a panorama', () => {
  test('is served in parts of at most 512 px, after a flat picture', async () => {
    const bytes = await picture(5000, 2500)
    const { exhibits } = await desk.add('dinh-xoay', 'panorama', bytes, WORDS)
    const file = exhibits[0]?.file
    const page = (await get('/di-tich/dinh-xoay')).body
    const first = await get(`/api/media/${file}/tiles/0/0`)

    expect(page).toContain('data-view="panorama"')
    expect(page).toContain('data-width="4992"')
    expect(page).toMatch(/src="\/iiif\/[0-9a-f]{64}\/full\/960,480\/0\/default.webp"/)
    expect(await sharp(first.rawPayload).metadata()).toMatchObject({
      width: 312,
      height: 312,
      format: 'webp'
    })
    expect(first.headers['cache-control']).toContain('immutable')
    expect((await get(`/api/media/${file}/tiles/15/7`)).statusCode).toBe(200)
    for (const path of [`${file}/tiles/16/0`, `${file}/tiles/0/8`, `${file}`, hashOf(bytes)])
      expect((await get(`/api/media/${path}`)).statusCode).toBe(404)
  })

  test('counts for item 5 of the rule', async () => {
    const { rows } = await server.db.query(
      `select more from open.relic_scores join open.relic_slugs using (site_id) where slug = 'dinh-xoay'`
    )
    expect(rows).toEqual([{ more: true }])
  })

  test.each([
    ['of the wrong ratio', () => picture(1500, 1000), 422, '1.50:1 (1500 × 1000)'],
    ['of one pixel', () => picture(1, 1), 422, '1.00:1 (1 × 1)'],
    ['of 200 megapixels', () => emptyPng(20_000, 10_000), 413, '60 million pixels'],
    ['that is a page', () => Buffer.from('<!doctype html><html><body>x</body></html>'), 415, 'JPEG, PNG']
  ])('%s is refused in a sentence', async (_, bytes, status, words) => {
    const response = await desk.sendFile('dinh-xoay', 'panorama', await bytes())
    expect(response.statusCode).toBe(status)
    expect(response.json().detail).toContain(words)
  })

  test('whose file is lost leaves the page whole, and taken down it is gone by every route', async () => {
    const { exhibits } = await desk.add('chua-mau', 'panorama', await picture(640, 320), WORDS)
    const [{ id, version, file } = { id: 0, version: 0, file: '' }] = exhibits
    await rm(join(server.environment.DATA_DIR, 'media', addressOf(file)))
    const page = await get('/di-tich/chua-mau')

    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Tệp hiện không đọc được')
    expect(page.body).not.toContain('data-view')
    const [, shown] = /\/iiif\/([0-9a-f]{64})/.exec(page.body) ?? []
    await desk.send('DELETE', `chua-mau/exhibits/${id}`, undefined, version)
    for (const path of [`/api/media/${file}/tiles/0/0`, `/api/media/${shown}`, `/iiif/${shown}/info.json`])
      expect([path, (await get(path)).statusCode]).toEqual([path, 404])
  })
})

describe('a model', () => {
  const add = (bytes: Buffer, more: object = {}) =>
    desk.add('chua-mau', 'model', bytes, { ...WORDS, poster, ...more })

  test('is served compressed with Meshopt, after its poster; the original is kept', async () => {
    const note = 'Nguyễn Văn Bí Mật'
    const bytes = changed((json) => {
      const asset = { ...(json['asset'] as object), copyright: note, extras: { by: note } }
      const nodes = (json['nodes'] as object[]).map((node) => ({ ...node, name: note }))
      Object.assign(json, { asset, nodes, extras: { by: note } })
    })
    const { exhibits } = await add(bytes)
    const served = await get(`/api/media/${exhibits[0]?.file}`)
    const { json } = await new NodeIO().binaryToJSON(served.rawPayload)
    const page = await get('/di-tich/chua-mau')

    expect(served.headers['content-type']).toBe('model/gltf-binary')
    expect(json.extensionsRequired).toContain('EXT_meshopt_compression')
    expect(served.rawPayload.includes('Bí Mật')).toBe(false)
    expect(served.rawPayload.length).toBeLessThan(bytes.length)
    expect(page.body).toContain('data-view="model"')
    expect(page.body).toContain(`href="/api/media/${exhibits[0]?.file}" download`)
    expect(page.headers['content-security-policy']).toContain("'wasm-unsafe-eval'")
    expect((await get('/di-tich/dinh-xoay')).headers['content-security-policy']).not.toContain('wasm')
    expect(await openFiles({ dataDir: server.environment.DATA_DIR }).sizeOf(hashOf(bytes))).toBe(bytes.length)
  })

  test('that came with Draco is taken, and served with Meshopt', async () => {
    const io = new NodeIO().registerExtensions([KHRDracoMeshCompression])
    io.registerDependencies({ 'draco3d.encoder': await draco.createEncoderModule() })
    const document = await io.readBinary(house)
    document.createExtension(KHRDracoMeshCompression).setRequired(true)
    const bytes = Buffer.from(await io.writeBinary(document))
    const { json } = await new NodeIO().binaryToJSON(await compressModel(bytes))

    expect(bytes.includes('KHR_draco_mesh_compression')).toBe(true)
    expect((await desk.sendFile('chua-mau', 'model', bytes)).statusCode).toBe(201)
    expect(json.extensionsRequired).toContain('EXT_meshopt_compression')
    expect(json.extensionsUsed).not.toContain('KHR_draco_mesh_compression')
  })

  test('tells nothing of the coordinates at which it was scanned', async () => {
    const [east, north] = [1_184_321.25, 587_654.5]
    const bytes = changed((json) => {
      const nodes = json['nodes'] as object[]
      const scan = { children: nodes.map((_, at) => at), translation: [east, 12, -north] }
      Object.assign(json, { nodes: [...nodes, scan], scenes: [{ nodes: [nodes.length] }], scene: 0 })
    })
    const { json } = await new NodeIO().binaryToJSON(await compressModel(bytes))
    const { json: plain } = await new NodeIO().binaryToJSON(await compressModel(house))

    expect(json.nodes).toEqual(plain.nodes)
    expect(Math.max(...(json.nodes ?? []).flatMap(({ translation = [] }) => translation))).toBeLessThan(10)
  })

  test('that moves at such coordinates is not shown', async () => {
    const document = await new NodeIO().readBinary(house)
    const [node = document.createNode()] = document.getRoot().listNodes()
    const accessor = (type: 'SCALAR' | 'VEC3', values: number[]) =>
      document.createAccessor().setType(type).setArray(new Float32Array(values))
    const sampler = document.createAnimationSampler()
    sampler.setInput(accessor('SCALAR', [0, 1]))
    sampler.setOutput(accessor('VEC3', [1_184_321, 0, 0, 1_184_322, 0, 0]))
    const channel = document.createAnimationChannel().setTargetNode(node).setTargetPath('translation')
    document.createAnimation().addSampler(sampler).addChannel(channel.setSampler(sampler))
    for (const one of document.getRoot().listAccessors())
      one.setBuffer(document.getRoot().listBuffers()[0] ?? null)

    await expect(compressModel(await new NodeIO().writeBinary(document))).rejects.toMatchObject({
      statusCode: 422
    })
  })

  test('needs a poster', async () => {
    const sha256 = await desk.handIn('chua-mau', 'model', house)
    const response = await desk.send('POST', 'chua-mau/exhibits', { kind: 'model', sha256, ...WORDS })
    expect(response.statusCode).toBe(422)
  })

  test('taken down it is gone by every route, with its poster, once no twin is shown elsewhere', async () => {
    // Without its notes the house is the model that is there already.
    const twins = await desk.add('dinh-xoay', 'model', house, { ...WORDS, poster })
    const shown = (await desk.read('chua-mau')).exhibits[0]
    const files = [shown?.file, shown?.thumbnail]
    const statuses = async () =>
      Promise.all(files.map(async (name) => (await get(`/api/media/${name}`)).statusCode))
    const twin = twins.exhibits.find(({ kind }) => kind === 'model')
    expect(twin?.file).toBe(shown?.file)

    await desk.send('DELETE', `dinh-xoay/exhibits/${twin?.id}`, undefined, twin?.version)
    expect(await statuses()).toEqual([200, 200])
    await desk.send('DELETE', `chua-mau/exhibits/${shown?.id}`, undefined, shown?.version)
    expect(await statuses()).toEqual([404, 404])
  })

  const texture = (bytes: Buffer, mime: string, more = 0) => {
    const document = new Document()
    for (let at = 0; at < more; at++) document.createTexture().setImage(bytes).setMimeType(mime)
    const primitive = document
      .createPrimitive()
      .setAttribute(
        'POSITION',
        document
          .createAccessor()
          .setType('VEC3')
          .setArray(new Float32Array(9).map((_, at) => at % 4))
          .setBuffer(document.createBuffer())
      )
      .setMaterial(
        document
          .createMaterial()
          .setBaseColorTexture(document.createTexture().setImage(bytes).setMimeType(mime))
      )
    document
      .createScene()
      .addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)))
    return new NodeIO().writeBinary(document).then((glb) => Buffer.from(glb))
  }

  test.each([
    [
      'with an outside buffer',
      () => changed((json) => (json['buffers'] = [{ uri: 'geo.bin', byteLength: 9 }])),
      'geo.bin'
    ],
    [
      'with an outside picture',
      () => changed((json) => (json['images'] = [{ uri: 'https://la.example/a.png' }])),
      'la.example'
    ],
    [
      'with an address among its notes',
      () => changed((json) => (json['extras'] = { uri: '//la.example' })),
      'la.example'
    ],
    ['with a script', () => changed((json) => (json['extras'] = { run: 'javascript:alert(1)' })), 'script'],
    [
      'that behaves',
      () => changed((json) => (json['extensionsUsed'] = ['KHR_interactivity'])),
      'KHR_interactivity'
    ],
    [
      'that requires what nobody knows',
      () =>
        changed((json) => Object.assign(json, { extensionsUsed: ['LA_x'], extensionsRequired: ['LA_x'] })),
      'LA_x'
    ],
    [
      'with too many triangles',
      () =>
        changed((json) =>
          (json['accessors'] as { count: number }[]).forEach((one) => (one.count = 1_000_000))
        ),
      'triangles'
    ],
    [
      'that repeats a part without end',
      () =>
        changed((json) => {
          const nodes = Array.from({ length: 9000 }, () => ({ mesh: 0 }))
          Object.assign(json, { nodes, scenes: [{ nodes: nodes.map((_, at) => at) }] })
        }),
      'triangles'
    ],
    ['nested without end', () => nested(200_000), 'nesting'],
    [
      'that claims to unfold to more than memory holds',
      () =>
        changed((json) => {
          const packed = { buffer: 0, byteLength: 9, mode: 'ATTRIBUTES', count: 100_000_000, byteStride: 16 }
          Object.assign(json, { extensionsUsed: ['EXT_meshopt_compression'] })
          Object.assign((json['bufferViews'] as object[])[0]!, {
            extensions: { EXT_meshopt_compression: packed }
          })
        }),
      'bufferViews'
    ],
    [
      'with more pixels of texture than are worked on',
      () => texture(emptyPng(4096, 4096), 'image/png', 6),
      '118 million'
    ],
    [
      'against the standard',
      () => changed((json) => ((json['nodes'] as { mesh: number }[])[0] = { mesh: 99 })),
      'glTF 2.0'
    ],
    ['cut short', () => house.subarray(0, house.length - 40), 'cut short'],
    ['with a texture of 4,097 px', () => texture(emptyPng(4097, 16), 'image/png'), '4097 × 16'],
    ['with a texture of 200 megapixels', () => texture(emptyPng(20_000, 10_000), 'image/png'), '60 million'],
    [
      'with a page for a texture',
      () => texture(Buffer.from(`<svg xmlns="x" onload="alert(1)"/>${' '.repeat(60)}`), 'image/png'),
      'PNG, JPEG or WebP'
    ]
  ])('%s is refused in a sentence', async (_, bytes, words) => {
    const response = await desk.sendFile('chua-mau', 'model', await bytes())
    expect([422, 413]).toContain(response.statusCode)
    expect(response.json().detail).toContain(words)
  })

  test('that is no binary glTF is refused', async () => {
    expect(
      (await desk.sendFile('chua-mau', 'model', Buffer.from('{"asset":{"version":"2.0"}}'))).statusCode
    ).toBe(415)
  })
})
