import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { awaitReceipt, DUMP } from '../support/phone-app.ts'
import { photo, recordsOf, report } from '../support/report-phone.ts'
import { startOnOwnCluster } from '../support/reports-cluster.ts'
import { newCode } from '../support/reports-server.ts'
import { PHONE } from '../support/ui-page.ts'

// The database restarts while reports are sent: nothing is lost, nothing is taken in twice.

let own: Awaited<ReturnType<typeof startOnOwnCluster>>
let chromium: Awaited<ReturnType<typeof launchBrowser>>

beforeAll(async () => {
  own = await startOnOwnCluster()
  // Without WebGL the place is the phone's own: drawing a map is no part of this test.
  chromium = await launchBrowser({ flags: ['--disable-gpu', '--disable-3d-apis'] })
}, 240_000)
afterAll(async () => {
  await chromium.close()
  await own.stop()
})

const reportOf = (id: string) => own.rows<{ number: string }>(`select number from report where id = '${id}'`)

const post = (body: object) =>
  fetch(`${own.url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })

test('a report is refused in a sentence, with a time to wait, and taken in afterwards, once', async () => {
  const { place } = own
  const sent = { id: randomUUID(), code: newCode(), category: 'illegal_dump', place, placeFrom: 'gps' }
  await own.cluster.restart(async () => {
    const refused = await post(sent)
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await refused.json()).detail).toMatch(/^Cơ sở dữ liệu .* Hãy thử lại sau ít giây/)
  })

  const back = { timeout: 30_000, interval: 100 }
  await vi.waitFor(async () => expect((await fetch(`${own.url}/health/ready`)).status).toBe(200), back)
  const taken = await post(sent)
  const again = await post(sent)
  expect([taken.status, again.status]).toEqual([201, 200])
  const receipt = await taken.json()
  expect(await again.json()).toEqual(receipt)
  expect(await reportOf(sent.id)).toEqual([{ number: receipt.number }])
})

test('a phone keeps what it was sending and sends it again by itself, once', async () => {
  const geolocation = { longitude: own.place.lng, latitude: own.place.lat, accuracy: 12 }
  const { page } = await chromium.openPage({ ...PHONE, geolocation, permissions: ['geolocation'] })
  await page.goto(`${own.url}/phan-anh`)
  await page.getByRole('button', { name: DUMP }).waitFor()
  await own.cluster.restart(async () => {
    const answer = page.waitForResponse(/\/api\/reports$/)
    await report(page, DUMP, await photo(1, 0))
    expect((await answer).status()).toBe(503)
    const [kept] = await recordsOf(page)
    expect([kept?.state, kept?.receipt, kept?.files.length]).toEqual(['waiting', null, 1])
  })

  await awaitReceipt(page)
  const [record] = await recordsOf(page)
  expect(await reportOf(record?.id ?? '')).toEqual([{ number: record?.receipt?.number }])
})
