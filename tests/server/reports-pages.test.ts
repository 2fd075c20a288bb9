import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>'

beforeAll(async () => {
  server = await startReports()
})
afterAll(() => server.stop())

async function published(more: Parameters<ReportsServer['draft']>[0] = {}) {
  const { report, receipt } = await server.take(server.draft(more))
  await server.approve(report.id)
  return { ...report, number: receipt.number }
}
const page = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

describe('the list', () => {
  test('is whole in the HTML, in the language of the address or of the browser', async () => {
    const { number } = await published({ description: 'Rác đầy cổng chợ' })
    const vi = await page('/phan-anh/danh-sach')
    const en = await page('/phan-anh/danh-sach?lang=en')
    const wished = await page('/phan-anh/danh-sach', { 'accept-language': 'en' })

    expect(vi.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(vi.body).toContain('<html lang="vi">')
    expect(vi.body).toContain('<title>Phản ánh hiện trường · Địa bàn</title>')
    expect(vi.body).toContain('Rác đầy cổng chợ')
    expect(vi.body).toContain(`href="/phan-anh/${number}"`)
    expect(en.body).toContain('Illegal dump')
    expect(en.body).toContain(`href="/phan-anh/${number}?lang=en"`)
    expect(wished.body).toContain('<html lang="en">')
  })

  test('is narrowed by what its form sends, empty fields left aside', async () => {
    const { number, id } = await published({ category: 'road_damage' })
    await server.change(id, `state = 'resolved', resolved_at = now()`)
    const form = '?category=road_damage&state=resolved%2Cclosed&village=&sort=oldest&commune='
    const { body } = await page(`/phan-anh/danh-sach${form}`)

    expect(body).toContain(number)
    expect(body).toContain('1 phản ánh')
    expect((await page('/phan-anh/danh-sach?state=solved')).statusCode).toBe(400)
    expect((await page('/phan-anh/danh-sach?overdue=true')).body).toContain('Không có phản ánh nào khớp')
  })

  test('goes on page by page', async () => {
    const { body } = await page('/phan-anh/danh-sach?limit=1')
    const next = /rel="next" href="([^"]+)"|href="([^"]+)"[^>]*rel="next"/.exec(body)
    const href = (next?.[1] ?? next?.[2] ?? '').replaceAll('&amp;', '&')

    expect(href).toContain('after=')
    const second = await page(href)
    expect(second.statusCode).toBe(200)
    expect(second.body).toContain('Về trang đầu')
  })

  test('shows nothing that nobody approved', async () => {
    const { receipt } = await server.take(server.draft({ description: 'chưa duyệt' }))

    expect((await page('/phan-anh/danh-sach')).body).not.toContain('chưa duyệt')
    expect((await page(`/phan-anh/${receipt.number}`)).statusCode).toBe(404)
  })
})

describe('the page of a report', () => {
  test('has what was said, its history and its place, drawn', async () => {
    const { number } = await published({ description: 'Ổ gà sâu' })
    const { body } = await page(`/phan-anh/${number}`)

    expect(body).toContain('Ổ gà sâu')
    expect(body).toContain('Phản ánh được gửi đến')
    expect(body).toMatch(/<svg viewBox="0 0 480 330" role="img"/)
    expect(body).toContain('class="pin"')
  })

  test('of a hidden place shows the cell and no pin, no village and no finer coordinates', async () => {
    const { number, place } = await published({ category: 'illegal_discharge_source' })
    const { body } = await page(`/phan-anh/${number}`)

    expect(body).toContain('class="cell"')
    expect(body).not.toContain('class="pin"')
    expect(body).not.toContain(place.lat.toFixed(5))
    expect(body).not.toContain(place.lng.toFixed(5))
  })

  test('of a merged one is the page of the other', async () => {
    const [one, other] = [await published(), await published()]
    await server.change(one.id, `state = 'duplicate', duplicate_of = $2`, [other.id])
    const answer = await page(`/phan-anh/${one.number}?lang=en`)

    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe(`/phan-anh/${other.number}?lang=en`)
  })

  test('of no report is a page that says so', async () => {
    const answer = await page('/phan-anh/PA-2020-000001', { accept: 'text/html' })

    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('text/html')
    expect((await page('/phan-anh/khong-co', { accept: 'text/html' })).statusCode).toBe(404)
  })
})

describe('script in what people and staff write', () => {
  test('stays text on every page, and none could run', async () => {
    const { number, id } = await published({ description: SCRIPT })
    await server.db.query(
      `insert into unit (commune_code, name) select commune_code, $2 from report where id = $1`,
      [id, SCRIPT]
    )
    await server.change(
      id,
      `unit_id = (select max(id) from unit), state = 'closed_unresolved', reason = $2, closed_at = now(),
       result_approved_at = now()`,
      [SCRIPT]
    )
    await server.db.query(
      `insert into report_event (report_id, kind, to_state, open, text, text_open)
       values ($1, $2, 'closed_unresolved', true, $2, true)`,
      [id, SCRIPT]
    )
    for (const url of [`/phan-anh/${number}`, '/phan-anh/danh-sach', '/phan-anh/ket-qua']) {
      const { body, headers } = await page(url)
      expect(body).toContain('&lt;script&gt;')
      expect(body).not.toMatch(/<script|<img src=x/)
      expect(headers['content-security-policy']).toContain("script-src 'self'")
    }
  })

  test('in the address comes back as text', async () => {
    const { body } = await page(`/phan-anh/danh-sach?village=${encodeURIComponent(SCRIPT)}`)

    expect(body).not.toMatch(/<script|<img src=x/)
  })
})

describe('the page of results', () => {
  test('counts, says why, and ranks nobody of fewer than ten', async () => {
    const { body } = await page('/phan-anh/ket-qua?from=&to=')

    expect(body).toContain('Kết quả xử lý')
    expect(body).toContain('Theo loại')
    expect(body).toContain('Chưa giải quyết được, và vì sao')
    expect(body).toContain('dưới 10 phản ánh')
  })

  test('can be asked for a span of days', async () => {
    const { body } = await page('/phan-anh/ket-qua?from=2020-01-01&to=2020-12-31&lang=en')

    expect(body).toContain('From 1 Jan 2020 to 31 Dec 2020')
    expect((await page('/phan-anh/ket-qua?from=2026-02-31')).statusCode).toBe(400)
  })
})
