import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer
let code: string

beforeAll(async () => {
  server = await startFigures()
  ;({ code } = await squareCommune(server.data))
})
afterAll(() => server.stop())

const ROUTES = ['indicators', 'indicators/mobile_5g_population', 'dead-spots', 'gaps']
const INJECTION = encodeURIComponent("2026-01-01'; drop table village; --")

test.each(ROUTES)('%s refuses what it does not understand, in the language asked for', async (route) => {
  const ask = (path: string, language: string) =>
    server.app.inject({ url: `/api/communes/${path}`, headers: { 'accept-language': language } })
  const cases: [string, number, string, string][] = [
    [`${code}/${route}?asOf=2026-02-30`, 400, 'Tham số «asOf»', 'Parameter “asOf”'],
    [`${code}/${route}?asOf=${INJECTION}`, 400, 'Tham số «asOf»', 'Parameter “asOf”'],
    [`${code}/${route}?asOf=`, 400, 'Tham số «asOf»', 'Parameter “asOf”'],
    [`${code}/${route}?asOf=9999-12-31`, 400, 'Tham số «asOf»', 'Parameter “asOf”'],
    [`${code}/${route}?knownAt=2026-01-01`, 400, 'Tham số «knownAt»', 'Parameter “knownAt”'],
    [`${code}/${route}?knownAt=${INJECTION}`, 400, 'Tham số «knownAt»', 'Parameter “knownAt”'],
    [`${code}/${route}?colour=red`, 400, 'Không có tham số «colour»', '“colour”'],
    [`${code}/${route}?asOf=2026-01-01&asOf=2026-01-02`, 400, 'Tham số «asOf»', 'Parameter “asOf”'],
    [`00000/${route}`, 404, 'Chưa có dữ liệu về xã mã «00000»', 'Nothing is known of a commune 00000']
  ]
  for (const [path, status, vi, en] of cases) {
    const [inVietnamese, inEnglish] = [await ask(path, 'vi'), await ask(path, 'en')]
    expect([path, inVietnamese.statusCode, inEnglish.statusCode]).toEqual([path, status, status])
    expect(inVietnamese.json().detail).toContain(vi)
    expect(inEnglish.json().detail).toContain(en)
    expect(inVietnamese.headers['content-type']).toContain('application/problem+json')
  }
})

test.each([
  ['fixed_1gbps', 'operator=Viettel'],
  ['camera_villages', 'days=90'],
  ['mobile_5g_population', 'mbps=100'],
  ['cultural_house_wifi', 'mbps=100'],
  ['vneid', 'operator=Viettel']
])('%s refuses %s, which would be ignored', async (indicator, query) => {
  const response = await server.app.inject(`/api/communes/${code}/indicators/${indicator}?${query}`)

  expect(response.statusCode).toBe(400)
  expect(response.json().detail).toContain(`không có nghĩa với chỉ tiêu «${indicator}»`)
})

test.each(['%27%3Bdrop%20table%20village', 'HEIGHT', '../..', 'a'.repeat(65)])(
  'an indicator called %s is no indicator',
  async (name) => {
    const response = await server.app.inject(
      `/api/communes/${code}/indicators/${name.startsWith('%') ? name : encodeURIComponent(name)}`
    )

    expect([400, 404]).toContain(response.statusCode)
    expect(response.json().detail).not.toBe('')
  }
)
