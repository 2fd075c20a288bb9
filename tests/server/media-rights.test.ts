import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../server/db/transaction.ts'
import { openMedia } from '../../server/media/open.ts'
import { findPictures } from '../../server/reports/act-queries.ts'
import { applyPictures } from '../../server/reports/public-pictures.ts'
import { createUnit, signedIn } from '../support/accounts.ts'
import { hashOf, metadataOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'
import { webm } from '../support/sound-files.ts'

// The whole application: who may send a file to which report, who may read which file of it.

let server: ReportsServer
beforeAll(async () => {
  server = await startReports()
})
afterAll(() => server.stop())

const TUS = { 'tus-resumable': '1.0.0' }

function begin(report: string, bytes: Uint8Array, headers: Record<string, string>) {
  return server.app.inject({
    method: 'POST',
    url: '/api/uploads',
    headers: {
      ...TUS,
      'upload-length': String(bytes.byteLength),
      'upload-metadata': metadataOf(report, hashOf(bytes)),
      ...headers
    }
  })
}

async function upload(report: string, bytes: Uint8Array, headers: Record<string, string>) {
  const begun = await begin(report, bytes, headers)
  if (begun.statusCode !== 201) return begun
  return server.app.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', ...headers },
    payload: Buffer.from(bytes)
  })
}

/** A report with a picture and a voice note, both received. */
async function reported() {
  const [picture, voice] = [
    await photo({ width: 200, height: 150 }),
    webm({ secret: `BÍ MẬT ${Math.random()}` })
  ]
  const { report, receipt } = await server.take(
    server.draft({
      media: [
        { sha256: hashOf(picture), role: 'before', sizeBytes: picture.length },
        { sha256: hashOf(voice), role: 'voice', sizeBytes: voice.length }
      ]
    })
  )
  const code = { 'x-report-code': report.code }
  for (const bytes of [picture, voice]) expect((await upload(report.id, bytes, code)).statusCode).toBe(204)
  return {
    ...report,
    number: receipt.number,
    picture,
    voice,
    pictureHash: hashOf(picture),
    voiceHash: hashOf(voice)
  }
}

const read = (report: string, sha256: string, headers: Record<string, string> = {}, more = '') =>
  server.app.inject({ url: `/api/staff/media/${sha256}?report=${report}${more}`, headers })

describe('sending', () => {
  test('with the report’s code: received, and the receipt says so', async () => {
    const report = await reported()
    const again = await server.send({
      ...server.draft(),
      id: report.id,
      code: report.code,
      media: [
        { sha256: report.pictureHash, role: 'before', sizeBytes: report.picture.length },
        { sha256: report.voiceHash, role: 'voice', sizeBytes: report.voice.length }
      ]
    })
    expect(again.statusCode).toBe(200)
    expect(again.json().media.map(({ received }: { received: boolean }) => received)).toEqual([true, true])
  })

  test('with no code, another’s code, or a file nobody announced: 404', async () => {
    const bytes = await photo({ width: 210, height: 150 })
    const { report } = await server.take(
      server.draft({ media: [{ sha256: hashOf(bytes), role: 'before', sizeBytes: bytes.length }] })
    )
    const { report: other } = await server.take()

    expect((await begin(report.id, bytes, {})).statusCode).toBe(404)
    expect((await begin(report.id, bytes, { 'x-report-code': other.code })).statusCode).toBe(404)
    expect((await begin(report.id, Buffer.from('x'), { 'x-report-code': report.code })).statusCode).toBe(404)
    expect((await begin(report.id, bytes, { 'x-report-code': report.code })).statusCode).toBe(201)
  })

  test('a picture announced as a voice note is not received', async () => {
    const bytes = await photo({ width: 220, height: 150 })
    const { report } = await server.take(
      server.draft({ media: [{ sha256: hashOf(bytes), role: 'voice', sizeBytes: bytes.length }] })
    )
    expect((await upload(report.id, bytes, { 'x-report-code': report.code })).statusCode).toBe(422)
  })

  test('by staff from another page: 403', async () => {
    const report = await reported()
    const { headers } = await signedIn(server.db)
    const bytes = await photo({ width: 230, height: 150 })

    expect((await begin(report.id, bytes, { ...headers, origin: 'https://evil.example' })).statusCode).toBe(
      403
    )
  })
})

