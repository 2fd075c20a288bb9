import type { Pool } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { isShipped } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'
import { readReportFiles } from './report-files.ts'

const NAME = 'reports'

// Rows come as one JSON array in $1. A category that the file no longer names is not offered any more; reports keep it. What
// an administrator set stays as he set it.
const PUT_CATEGORIES = `
  insert into report_category (code, name_vi, name_en, theme, sensitive, urgent, resolve_hours, duplicate_radius_m,
                               duplicate_days, position)
  select value ->> 'code', value -> 'name' ->> 'vi', value -> 'name' ->> 'en', value ->> 'theme',
         (value ->> 'sensitive')::boolean, (value ->> 'urgent')::boolean, (value ->> 'resolveHours')::integer,
         (value ->> 'duplicateRadiusM')::integer, (value ->> 'duplicateDays')::integer, ordinality
    from jsonb_array_elements($1::jsonb) with ordinality
      on conflict (code) do update
     set name_vi = excluded.name_vi, name_en = excluded.name_en, theme = excluded.theme, sensitive = excluded.sensitive,
         urgent = excluded.urgent, resolve_hours = excluded.resolve_hours,
         duplicate_radius_m = excluded.duplicate_radius_m, duplicate_days = excluded.duplicate_days,
         position = excluded.position, ended_at = null, version = report_category.version + 1
   where not report_category.set_by_hand`

const END_CATEGORIES = `
  update report_category set ended_at = now()
   where ended_at is null and not set_by_hand and code not in (select value ->> 'code' from jsonb_array_elements($1::jsonb))`

const PUT_HOLIDAYS = `
  insert into holiday (day, name, worked, provisional)
  select day, name, worked, provisional
    from jsonb_to_recordset($1::jsonb) as file (day date, name text, worked boolean, provisional boolean)
      on conflict (day) do update
     set name = excluded.name, worked = excluded.worked, provisional = excluded.provisional,
         version = holiday.version + 1
   where not holiday.set_by_hand`

const FORGET_HOLIDAYS = `
  delete from holiday
   where not set_by_hand and day not in (select (value ->> 'day')::date from jsonb_array_elements($1::jsonb))`

const FORGET_WORKING_TIMES = `delete from working_time`

const PUT_WORKING_TIMES = `
  insert into working_time (weekday, from_minute, to_minute)
  select weekday, "fromMinute", "toMinute"
    from jsonb_to_recordset($1::jsonb) as file (weekday integer, "fromMinute" integer, "toMinute" integer)
      on conflict (weekday, from_minute) do update set to_minute = excluded.to_minute`

/**
 * Loads the categories of reports and the offices' calendar of `data/reports` when they are new or have changed. May be
 * run again. Throws when a file is wrong or the database is away; nothing is half done then.
 */
export async function loadReports({ db }: { db: Pool }, say: (line: string) => void) {
  const { categories, holidays, workingTimes, sha256 } = await readReportFiles()
  if (await isShipped(db, NAME, sha256)) return
  say(`      Nạp ${categories.length} loại phản ánh và lịch làm việc …`)
  const [kinds, days, times] = [categories, holidays, workingTimes].map((rows) => JSON.stringify(rows))
  await inTransaction(db, async (client) => {
    await client.query(PUT_CATEGORIES, [kinds])
    await client.query(END_CATEGORIES, [kinds])
    await client.query(FORGET_HOLIDAYS, [days])
    await client.query(PUT_HOLIDAYS, [days])
    await client.query(FORGET_WORKING_TIMES)
    await client.query(PUT_WORKING_TIMES, [times])
    await client.query(MARK_SHIPPED, [NAME, sha256])
  })
}
