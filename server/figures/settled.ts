import type { Queryable } from '../db/pool.ts'
import type { Times } from '../http/contract.ts'
import { dayOf, type Moment } from './moment.ts'

// What is being published becomes known later than its transaction began, so that up to then nothing can change any more.
// The transaction is told by the lock under which publications and undos take turns, or that whatever else becomes known
// holds (the view settling_lock); what holds none yet will be known later than this statement. The statement's own time is
// read before its snapshot. A clock that was set back does not hide what is published. What a crashed import announced has
// no lock and holds nobody up.
const SETTLED = `
  with running as (
    select coalesce(activity.xact_start, (select min(publishing_at) from import_staging), now()) as began
      from pg_locks held
      left join pg_stat_activity activity on activity.pid = held.pid
      join settling_lock using (relation, mode)
     where held.granted and held.database = (select oid from pg_database where datname = current_database())
  ), latest as (
    select max(greatest(published_at, undone_at)) as at from import
  )
  select to_char(
           date_trunc('milliseconds',
             least($1::timestamptz, greatest(now(), (select at from latest)),
                   (select min(began) from running) - interval '1 millisecond'))
           at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "knownAt"`

/**
 * The moment of a question, at which nothing can change any more. `knownAt` is by the database's clock: now, or just
 * before the import that is being published; one that was asked for and is later than that is cut to it, and the answer
 * says so. Throws 400 for a day that no record reaches.
 */
export async function settledMoment(db: Queryable, times: Times): Promise<Moment> {
  const asOf = dayOf(times)
  const { rows } = await db.query<{ knownAt: string }>(SETTLED, [times.knownAt ?? null])
  const knownAt = rows[0]?.knownAt
  if (knownAt === undefined) throw new Error('The database gave no time')
  return { asOf, knownAt }
}
