import type { Queryable } from '../../db/pool.ts'
import { writtenDay } from '../../http/calendar.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { identifier } from './table-columns.ts'

/** More deliveries than this come in no report. */
const MOST = 20

/** What an import delivered, how many rows each delivery has, and whose earlier ones it takes the place of. $1 import. */
const deliveries = ({ table }: Collection) => `
  select d.operator, d.technology, d.valid_from::text as "from",
         d.commune_codes as communes,
         (select count(*) from ${identifier(table)} t where t.delivery_id = d.id and t.origin is null) as claims,
         array(select distinct e.import_id
                 from delivery e join import i on i.id = e.import_id
                where e.operator = d.operator and e.technology = d.technology and e.valid_from <= d.valid_from
                  and i.undone_at is null and e.import_id <> d.import_id
                  and (e.commune_codes && d.commune_codes or (e.commune_codes = '{}' and d.commune_codes = '{}'))
                order by 1) as replaces
    from delivery d
   where d.import_id = $1
   order by 1, 2, d.valid_from
   limit ${MOST}`

interface Delivery {
  operator: string
  technology: string
  from: string
  communes: string[]
  claims: number
  replaces: number[]
}

function inVietnamese({ operator, technology, from, communes, claims, replaces }: Delivery) {
  const place =
    communes.length > 0
      ? `nói thay cho xã ${communes.join(', ')}`
      : 'không nói thay cho xã nào (--speaks-for): nơi nó không phủ vẫn là chưa rõ'
  const empty = claims > 0 ? '' : ' Không có vùng nào, nghĩa là từ ngày ấy không có vùng phủ tại đó.'
  const instead = replaces.length > 0 ? ` Từ ngày ấy thay cho lần nạp số ${replaces.join(', ')}.` : ''
  return `Bản đồ ${technology} của ${operator} từ ngày ${writtenDay(from)}, ${place}.${empty}${instead}`
}

function inEnglish({ operator, technology, from, communes, claims, replaces }: Delivery) {
  const place =
    communes.length > 0
      ? `speaking for commune ${communes.join(', ')}`
      : 'speaking for no commune (--speaks-for): where it covers nothing stays unknown'
  const empty = claims > 0 ? '' : ' It claims nothing: from that day there is no coverage there.'
  const instead = replaces.length > 0 ? ` From that day it replaces import ${replaces.join(', ')}.` : ''
  return `${operator}’s ${technology} map from ${from}, ${place}.${empty}${instead}`
}

/** What the report says of each delivery: for whom it speaks, what an empty one means, which earlier ones it replaces. */
export async function deliveryNotes(
  db: Queryable,
  collection: Collection,
  importId: number
): Promise<Localized[]> {
  if (!collection.delivered) return []
  const { rows } = await db.query<Delivery>(deliveries(collection), [importId])
  return rows.map((delivery) => ({ vi: inVietnamese(delivery), en: inEnglish(delivery) }))
}
