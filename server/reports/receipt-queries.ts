import type { Queryable } from '../db/pool.ts'
import type { Receipt } from './contract.ts'

/** Whether there is such a report: asked first, as planning the receipt of a new one would take longer than anything else. */
export async function isHere(db: Queryable, id: string) {
  const { rowCount } = await db.query('select from report where id = $1', [id])
  return rowCount === 1
}

interface ReceiptRow extends Omit<Receipt, 'receivedAt' | 'receiveDueAt' | 'commune' | 'village'> {
  receivedAt: Date
  receiveDueAt: Date | null
  communeCode: string | null
  communeName: string | null
  villageCode: string | null
  villageName: string | null
  villageKind: string | null
  opens: boolean
}

const RECEIPT = `
  select r.id, r.number, r.received_at as "receivedAt", r.receive_due_at as "receiveDueAt",
         r.commune_code as "communeCode", commune.name as "communeName",
         r.village_code as "villageCode", village.name as "villageName", village.kind as "villageKind",
         exists (select from report_code c where c.report_id = r.id and c.code_hash = $2) as opens,
         coalesce((select json_agg(json_build_object('sha256', encode(m.sha256, 'hex'), 'received', m.received_at is not null)
                                   order by m.position)
                     from report_media m where m.report_id = r.id and m.role <> 'after'), '[]') as media
    from report r
    left join lateral (select name from commune where code = r.commune_code and known_to = 'infinity'
                        order by geom is null, valid_to desc limit 1) commune on true
    left join lateral (select name, kind from village where code = r.village_code and known_to = 'infinity'
                        order by valid_to desc limit 1) village on true
   where r.id = $1`

/** The receipt of a report; `opens`: whether the code is its own. Undefined: there is no such report. */
export async function findReceipt(db: Queryable, id: string, codeHash: Buffer | null) {
  const { rows } = await db.query<ReceiptRow>(RECEIPT, [id, codeHash])
  const row = rows[0]
  if (!row) return undefined
  const { opens, communeCode, communeName, villageCode, villageName, villageKind, ...rest } = row
  const receipt: Receipt = {
    ...rest,
    receivedAt: row.receivedAt.toISOString(),
    receiveDueAt: row.receiveDueAt?.toISOString() ?? null,
    commune: communeCode === null ? null : { code: communeCode, name: communeName ?? communeCode },
    village:
      villageCode === null
        ? null
        : { code: villageCode, name: villageName ?? villageCode, kind: villageKind ?? '' }
  }
  return { opens, receipt }
}

/** The id of a report that another system handed in; undefined: it did not. */
export async function findForeign(db: Queryable, system: string, foreignId: string) {
  const { rows } = await db.query<{ id: string }>(
    `select id from report where foreign_system = $1 and foreign_id = $2`,
    [system, foreignId]
  )
  return rows[0]?.id
}
