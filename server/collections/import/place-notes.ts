import type { Pool } from 'pg'
import type { Localized } from '../contract.ts'
import type { Elsewhere } from './check-place.ts'
import { COMMUNES_OF_ROWS, inFileSystem } from './place-sql.ts'
import type { ImportRequest } from './request.ts'
import type { Staging } from './staging.ts'
import { fittingZones } from './zones.ts'

/** What the report says of an extract's features that lie elsewhere. */
function leftOutNote(count: number): Localized[] {
  if (count === 0) return []
  return [
    {
      vi: `Đã bỏ qua ${count} đối tượng không chạm tới xã (tệp cắt từ bản đồ rộng hơn).`,
      en: `${count} features that do not meet the commune were left out (the file is cut from a larger map).`
    }
  ]
}

/** Where the file's other rows lie. */
async function communesOf(db: Pool, staging: Staging): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(COMMUNES_OF_ROWS, [staging.id])
  return rows.map(({ code }) => code)
}

/** The systems in which the rows outside would lie in the commune: part of a file is often in another zone. */
async function outlierNote(db: Pool, staging: Staging, request: ImportRequest, outliers: readonly number[]) {
  const crs = request.crs ?? { srid: 4326 }
  const [kind, system] =
    'srid' in crs ? (['srid', crs.srid] as const) : (['definition', crs.definition] as const)
  const { rows } = await db.query<{ x: number; y: number }>(inFileSystem(kind), [
    staging.id,
    outliers,
    system
  ])
  const positions = rows.map(({ x, y }) => [x, y] as const)
  const communes = request.commune === undefined ? await communesOf(db, staging) : [request.commune]
  const zones = await fittingZones(db, positions, communes, kind === 'srid' ? crs : undefined)
  if (!zones) return []
  return [
    {
      vi: `Các dòng nằm ngoài xã sẽ nằm trong xã nếu tọa độ của chúng theo hệ khác. ${zones.vi}`,
      en: `The rows outside would lie in the commune if their coordinates were in another system. ${zones.en}`
    }
  ]
}

/** What the report says of rows that lie elsewhere, with the zones that would fit those that are refused. */
export async function placeNotes(
  db: Pool,
  staging: Staging,
  request: ImportRequest,
  { leftOut, outliers }: Elsewhere
): Promise<Localized[]> {
  const about = outliers.length > 0 ? await outlierNote(db, staging, request, outliers) : []
  return [...leftOutNote(leftOut), ...about]
}
