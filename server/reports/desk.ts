import type { Pool } from 'pg'
import type { Audit, Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import type { DrawPlace } from '../http/pages/draw-place.ts'
import type { MediaStore } from '../media/contract.ts'
import type { WorkCalendar } from './clock.ts'
import type { Senders } from './senders.ts'

/** What the routes of reports work with. */
export interface ReportDesk {
  db: Pool
  readDb: Queryable
  who: Who
  audit: Audit<Queryable>
  media: MediaStore
  calendar: () => Promise<WorkCalendar>
  senders: Senders
  drawPlace: DrawPlace
}
