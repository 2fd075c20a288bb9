import type { Queryable } from '../db/pool.ts'
import type { ReportStory, tellStory } from './story.ts'

type Told = ReturnType<typeof tellStory> & { story: ReportStory }

// All of this takes one JSON array in $1. Numbers count on per year, in the order in which the reports came.
const COUNT_ON = `
  insert into report_counter (year, last)
  select year, count(*)::integer
    from jsonb_to_recordset($1::jsonb) as told (year integer)
   group by year
      on conflict (year) do update set last = report_counter.last + excluded.last
  returning year, last`

// $2: the counters after COUNT_ON, as JSON. A merged report names another of the same statement.
const PUT_REPORTS = `
  insert into report (id, number, commune_code, village_code, category_code, sensitive, urgent, state, description,
                      public_text, geom, measured_geom, accuracy_m, place_from, observed_at, received_at, channel, unit_id,
                      receive_due_at, resolve_due_at, acknowledged_at, waiting_since, paused_minutes, resolved_at,
                      closed_at, reopened_at, reason, handed_to, duplicate_of, approved_at, result_approved_at, version,
                      updated_at)
  select id, 'PA-' || year || '-' || lpad(number::text, greatest(6, length(number::text)), '0'), commune, village,
         category, sensitive, urgent, state, description, "publicText", st_setsrid(st_makepoint(lng, lat), 4326),
         st_setsrid(st_makepoint(lng, lat), 4326), "accuracyM", 'gps', "receivedAt", "receivedAt", 'demo', "unitId",
         "receiveDueAt", "resolveDueAt", "acknowledgedAt", "waitingSince", "pausedMinutes", "resolvedAt", "closedAt",
         "reopenedAt", reason, "handedTo", "duplicateOf", "approvedAt", "resultApprovedAt", version, "updatedAt"
    from (select told.*, counter.last - count(*) over (partition by year)
                   + row_number() over (partition by year order by "receivedAt", id) as number
            from jsonb_to_recordset($1::jsonb) as told (
                   id uuid, year integer, commune text, village text, category text, sensitive boolean, urgent boolean,
                   state text, description text, "publicText" text, lng float8, lat float8, "accuracyM" float8,
                   "receivedAt" timestamptz, "unitId" bigint, "receiveDueAt" timestamptz, "resolveDueAt" timestamptz,
                   "acknowledgedAt" timestamptz, "waitingSince" timestamptz, "pausedMinutes" integer,
                   "resolvedAt" timestamptz, "closedAt" timestamptz, "reopenedAt" timestamptz, reason text,
                   "handedTo" text, "duplicateOf" uuid, "approvedAt" timestamptz, "resultApprovedAt" timestamptz,
                   version integer, "updatedAt" timestamptz)
            join jsonb_to_recordset($2::jsonb) as counter (year integer, last integer) using (year)) numbered
   order by "receivedAt", id`

// Nobody knows these codes: they are what counts as one more person who saw it.
const PUT_WITNESSES = `
  insert into report_code (code_hash, report_id, kind, created_at)
  select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'utf8')), id, 'witness', "receivedAt"
    from jsonb_to_recordset($1::jsonb) as told (id uuid, witnesses integer, "receivedAt" timestamptz)
   cross join lateral generate_series(1, witnesses)`

const PUT_EVENTS = `
  insert into report_event (report_id, at, kind, from_state, to_state, open, text, text_open, data)
  select report, at, kind, "fromState", "toState", coalesce(open, false), text, coalesce("textOpen", false),
         coalesce(data, '{}')
    from jsonb_to_recordset($1::jsonb) as told (
           report uuid, at timestamptz, kind text, "fromState" text, "toState" text, open boolean, text text,
           "textOpen" boolean, data jsonb, position integer)
   order by at, position`

const PUT_PICTURES = `
  insert into report_media (report_id, sha256, role, position, announced_at, received_at, public_sha256, thumb_sha256)
  select report, decode(sha256, 'hex'), role, 1, "addedAt", "addedAt", decode(picture, 'hex'), decode(thumbnail, 'hex')
    from jsonb_to_recordset($1::jsonb) as told (
           report uuid, sha256 text, role text, "addedAt" timestamptz, picture text, thumbnail text)`

const yearOf = (moment: Date) => new Date(moment.getTime() + 7 * 3_600_000).getUTCFullYear()

/** Puts finished reports in with numbers, history, witnesses and pictures. Part of the caller's transaction. */
export async function putStories(db: Queryable, told: readonly Told[]) {
  const rows = told.map(({ row, events, story }) => ({
    ...row,
    witnesses: story.witnesses,
    year: yearOf(row.receivedAt),
    version: events.length
  }))
  const reports = JSON.stringify(rows)
  const events = told.flatMap(({ row, events: all }) =>
    all.map((event, position) => ({ ...event, report: row.id, position }))
  )
  const pictures = told.flatMap(({ row, story }) =>
    story.pictures.map(({ picture, thumbnail, ...one }) => {
      const isOpen = one.role === 'after' ? row.resultApprovedAt : row.approvedAt
      return { ...one, ...(isOpen ? { picture, thumbnail } : {}), report: row.id }
    })
  )
  const counters = await db.query<{ year: number; last: number }>(COUNT_ON, [reports])
  await db.query(PUT_REPORTS, [reports, JSON.stringify(counters.rows)])
  await db.query(PUT_WITNESSES, [reports])
  await db.query(PUT_EVENTS, [JSON.stringify(events)])
  await db.query(PUT_PICTURES, [JSON.stringify(pictures)])
}
