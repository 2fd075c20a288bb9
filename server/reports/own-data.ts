import { inTransaction } from '../db/transaction.ts'
import type { ReportDesk } from './desk.ts'
import { findOwnData, findOwnTexts, forgetCode, forgetReporter } from './own-data-queries.ts'
import { hashOfCode } from './receive-queries.ts'
import { requireTracked, type Holder } from './tracking.ts'
import { findSentFiles } from './tracking-queries.ts'

/** Everything that is kept about whoever has a code. */
export async function exportFor(desk: ReportDesk, holder: Holder) {
  const row = await requireTracked(desk, holder)
  const isReporter = row.kind === 'reporter'
  const own = await findOwnData(desk.db, row.ownId, hashOfCode(holder.code))
  const texts = isReporter ? await findOwnTexts(desk.db, row.ownId) : []
  const { measuredLng: lng = null, measuredLat: lat = null } = own ?? {}
  return {
    number: row.ownNumber,
    kind: row.kind,
    receivedAt: row.receivedAt.toISOString(),
    contact: own?.contact ?? null,
    description: isReporter ? row.description : null,
    place: isReporter && own ? { lng: own.lng, lat: own.lat } : null,
    measured:
      isReporter && lng !== null && lat !== null ? { lng, lat, accuracyM: own?.accuracyM ?? null } : null,
    observedAt: isReporter ? (own?.observedAt?.toISOString() ?? null) : null,
    files: isReporter ? await findSentFiles(desk.db, row) : [],
    texts: texts.map(({ at, text }) => ({ at: at.toISOString(), text }))
  }
}

/** Removes what is personal of whoever has a code, which opens nothing afterwards. Answers files that are to go as well. */
export async function forget(desk: ReportDesk, holder: Holder): Promise<string[]> {
  const row = await requireTracked(desk, holder)
  const codeHash = hashOfCode(holder.code)
  return inTransaction(desk.db, async (client) => {
    const voices = row.kind === 'reporter' ? await forgetReporter(client, row.ownId) : []
    if (row.kind !== 'reporter') await forgetCode(client, codeHash)
    await desk.audit(client, {
      actor: null,
      by: 'public',
      action: `report.forget_${row.kind}`,
      subject: 'report',
      subjectId: row.ownNumber,
      communeCode: row.ownCommune
    })
    return voices
  })
}
