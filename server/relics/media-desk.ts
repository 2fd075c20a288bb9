import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import { nextMoment } from '../collections/import/publish.ts'
import { TAKE_TURN } from '../collections/import/publish-sql.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { MediaStore } from '../media/contract.ts'
import { findSite, type RelicSite } from './image-queries.ts'

/** What changes to the media of relics are made with. */
export interface MediaDesk {
  db: Pool
  audit: Audit<Queryable>
  media: MediaStore
}

/** A culture officer, the address from which he asks, and the relic that he names. */
export interface Asked {
  actor: Actor
  from: string
  slug: string
}

/** `outdated`: somebody was quicker, and nothing was done. `relic`: as its media are now. */
export interface DeskOutcome<Listed> {
  kind: 'done' | 'outdated'
  relic: Listed
}

const NO_RELIC = {
  vi: 'Không có di tích này trong phạm vi ông/bà quản lý. Hãy mở lại từ danh sách di tích.',
  en: 'There is no such relic among those that you manage. Open it again from the list.'
}

/** A relic of the officer's commune. Throws 404. */
export async function requireSite(db: Queryable, { actor, slug }: Omit<Asked, 'from'>): Promise<RelicSite> {
  const site = await findSite(db, slug, actor.communeCode)
  if (!site) throw new HttpError(404, NO_RELIC)
  return site
}

/** A change, once it is its turn among publications: figures of a moment stay what they were. */
export interface Turn {
  client: Queryable
  site: RelicSite
  at: string
  today: string
}

/** Which change it is, and how the relic's media are listed afterwards. */
interface Kind<Listed> {
  action: Parameters<Audit<Queryable>>[1]['action']
  listOf: (db: Queryable, site: RelicSite) => Promise<Listed>
}

/** What goes into the log; null: nothing was done. */
export type Told = { before?: Record<string, unknown>; after?: Record<string, unknown> } | null

/** Does one change of a relic's media in one transaction, with its entry in the log. Throws 404. */
export async function changeInTurn<Listed>(
  { db, audit }: MediaDesk,
  asked: Asked,
  { action, listOf }: Kind<Listed>,
  work: (turn: Turn) => Promise<Told>
): Promise<DeskOutcome<Listed>> {
  return inTransaction(db, async (client) => {
    const site = await requireSite(client, asked)
    await client.query(TAKE_TURN)
    const at = await nextMoment(client)
    const told = await work({ client, site, at, today: dayInVietnam() })
    const relic = await listOf(client, site)
    if (told === null) return { kind: 'outdated', relic }
    const { actor, from } = asked
    const subject = { subject: 'relic', subjectId: site.slug, communeCode: site.communeCode }
    await audit(client, { actor, from, action, ...subject, ...told })
    return { kind: 'done', relic }
  })
}
