import type { Queryable } from '../db/pool.ts'
import type { Changes, NewEvent } from './effect.ts'
import type { StaffRow } from './staff-row.ts'

// Every column that an action may change, so that the statement is the same for all. $2 is the version that was read: one
// that has been raised since changes nothing.
const CHANGE = `
  update report
     set category_code = $3, sensitive = $4, urgent = $5, state = $6, public_text = $7,
         geom = st_setsrid(st_makepoint($8, $9), 4326), commune_code = $10, village_code = $11, unit_id = $12,
         assignee_id = $13, receive_due_at = $14, resolve_due_at = $15, acknowledged_at = $16, waiting_since = $17,
         paused_minutes = $18, resolved_at = $19, closed_at = $20, reopened_at = $21, reason = $22, handed_to = $23,
         duplicate_of = $24, approved_at = $25, approved_by = $26, result_approved_at = $27,
         measured_geom = st_setsrid(st_makepoint($28, $29), 4326),
         version = version + 1, updated_at = clock_timestamp()
   where id = $1 and version = $2`

/** Changes a report as it was read. False: it was changed meanwhile. */
export async function changeReport(db: Queryable, row: StaffRow, changes: Changes): Promise<boolean> {
  const next = { ...row, ...changes }
  const { rowCount } = await db.query(CHANGE, [
    row.id,
    row.version,
    next.category,
    next.sensitive,
    next.urgent,
    next.state,
    next.publicText,
    next.lng,
    next.lat,
    next.commune,
    next.village,
    next.unitId,
    next.assigneeId,
    next.receiveDueAt,
    next.resolveDueAt,
    next.acknowledgedAt,
    next.waitingSince,
    next.pausedMinutes,
    next.resolvedAt,
    next.closedAt,
    next.reopenedAt,
    next.reason,
    next.handedTo,
    next.duplicateOf,
    next.approvedAt,
    next.approvedBy,
    next.resultApprovedAt,
    next.measuredLng,
    next.measuredLat
  ])
  return rowCount === 1
}

const ADD_EVENT = `
  insert into report_event (report_id, at, kind, account_id, from_state, to_state, open, text, text_open, data)
  values ($1, clock_timestamp(), $2, $3, $4, $5, $6, $7, $8, $9::jsonb)`

/** Adds to the history of a report what changed it. */
export async function addEvent(
  db: Queryable,
  { id, accountId, from, to }: { id: string; accountId: number | null; from: string; to: string },
  { kind, open = false, text = null, textOpen = false, data = {} }: NewEvent
) {
  const states = from === to ? [null, null] : [from, to]
  await db.query(ADD_EVENT, [id, kind, accountId, ...states, open, text, textOpen, JSON.stringify(data)])
}

/** Whether an account had this very wish done before. */
export async function isDoneAlready(db: Queryable, id: string, accountId: number, request: string) {
  const { rowCount } = await db.query(
    `select from report_event where report_id = $1 and account_id = $2 and data ->> 'request' = $3 limit 1`,
    [id, accountId, request]
  )
  return rowCount === 1
}

/** When a report was given to somebody the last time, or came. */
export async function findGivenAt(db: Queryable, id: string): Promise<Date | undefined> {
  const { rows } = await db.query<{ at: Date }>(
    `select coalesce((select max(at) from report_event where report_id = $1 and kind = 'assigned'), received_at) as at
       from report where id = $1`,
    [id]
  )
  return rows[0]?.at
}

/** The words of how a report ended become public, or others in their place ($2). */
export async function openResultText(db: Queryable, id: string, text: string | null) {
  await db.query(
    `update report_event
        set text_open = true,
            data = case when $2::text is null then data else data || jsonb_build_object('publicText', $2::text) end
      where id = (select id from report_event
                   where report_id = $1 and kind in ('resolved', 'closed_unresolved', 'out_of_scope')
                   order by at desc, id desc limit 1)`,
    [id, text]
  )
}

/** The words of how a report ended are public no more: they wait for another approval. */
export async function closeResultText(db: Queryable, id: string) {
  await db.query(
    `update report_event set text_open = false, data = data - 'publicText'
      where report_id = $1 and kind in ('resolved', 'closed_unresolved', 'out_of_scope')`,
    [id]
  )
}

/**
 * Holds two reports until the end of the transaction, in an order in which nobody waits for one who waits; answers those
 * of them that are merged into another.
 */
export async function holdBoth(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string; merged: boolean }>(
    `select id, duplicate_of is not null as merged from report where id = any($1::uuid[]) order by id for no key update`,
    [ids]
  )
  return rows.filter(({ merged }) => merged).map(({ id }) => id)
}

/** Who said that it is solved spoke of a result that stands no more; whoever finds the next one solved says so again. */
export async function forgetConfirmations(db: Queryable, id: string) {
  await db.query(
    `update report_code set confirmed_at = null
      where confirmed_at is not null and report_id in (select f.id from report_family($1) f)`,
    [id]
  )
}

/** Whoever watches a report learns that something beside it changed. */
export async function touch(db: Queryable, id: string) {
  await db.query(`update report set updated_at = clock_timestamp() where id = $1`, [id])
}

/** A picture of a report or of one merged into it, as publishing needs it. */
export interface PictureRow {
  reportId: string
  sha256: string
  role: 'before' | 'after'
  boxes: [number, number, number, number][]
  isPublic: boolean
  /** Its public files, by which it is shown until an action is done. */
  shown: string[]
  /** Not to stand beside the report: of a hidden place where that is shown, or of a place that was shown where it is not. */
  hidden: boolean
  /** Whether the report itself, whatever it is merged into, is approved. */
  approved: boolean
}

/** Of a report `r` beside its `root`: a hidden place is not told by a shown one's pictures, nor the other way round. */
export const HIDDEN_BESIDE = `(r.sensitive <> root.sensitive and (r.sensitive or r.approved_at is not null))`

const PICTURES = `
  select r.id as "reportId", encode(m.sha256, 'hex') as sha256, m.role, m.boxes, m.public_sha256 is not null as "isPublic",
         array_remove(array[encode(m.public_sha256, 'hex'), encode(m.thumb_sha256, 'hex')], null) as shown,
         ${HIDDEN_BESIDE} as hidden,
         r.approved_at is not null as approved
    from report root
   cross join lateral report_family(root.id) f
    join report r on r.id = f.id
    join report_media m on m.report_id = r.id
   where root.id = $1 and m.role in ('before', 'after') and m.received_at is not null
   order by m.role desc, m.position`

/** The pictures that are here. */
export async function findPictures(db: Queryable, id: string): Promise<PictureRow[]> {
  const { rows } = await db.query<PictureRow>(PICTURES, [id])
  return rows
}

/** Names the public file of a picture and its thumbnail; null: it is not public any more. */
export async function setPublicPicture(
  db: Queryable,
  { reportId, sha256 }: PictureRow,
  files: { picture: string; thumbnail: string } | null
) {
  await db.query(
    `update report_media set public_sha256 = decode($3, 'hex'), thumb_sha256 = decode($4, 'hex')
      where report_id = $1 and sha256 = decode($2, 'hex')`,
    [reportId, sha256, files?.picture ?? null, files?.thumbnail ?? null]
  )
}

export async function setBoxes(db: Queryable, { reportId, sha256 }: PictureRow, boxes: PictureRow['boxes']) {
  await db.query(
    `update report_media set boxes = $3::jsonb where report_id = $1 and sha256 = decode($2, 'hex')`,
    [reportId, sha256, JSON.stringify(boxes)]
  )
}
