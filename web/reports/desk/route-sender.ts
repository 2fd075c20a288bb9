import type { actOnReport } from '../../../server/reports/action-contract.ts'
import type { StaffReport } from '../../../server/reports/staff-contract.ts'
import type { Client } from '../../http/client.ts'
import { RequestError } from '../../http/get-json.ts'
import { OutdatedError } from '../../http/send-json.ts'
import { sendPicture } from './after-photos.svelte.ts'
import type { RouteAnswer, RouteStore } from './route-store.ts'

/** What became of an answer; `away`: there is no network, or nobody is signed in, and it waits on. */
export type SendResult =
  { kind: 'sent'; report: StaffReport } | { kind: 'kept'; answer: RouteAnswer } | { kind: 'away' }

/** Whether waiting may mend it: no network, a server that is busy or broken, a session that has ended. */
const mayPass = ({ kind, status }: RequestError) =>
  kind !== 'refused' || status === 401 || status === 429 || status >= 500

/** Sends pictures first, then the answer itself; what has gone is noted before the next goes. Throws what is no failure of sending. */
export async function sendAnswer(store: RouteStore, client: Client, kept: RouteAnswer): Promise<SendResult> {
  let answer = kept
  const note = async (changes: Partial<RouteAnswer>) => {
    answer = { ...answer, ...changes }
    await store.putAnswer(answer)
  }
  try {
    for (const photo of answer.photos.filter(({ sent }) => !sent)) {
      await sendPicture({ reportId: answer.reportId, code: '', locale: client.locale }, photo)
      await note({ photos: answer.photos.map((one) => (one === photo ? { ...one, sent: true } : one)) })
    }
    const { reportId: id, version, body } = answer
    const sending = { method: 'POST', params: { id }, body, version } as const
    const report = await client.send<typeof actOnReport>('/api/staff/reports/:id/actions', sending)
    await store.dropAnswer(id)
    return { kind: 'sent', report }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    if (error instanceof OutdatedError)
      // What the contract says of a 412.
      await note({ state: 'outdated', problem: null, latest: error.current as StaffReport })
    else if (mayPass(error)) return { kind: 'away' }
    else await note({ state: 'refused', problem: error.message })
    return { kind: 'kept', answer }
  }
}
