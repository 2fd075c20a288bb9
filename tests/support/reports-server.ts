import { randomBytes, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Role } from '../../server/accounts/contract.ts'
import type { ReportActionBody } from '../../server/reports/action-contract.ts'
import type { NewReport, PublicReport, Receipt } from '../../server/reports/contract.ts'
import type { StaffReportDetail } from '../../server/reports/staff-contract.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { createUnit, signedIn } from './accounts.ts'
import { communeData } from './commune-data.ts'
import { hashOf, metadataOf, upload } from './media-app.ts'
import { photo } from './media-files.ts'
import { startServer } from './server.ts'
import { squareCommune } from './square-commune.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code as a phone makes it. */
export const newCode = () => Array.from(randomBytes(12), (byte) => LETTERS[byte % 32]).join('')

type Sent = z.input<typeof NewReport>
type Approval = { action: 'approve'; publicText?: string } | { action: 'approve_result'; text?: string }

/** The real application with categories and calendar, one commune, and ways to report. */
export async function startReports(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer(options)
  await loadReports(server, () => undefined)
  const data = communeData(server.db)
  const commune = await squareCommune(data)

  /** A report of what lies at a distance (degrees) from the commune's south-western corner. */
  function draft(more: Partial<Sent> = {}, dx = 0.005, dy = 0.005): Sent {
    return {
      id: randomUUID(),
      code: newCode(),
      category: 'illegal_dump',
      place: { lng: commune.west + dx, lat: commune.south + dy },
      placeFrom: 'gps',
      ...more
    }
  }

  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'POST', url, payload, headers })
  const send = (report: Sent, headers: Record<string, string> = {}) => post('/api/reports', report, headers)

  async function take(report: Sent = draft()): Promise<{ report: Sent; receipt: Receipt }> {
    const response = await send(report)
    if (response.statusCode !== 201) throw new Error(`${response.statusCode}: ${response.body}`)
    return { report, receipt: response.json<Receipt>() }
  }

  async function get<Reply>(path: string): Promise<Reply> {
    const response = await server.app.inject(path)
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${path}: ${response.body}`)
    return response.json<Reply>()
  }

  /** Somebody of staff of the commune, and what he does. */
  async function staff(role: Role, unitId: number | null = null) {
    const account = await signedIn(server.db, { role, communeCode: commune.code, unitId })
    const { headers } = account
    const ask = (url: string) => server.app.inject({ url, headers })
    const read = async (id: string) => (await ask(`/api/staff/reports/${id}`)).json<StaffReportDetail>()
    const actOn = (id: string, version: number, body: z.input<typeof ReportActionBody>) =>
      post(`/api/staff/reports/${id}/actions`, body, { ...headers, 'if-match': `"${version}"` })
    return {
      ...account,
      ask,
      read,
      post: (url: string, body: object) => post(url, body, headers),
      actOn,
      /** Does it with the report as it is now; throws where it is refused. */
      async act(id: string, body: z.input<typeof ReportActionBody>) {
        const response = await actOn(id, (await read(id)).version, body)
        if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${response.body}`)
        return response.json<StaffReportDetail>()
      },
      /** Approves it, or its result, with every picture that the screen offers for that. */
      async approveAll(id: string, wish: Approval = { action: 'approve' }) {
        const role = wish.action === 'approve' ? 'before' : 'after'
        const { version, media } = await read(id)
        const offered = media.filter((file) => file.mayBePublic && file.role === role)
        const response = await actOn(id, version, { ...wish, pictures: offered.map(({ sha256 }) => sha256) })
        if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${response.body}`)
        return response.json<StaffReportDetail>()
      },
      /** The status with which it is refused, or 200. */
      tryTo: async (id: string, body: z.input<typeof ReportActionBody>) =>
        (await actOn(id, (await read(id)).version, body)).statusCode
    }
  }

  /** Uploads a picture (needs `listen`): of what was seen with the code, of the result as somebody of staff. */
  async function uploadPicture(id: string, opened: Record<string, string>, bytes?: Buffer) {
    const file = bytes ?? (await photo({ width: 64, height: 48 }))
    const { answer } = await upload(server.url, file, {
      'upload-metadata': metadataOf(id, hashOf(file)),
      ...opened,
      ...(opened.cookie ? { origin: server.url } : {})
    })
    if (answer?.status !== 204) throw new Error(`${answer?.status}: ${await answer?.text()}`)
    return hashOf(file)
  }

  return {
    ...server,
    data,
    staff,
    /** A unit of the commune. */
    unit: (name?: string) => createUnit(server.db, commune.code, name),
    uploadPicture,
    commune,
    draft,
    post,
    send,
    take,
    get,
    /** Approves a report behind the program's back. */
    approve: (id: string) => server.db.query('update report set approved_at = now() where id = $1', [id]),
    change: (id: string, set: string, values: unknown[] = []) =>
      server.db.query(`update report set ${set} where id = $1`, [id, ...values]),
    list: (query = '') =>
      get<{ reports: PublicReport[]; next: string | null; total: number }>(`/api/reports?${query}`)
  }
}

/** What `startReports` gives. */
export type ReportsServer = Awaited<ReturnType<typeof startReports>>
