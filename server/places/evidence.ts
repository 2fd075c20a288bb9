import { createHash } from 'node:crypto'
import type { SourceItem } from '../figures/contract.ts'
import type { DecidingCheck, HouseRow } from './queries.ts'

const latest = (texts: readonly string[]) => texts.reduce((last, text) => (text > last ? text : last), '')

/** The checks that a figure of Wifi stands on, as one source: the latest day, and one checksum over them all. */
export function evidenceOf(rows: readonly Pick<HouseRow, 'checks'>[]): SourceItem[] {
  const checks = rows.flatMap((row) => row.checks).toSorted((one, other) => one.id - other.id)
  if (checks.length === 0) return []
  const line = ({ id, day, recordedAt }: DecidingCheck) => `${id} ${day} ${recordedAt}`
  return [
    {
      import: null,
      title: 'Kiểm tra Wifi tại nhà văn hóa',
      sha256: createHash('sha256').update(checks.map(line).join('\n')).digest('hex'),
      collection: 'wifi_check',
      validFrom: latest(checks.map(({ day }) => day)),
      publishedAt: latest(checks.map(({ recordedAt }) => recordedAt))
    }
  ]
}
