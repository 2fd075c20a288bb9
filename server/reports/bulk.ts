import type { Actor } from '../accounts/contract.ts'
import { HttpError } from '../http/errors.ts'
import type { z } from 'zod'
import { act } from './act.ts'
import type { actOnReports } from './action-contract.ts'
import type { ReportDesk } from './desk.ts'

type Body = z.infer<typeof actOnReports.body>
type Result = z.infer<typeof actOnReports.reply>['results'][number]

const CHANGED = {
  vi: 'Người khác vừa thay đổi phản ánh này. Hãy tải lại rồi làm lại.',
  en: 'Somebody else has just changed this report. Load it again and repeat.'
}

/** Does one thing with each of many reports; one that cannot be done does not hold up the others. */
export async function actOnMany(
  desk: ReportDesk,
  asker: { actor: Actor; address: string },
  reports: Body['reports'],
  body: Body['action']
): Promise<Result[]> {
  const results: Result[] = []
  // One after the other: they take turns at the audit log's end anyway.
  for (const { id, version } of reports) results.push(await actOnOne(desk, { ...asker, id, version, body }))
  return results
}

async function actOnOne(desk: ReportDesk, wish: Parameters<typeof act>[1]): Promise<Result> {
  const { id } = wish
  try {
    const { kind, row } = await act(desk, wish)
    const isDone = kind === 'done'
    return { id, status: isDone ? 200 : 412, version: row.version, detail: isDone ? null : CHANGED }
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    return { id, status: error.statusCode, version: null, detail: error.detail }
  }
}
