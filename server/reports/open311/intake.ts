import { randomUUID } from 'node:crypto'
import { dayInVietnam } from '../../http/calendar.ts'
import { HttpError } from '../../http/errors.ts'
import type { Receipt } from '../contract.ts'
import type { ReportDesk } from '../desk.ts'
import { plainText } from '../plain-text.ts'
import { findOffered, findPlace } from '../receive-queries.ts'
import { receiveReport, type Arrival } from '../receive.ts'
import type { NewRequest } from './contract.ts'
import { findKeyHolder, type KeyHolder } from './key-queries.ts'
import { noService } from './reading-routes.ts'
import { findDescription, keepDetails } from './request-queries.ts'

const NO_KEY = {
  vi: 'Thiếu api_key hoặc api_key không còn hiệu lực. Hãy xin quản trị viên của chương trình này cấp khóa.',
  en: 'The api_key is missing or not in force. Ask the administrator of this program for one.'
}
const NO_PLACE = {
  vi: 'Cần có lat và long (độ, WGS 84): chương trình này không suy ra vị trí từ địa chỉ. Địa chỉ có thể gửi kèm.',
  en: 'lat and long (degrees, WGS 84) are needed: this program finds no place from an address. One may be sent besides.'
}
const OTHER_COMMUNE = {
  vi: 'Vị trí không thuộc xã mà jurisdiction_id hoặc api_key này được phép gửi. Hãy xem lại vị trí.',
  en: 'The place is not in the commune that this jurisdiction_id or api_key is for. Check the place.'
}

/** Whose key it is. Throws 403 for none; 429 when too many wrong ones came from the address. */
export async function requireKey(
  { db, senders }: ReportDesk,
  key: unknown,
  address: string
): Promise<KeyHolder> {
  if (typeof key === 'string' && key !== '') {
    const holder = await findKeyHolder(db, key)
    if (holder) return holder
    await senders.count('guess', address)
  }
  throw new HttpError(403, NO_KEY)
}

function placeOf({ lat, long }: NewRequest) {
  if (lat === undefined || long === undefined) throw new HttpError(400, NO_PLACE)
  return { lng: long, lat }
}

/** Throws 400 for a place outside a commune that is wanted. A place in no commune is B's to refuse. */
async function requireCommunes(desk: ReportDesk, request: NewRequest, wanted: readonly string[]) {
  if (wanted.length === 0) return
  const place = await findPlace(desk.db, placeOf(request), dayInVietnam())
  if (place && wanted.some((code) => code !== place.communeCode)) throw new HttpError(400, OTHER_COMMUNE)
}

function arrivalOf(request: NewRequest, { system }: KeyHolder): Arrival {
  const id = randomUUID()
  const place = placeOf(request)
  const { 'attribute[accuracy]': accuracyM, 'attribute[observed_at]': observedAt } = request
  const name = [request.last_name, request.first_name].filter(Boolean).join(' ')
  return {
    report: {
      id,
      category: request.service_code,
      place,
      placeFrom: accuracyM === undefined ? 'map' : 'gps',
      media: [],
      contact: { name, phone: request.phone, email: request.email },
      ...(accuracyM === undefined ? {} : { measured: { ...place, accuracyM } }),
      ...(observedAt === undefined ? {} : { observedAt: observedAt.toISOString() }),
      ...(request.description === undefined ? {} : { description: request.description })
    },
    channel: 'open311',
    actor: null,
    address: null,
    // Without an id of its own it is known by ours, and is another report each time.
    foreign: { system, id: request['attribute[external_id]'] ?? id }
  }
}

/** What staff read besides: an address, and a picture that is never fetched from here. */
const detailsOf = ({ address_string, address_id, media_url }: NewRequest) =>
  [address_string, address_id, media_url].filter(Boolean).join('\n')

/**
 * Takes a request of another system in, once per its own id. `named`: the communes it says it is of; `isOther`: it was here already, in
 * other words, and these were not taken. Throws what taking in throws, and 400.
 */
export async function takeRequest(
  desk: ReportDesk,
  request: NewRequest,
  holder: KeyHolder,
  named: readonly string[]
): Promise<{ receipt: Receipt; isNew: boolean; isOther: boolean }> {
  const arrival = arrivalOf(request, holder)
  await requireCommunes(desk, request, holder.communeCode === null ? named : [...named, holder.communeCode])
  const taken = await receiveReport(desk, arrival).catch(async (error: unknown) => {
    const isOffered = await findOffered(desk.db, request.service_code)
    throw isOffered ? error : noService(request.service_code)
  })
  const [details, { description }] = [detailsOf(request), request]
  if (details) await keepDetails(desk.db, taken.receipt.id, details, holder.system)
  const isOther =
    !taken.isNew && (await findDescription(desk.db, taken.receipt.id)) !== plainText(description)
  return { ...taken, isOther }
}