test('deleted on request, a voice note is gone from the store at once; the picture of the place stays', async () => {
  const report = await reported()
  const filesOf = async () =>
    (
      await server.db.query<{ kind: string }>(
        `select kind from media where sha256 in (decode($1, 'hex'), decode($2, 'hex'))`,
        [report.pictureHash, report.voiceHash]
      )
    ).rows
  expect(await filesOf()).toHaveLength(2)
  const deleted = await server.post('/api/tracking/delete', { code: report.code })

  expect(deleted.statusCode).toBe(200)
  expect(await filesOf()).toEqual([{ kind: 'image' }])
})

test('what an approval is about to show is not closed by another that was too late', async () => {
  const report = await reported()
  const { store } = openMedia({ dataDir: server.environment.DATA_DIR }, server.db)
  const files = await store.publish(report.pictureHash, [])
  const names = [files.picture, files.thumbnail]
  await store.withdraw(report.pictureHash, names)
  let closing: Promise<void> | undefined
  await inTransaction(server.db, async (client) => {
    const pictures = await findPictures(client, report.id)
    await applyPictures(client, { showings: pictures.map((picture) => ({ picture, files })) })
    closing = store.withdraw(report.pictureHash, names)
  })
  await closing

  for (const name of names) expect((await server.app.inject(`/api/media/${name}`)).statusCode).toBe(200)
})

describe('reading', () => {
  test.each([
    ['leader', 200],
    ['administrator', 403],
    ['planner', 403],
    ['culture', 403],
    ['field', 404]
  ] as const)('%s: %i', async (role, status) => {
    const report = await reported()
    const { headers } = await signedIn(server.db, {
      role,
      communeCode: role === 'field' ? server.commune.code : null
    })

    for (const sha256 of [report.pictureHash, report.voiceHash])
      expect((await read(report.id, sha256, headers)).statusCode).toBe(status)
    expect((await read(report.id, report.pictureHash, headers, '&size=thumbnail')).statusCode).toBe(status)
  })

  test('nobody signed in: 401, also with the report’s code; under the public address 404', async () => {
    const report = await reported()

    expect((await read(report.id, report.pictureHash)).statusCode).toBe(401)
    expect((await read(report.id, report.pictureHash, { 'x-report-code': report.code })).statusCode).toBe(401)
    for (const sha256 of [report.pictureHash, report.voiceHash])
      expect((await server.app.inject(`/api/media/${sha256}`)).statusCode).toBe(404)
  })

  test('another unit’s officer, and another commune’s leader: 404', async () => {
    const report = await reported()
    const unit = await createUnit(server.db, server.commune.code)
    await server.change(report.id, `state = 'assigned', unit_id = $2`, [unit])
    const own = await signedIn(server.db, { role: 'officer', communeCode: server.commune.code, unitId: unit })
    const other = await signedIn(server.db, { role: 'officer', communeCode: server.commune.code })
    const elsewhere = await signedIn(server.db, { role: 'leader', communeCode: '00001' })

    expect((await read(report.id, report.pictureHash, own.headers)).statusCode).toBe(200)
    expect((await read(report.id, report.pictureHash, other.headers)).statusCode).toBe(404)
    expect((await read(report.id, report.pictureHash, elsewhere.headers)).statusCode).toBe(404)
  })

  test('a file of one report through another report: 404', async () => {
    const [one, two] = [await reported(), await reported()]
    const { headers } = await signedIn(server.db)

    expect((await read(two.id, one.pictureHash, headers)).statusCode).toBe(404)
  })

  test('no other page reads what staff read, and nobody keeps it', async () => {
    const report = await reported()
    const { headers } = await signedIn(server.db)
    const response = await read(report.id, report.pictureHash, headers)

    expect(response.headers['access-control-allow-origin']).toBeUndefined()
    expect(response.headers['cache-control']).toBe('private, no-store')
    expect(response.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  })
})
