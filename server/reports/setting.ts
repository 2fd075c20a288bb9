import type { Actor } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { distanceM } from '../figures/distance.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { Bilingual } from '../http/language.ts'
import type { ReportActionBody } from './action-contract.ts'
import type { WorkCalendar } from './clock.ts'
import type { ReportState } from './contract.ts'
import type { Setting } from './effect.ts'
import { plainText } from './plain-text.ts'
import { findOffered, findPlace } from './receive-queries.ts'
import {
  countAfterPictures,
  findMergedFrom,
  findMergeTarget,
  findOwnUnit,
  findUnit,
  worksFor
} from './setting-queries.ts'
import type { StaffRow } from './staff-row.ts'
import { refuseResolving } from './workflow.ts'

const lacking = (vi: string, en: string) => new HttpError(422, { vi, en })

const OTHER_COMMUNE: Bilingual = {
  vi: 'Vị trí mới nằm ngoài xã của phản ánh. Nếu đúng là thuộc xã khác, hãy chuyển phản ánh cho xã đó.',
  en: 'The new place lies outside the commune of the report. If it belongs to another, hand the report over.'
}

/** Nothing looked up yet. */
const emptySetting = (actor: Actor, calendar: WorkCalendar, now: Date): Setting => ({
  now,
  calendar,
  accountId: actor.accountId,
  ownUnitId: null,
  unitName: null,
  into: null,
  mergedFrom: null,
  place: null,
  category: null,
  distanceM: null
})

type Body<Name extends ReportActionBody['action']> = Extract<ReportActionBody, { action: Name }>

async function forAssigning(db: Queryable, row: StaffRow, { unitId, accountId }: Body<'assign'>) {
  const unit = await findUnit(db, unitId, row.commune)
  if (!unit)
    throw lacking(
      'Không có đơn vị này trong xã của phản ánh. Hãy chọn đơn vị khác.',
      'There is no such unit in the commune of the report. Choose another one.'
    )
  if (accountId !== undefined && !(await worksFor(db, accountId, unitId)))
    throw lacking(
      'Người được giao không làm việc ở đơn vị này. Hãy chọn người khác hoặc để trống.',
      'That person does not work for this unit. Choose another one, or nobody.'
    )
  return { unitName: unit.name }
}

async function forResolving(db: Queryable, row: StaffRow, { reason, place }: Body<'resolve'>) {
  const pictures = await countAfterPictures(db, row.id, row.reopenedAt)
  const metres = place ? distanceM(place, { lng: row.lng, lat: row.lat }) : null
  const refusal = refuseResolving({ pictures, distanceM: metres, reason: plainText(reason) })
  if (refusal) throw new HttpError(refusal.status, refusal.detail)
  return { distanceM: metres }
}

async function forMerging(db: Queryable, row: StaffRow, { into }: Body<'merge'>, actor: Actor) {
  const target = await findMergeTarget(db, actor.accountId, into, row.id)
  if (!target)
    throw lacking(
      `Không có phản ánh số «${into}» để gộp vào. Hãy kiểm tra lại số phản ánh.`,
      `There is no report ${into} to merge into. Check its number.`
    )
  if (target.inside)
    throw lacking(
      'Không gộp được phản ánh vào chính nó hoặc vào phản ánh đã gộp vào nó.',
      'A report cannot be merged into itself, or into one that was merged into it.'
    )
  if (target.state === 'duplicate')
    throw lacking(
      `Phản ánh «${into}» đã được gộp vào phản ánh khác. Hãy chọn phản ánh đó.`,
      `Report ${into} was itself merged into another. Choose that one.`
    )
  if (target.commune !== row.commune)
    throw lacking('Hai phản ánh thuộc hai xã khác nhau.', 'The two reports belong to different communes.')
  return { into: { id: target.id, number: target.number } }
}

async function forEditing(db: Queryable, row: StaffRow, { category, place }: Body<'edit'>, now: Date) {
  const isOther = category !== undefined && category !== row.category
  const offered = isOther ? await findOffered(db, category) : null
  if (offered === undefined)
    throw lacking(`Không có loại phản ánh «${category}».`, `There is no category “${category}”.`)
  const found = place === undefined ? null : await findPlace(db, place, dayInVietnam(now))
  if (place !== undefined && found?.communeCode !== row.commune) throw new HttpError(422, OTHER_COMMUNE)
  return { category: offered, place: found ?? null }
}

const asState = (state: ReportState | undefined) => ({ mergedFrom: state ?? null })

async function lookUp(
  db: Queryable,
  row: StaffRow,
  body: ReportActionBody,
  actor: Actor,
  now: Date
): Promise<Partial<Setting>> {
  if (body.action === 'assign') return forAssigning(db, row, body)
  if (body.action === 'resolve') return forResolving(db, row, body)
  if (body.action === 'merge') return forMerging(db, row, body, actor)
  if (body.action === 'edit') return forEditing(db, row, body, now)
  if (body.action === 'unmerge') return asState(await findMergedFrom(db, row.id))
  if (body.action === 'receive' || body.action === 'start')
    return { ownUnitId: (await findOwnUnit(db, row.id, actor.unitId)) ?? null }
  return {}
}

/** Looks up what an action needs. Throws 422 where what was named is not there or something is lacking. */
export async function settingOf(
  db: Queryable,
  row: StaffRow,
  body: ReportActionBody,
  given: { actor: Actor; calendar: WorkCalendar; now: Date }
): Promise<Setting> {
  const { actor, calendar, now } = given
  return { ...emptySetting(actor, calendar, now), ...(await lookUp(db, row, body, actor, now)) }
}
