import type { Queryable } from '../db/pool.ts'

/** A report as one who uploads meets it; `mine`: the code or the account opens it. `role` null: nobody announced the file. */
export interface UploadRow {
  mine: boolean
  role: 'before' | 'after' | 'voice' | null
  sizeBytes: number | null
  received: boolean
  files: number
}

// $2: the code's hash (null: none), $3: the account (null: nobody), $4: the file.
const FIND_BY_CODE = `
  select exists (select from report_code c where c.report_id = r.id and c.kind = 'reporter' and c.code_hash = $2) as mine,
         m.role, m.size_bytes as "sizeBytes", coalesce(m.received_at is not null, false) as received,
         (select count(*) from report_media n where n.report_id = r.id) as files
    from report r
    left join report_media m on m.report_id = r.id and m.sha256 = decode($3, 'hex')
   where r.id = $1
   order by m.received_at nulls first
   limit 1`

const FIND_BY_ACCOUNT = `
  select true as mine, m.role, m.size_bytes as "sizeBytes", coalesce(m.received_at is not null, false) as received,
         (select count(*) from report_media n where n.report_id = r.id) as files
    from staff.reports_of($2) r
    left join report_media m on m.report_id = r.id and m.sha256 = decode($3, 'hex')
   where r.id = $1
   order by m.received_at nulls first
   limit 1`

/** What a reporter's code meets. */
export async function findByCode(db: Queryable, reportId: string, codeHash: Buffer, sha256: string) {
  const { rows } = await db.query<UploadRow>(FIND_BY_CODE, [reportId, codeHash, sha256])
  return rows[0]?.mine ? rows[0] : undefined
}

/** What an account meets; undefined: it may not see the report. */
export async function findByAccount(db: Queryable, reportId: string, accountId: number, sha256: string) {
  const { rows } = await db.query<UploadRow>(FIND_BY_ACCOUNT, [reportId, accountId, sha256])
  return rows[0]
}

/** Announces a picture of the result, for what a member of staff is about to upload. */
export async function announceAfter(
  db: Queryable,
  {
    reportId,
    accountId,
    sha256,
    sizeBytes
  }: { reportId: string; accountId: number; sha256: string; sizeBytes: number }
) {
  await db.query(
    `insert into report_media (report_id, sha256, role, position, size_bytes, added_by)
     select $1, decode($3, 'hex'), 'after', count(*) + 1, $4, $2 from report_media where report_id = $1
         on conflict do nothing`,
    [reportId, accountId, sha256, sizeBytes]
  )
}

// The report's version stays: a picture that arrives is no change that another's edit would overwrite.
const RECEIVED = `
  with arrived as (
    update report_media set received_at = now()
     where report_id = $1 and sha256 = decode($2, 'hex') and received_at is null
       and (role = 'voice') = ($3 = 'audio')
    returning role, added_by
  ), event as (
    insert into report_event (report_id, kind, account_id, data)
    select $1, 'file_received', added_by, jsonb_build_object('sha256', $2::text, 'role', role) from arrived
  )
  update report set updated_at = now() where id = $1 and exists (select from arrived)`

/** Marks a file as received, once; one of the other kind than was announced is left. */
export async function markReceived(db: Queryable, reportId: string, sha256: string, kind: 'image' | 'audio') {
  await db.query(RECEIVED, [reportId, sha256, kind])
}

/** Whether some announcement of the file waits for another kind of file. */
export async function isOtherKind(db: Queryable, reportId: string, sha256: string, kind: 'image' | 'audio') {
  const { rows } = await db.query<{ fits: boolean }>(
    `select bool_or((role = 'voice') = ($3 = 'audio')) as fits from report_media
      where report_id = $1 and sha256 = decode($2, 'hex')`,
    [reportId, sha256, kind]
  )
  return rows[0]?.fits !== true
}

/** Whether an account sees a report to which a file belongs, or into which the file's report was merged. */
export async function seesMedia(db: Queryable, accountId: number, reportId: string, sha256: string) {
  const { rowCount } = await db.query(
    `select from staff.reports_of($1) r
      cross join lateral report_family(r.id) f
       join report_media m on m.report_id = f.id and m.sha256 = decode($3, 'hex') and m.received_at is not null
      where r.id = $2
      limit 1`,
    [accountId, reportId, sha256]
  )
  return rowCount === 1
}
