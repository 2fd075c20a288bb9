import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import type { StaffTour, TourWords } from './tour-contract.ts'
import {
  findOwnTour,
  findStopSites,
  findStray,
  insertTour,
  putStops,
  setPublished,
  updateTour,
  type OwnTour,
  type StopSite
} from './tour-desk-queries.ts'

/** A way that passes farther from a stop than this is another way. */
const FARTHEST_M = 1_000
/** Whoever drives from stop to stop strays less; on long legs half of the longest is allowed. */
const MOST_STRAY_M = 5_000

const NONE = {
  vi: 'Không có tuyến này trong phạm vi ông/bà quản lý. Hãy tải lại danh sách tuyến.',
  en: 'There is no such tour among those that you manage. Load the list of tours again.'
}
const NO_RELIC = {
  vi: 'Có di tích trong tuyến không thuộc phạm vi ông/bà quản lý, hoặc không còn. Hãy tải lại trang.',
  en: 'A relic of the tour is not among those that you manage, or is gone. Load the page again.'
}
const TWICE = {
  vi: 'Mỗi di tích chỉ đứng một lần trong tuyến. Hãy bỏ bớt di tích trùng.',
  en: 'A relic stands in a tour only once. Take the second one out.'
}
const hidden = (name: string) =>
  new HttpError(422, {
    vi: `Vị trí của «${name}» được giữ kín, nên tuyến không được có đường vẽ đi tới đó. Hãy bỏ đường vẽ, hoặc bỏ di tích này khỏi tuyến.`,
    en: `The place of “${name}” is kept back, so the tour must not have a drawn way that leads there. Take out the way, or this relic.`
  })
const tooFar = (name: string, metres: number) =>
  new HttpError(422, {
    vi: `Đường vẽ đi cách «${name}» ${Math.round(metres).toLocaleString('vi')} m, xa hơn ${FARTHEST_M.toLocaleString('vi')} m. Hãy kiểm tra tệp đường và hệ tọa độ (WGS 84).`,
    en: `The drawn way passes “${name}” at ${Math.round(metres).toLocaleString('en')} m, farther than ${FARTHEST_M.toLocaleString('en')} m. Check the file and its coordinates (WGS 84).`
  })

const km = (metres: number, language: string) =>
  (metres / 1000).toLocaleString(language, { maximumFractionDigits: 0 })
const strays = (metres: number, most: number) =>
  new HttpError(422, {
    vi: `Đường vẽ có chỗ cách tuyến ${km(metres, 'vi')} km, xa hơn ${km(most, 'vi')} km. Hãy cắt bỏ phần đi tới và phần đi về, chỉ giữ đường giữa các điểm dừng.`,
    en: `The drawn way strays ${km(metres, 'en')} km from the tour, farther than ${km(most, 'en')} km. Cut off how you came and went, and keep the way between the stops.`
  })

/** What changes to tours are made with. */
export interface TourDesk {
  db: Pool
  audit: Audit<Queryable>
}

/** A culture officer and the address from which he asks. */
export interface Maker {
  actor: Actor
  from: string
}

/** `outdated`: somebody was quicker, and nothing was done. `tour`: as it is now. */
export interface TourOutcome {
  kind: 'done' | 'outdated'
  tour: StaffTour
}

/** A way is no record of how somebody came from home. Throws 422. */
async function requireNear(db: Queryable, words: TourWords) {
  const stray = await findStray(db, words)
  if (!stray) return
  const most = Math.max(MOST_STRAY_M, stray.longestLegM / 2)
  if (stray.strayM > most) throw strays(stray.strayM, most)
}

/** The stops of a tour, each once, of the officer's commune, and near its way. Throws 404 and 422. */
async function requireStops(db: Queryable, { actor }: Maker, words: TourWords): Promise<StopSite[]> {
  const sites = await findStopSites(db, words, actor.communeCode)
  if (sites.length < words.stops.length) throw new HttpError(404, NO_RELIC)
  if (new Set(sites.map(({ id }) => id)).size < sites.length) throw new HttpError(422, TWICE)
  if (words.line === null) return sites
  const secret = sites.find(({ isProtected }) => isProtected)
  if (secret) throw hidden(secret.name)
  const far = sites.find(({ awayM }) => (awayM ?? 0) > FARTHEST_M)
  if (far) throw tooFar(far.name, far.awayM ?? 0)
  await requireNear(db, words)
  return sites
}

async function requireTour(db: Queryable, id: number, communeCode: string | null): Promise<OwnTour> {
  const found = await findOwnTour(db, id, communeCode)
  if (!found) throw new HttpError(404, NONE)
  return found
}

/** What the log keeps of a tour. */
const told = ({ slug, titleVi, stops, line, published }: StaffTour) => ({
  slug,
  titleVi,
  stops: stops.map((stop) => stop.slug),
  hasWay: line !== null,
  published
})

/** Makes a tour that only staff see. */
export async function createTour(
  { db, audit }: TourDesk,
  maker: Maker,
  words: TourWords
): Promise<StaffTour> {
  return inTransaction(db, async (client) => {
    const sites = await requireStops(client, maker, words)
    const communeCode = maker.actor.communeCode ?? sites[0]?.communeCode ?? null
    const id = await insertTour(client, communeCode, words)
    await putStops(
      client,
      id,
      sites.map((site) => site.id)
    )
    const { tour } = await requireTour(client, id, null)
    const what = { subject: 'relic_tour', subjectId: id, communeCode, after: told(tour) }
    await audit(client, { ...maker, action: 'relic_tour.create', ...what })
    return tour
  })
}

interface Which {
  id: number
  version: number
}

/** Does one change of a tour of a version. Throws 404. */
async function change(
  { db, audit }: TourDesk,
  maker: Maker,
  { id, version }: Which,
  action: 'relic_tour.change' | 'relic_tour.publish' | 'relic_tour.withdraw',
  work: (client: Queryable) => Promise<void>
): Promise<TourOutcome> {
  return inTransaction(db, async (client) => {
    const { tour: before, communeCode } = await requireTour(client, id, maker.actor.communeCode)
    if (before.version !== version) return { kind: 'outdated', tour: before }
    await work(client)
    const { tour } = await requireTour(client, id, null)
    const what = {
      subject: 'relic_tour',
      subjectId: id,
      communeCode,
      before: told(before),
      after: told(tour)
    }
    await audit(client, { ...maker, action, ...what })
    return { kind: 'done', tour }
  })
}

/** Says all of a tour anew; a public one is so at once. Throws 404 and 422. */
export async function changeTour(desk: TourDesk, maker: Maker, which: Which, words: TourWords) {
  return change(desk, maker, which, 'relic_tour.change', async (client) => {
    const sites = await requireStops(client, maker, words)
    await updateTour(client, which.id, words)
    await putStops(
      client,
      which.id,
      sites.map((site) => site.id)
    )
  })
}

/** Puts a tour before the public, or takes it back; its address stays its own. Throws 404. */
export async function publishTour(desk: TourDesk, maker: Maker, which: Which, published: boolean) {
  const action = published ? 'relic_tour.publish' : 'relic_tour.withdraw'
  return change(desk, maker, which, action, (client) => setPublished(client, which.id, published))
}
