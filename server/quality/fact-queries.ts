import type { Queryable } from '../db/pool.ts'
import type { Shown } from './found.ts'
import type { Asked } from './place-queries.ts'
import { PLACE, recordsSql, SHOWN_PLACE, type Kept } from './record-sql.ts'

/** The facts of a record `r` that indicators or publication need, each with when it is missing. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cultural_houses: { wifi: `r.wifi = 'unknown'` },
  institutions: { line_mbps: 'r.line_mbps is null' },
  cameras: {
    state: `coalesce(r.state, 'unknown') = 'unknown'`,
    contact: 'r.contact is null',
    notice: 'r.notice is null'
  }
}

/** A record with what it lacks, by names of fields (of relics: of items of the score). */
export interface LackingRow extends Shown {
  id: number
  thing: string
  label: string
  lacking: string[]
}

const listed = (facts: Readonly<Record<string, string>>) =>
  Object.entries(facts).map(([name, missing]) => `case when ${missing} then '${name}' end`)

const lackingSql = (collection: Kept, facts: Readonly<Record<string, string>>, joined: string) => `
  with record as (${recordsSql(collection)} and t.commune_code = $1), lacking as materialized (
    select record.id, thing, label, point, hidden, array_remove(array[${listed(facts).join(', ')}], null) as lacking
      from record ${joined}
  )
  select lacking.id, thing, label, lacking, ${PLACE}
    from lacking ${SHOWN_PLACE('lacking')} where lacking <> '{}' order by cardinality(lacking) desc, search_text(label), id`

const SCORED = {
  decided: 'not s.decided',
  placed: 'not s.placed',
  pictured: 'not s.pictured',
  described: 'not s.described',
  credited: 's.described and (r.description_author is null or r.description_licence is null)',
  more: 'not s.more',
  addressed: 'not s.addressed',
  archived: 'not s.archived'
}

function sqlOf(collection: Kept): string | undefined {
  if (collection.id === 'relics')
    return lackingSql(
      collection,
      SCORED,
      `join relic_scores($2::date, 'infinity') s on s.feature_id = record.id join relic r on r.id = record.id`
    )
  const facts = NEEDED[collection.id]
  return facts && lackingSql(collection, facts, `join "${collection.table}" r on r.id = record.id`)
}

/** Records of a collection that lack what figures or publication need, those that lack most first. */
export async function findLacking(db: Queryable, collection: Kept, { commune, day, seesHidden }: Asked) {
  const sql = sqlOf(collection)
  if (sql === undefined) return []
  return (await db.query<LackingRow>(sql, [commune, day, seesHidden])).rows
}

const publishedDay = `(i.published_at at time zone 'Asia/Ho_Chi_Minh')::date`

/** When the facts of a record were last checked (`day`, null: never), and which limit counts. `r` is its row. */
const CHECKED: Readonly<
  Record<string, { joined: string; day: string; only: string; limit: 'check' | 'confirm' }>
> = {
  cultural_houses: {
    joined: `left join house_site_row j on j.origin_id = r.origin_id
               left join lateral last_wifi_check(j.site_id, $2::date, 'infinity') l on true`,
    day: `greatest(l.day, case when r.wifi_checked_on <= $2::date then r.wifi_checked_on end)`,
    only: `r.wifi = 'yes'`,
    limit: 'check'
  },
  institutions: {
    joined: '',
    day: 'case when r.line_checked_on <= $2::date then r.line_checked_on end',
    only: 'r.line_mbps is not null',
    limit: 'check'
  },
  cameras: {
    joined: '',
    day: 'case when r.last_checked_on <= $2::date then r.last_checked_on end',
    only: `coalesce(r.state, 'unknown') <> 'unknown'`,
    limit: 'check'
  },
  relics: {
    joined: 'join import i on i.id = r.import_id',
    day: publishedDay,
    only: 'true',
    limit: 'confirm'
  }
}

/** A record whose check is due. */
export interface UncheckedRow extends Shown {
  id: number
  thing: string
  label: string
  /** YYYY-MM-DD; null: never. */
  lastDay: string | null
  /** Whole months since then. */
  months: number | null
}

/** Records of a collection that nobody checked within its months, longest first; those never checked before all. */
export async function findUnchecked(
  db: Queryable,
  collection: Kept,
  { commune, day, seesHidden }: Asked,
  months: Record<'check' | 'confirm', number>
) {
  const checked = CHECKED[collection.id]
  if (!checked) return []
  const { rows } = await db.query<UncheckedRow>(
    `with record as (${recordsSql(collection)} and t.commune_code = $1), checked as materialized (
       select record.id, thing, label, point, hidden, ${checked.day} as last_day
         from record join "${collection.table}" r on r.id = record.id ${checked.joined}
        where ${checked.only}
     )
     select checked.id, thing, label, last_day::text as "lastDay",
            (extract(year from age($2::date, last_day)) * 12 + extract(month from age($2::date, last_day)))::integer as months,
            ${PLACE}
       from checked ${SHOWN_PLACE('checked')}
      where last_day is null or last_day < $2::date - make_interval(months => $4)
      order by last_day nulls first, search_text(label), checked.id`,
    [commune, day, seesHidden, months[checked.limit]]
  )
  return rows
}
