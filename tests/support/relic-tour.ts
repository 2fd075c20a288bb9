import sharp from 'sharp'
import type { StaffTour } from '../../server/relics/tour-contract.ts'
import { signedIn } from './accounts.ts'
import { communeData, point } from './commune-data.ts'
import type { TestServer } from './server.ts'

const NAMES = ['Đình Đầu', 'Chùa Giữa', 'Đền Cuối']
/** Addresses of the relics of `makeTour`, in its order. */
export const TOUR_RELICS = ['dinh-dau', 'chua-giua', 'den-cuoi'] as const

type Server = Pick<TestServer, 'app' | 'db'>

/** A culture officer of a commune, and how he sends. */
async function officer({ app, db }: Server, communeCode: string, origin: string) {
  const { headers } = await signedIn(db, { role: 'culture', communeCode })
  return async <T>(
    method: 'POST' | 'PUT',
    path: string,
    payload: object,
    more: Record<string, string> = {}
  ) => {
    const sent = { ...headers, origin, host: new URL(origin).host, ...more }
    const response = await app.inject({ method, url: `/api/staff/${path}`, headers: sent, payload })
    if (response.statusCode >= 300) throw new Error(response.body)
    return response.json<T>()
  }
}
type Send = Awaited<ReturnType<typeof officer>>

/** A picture as a camera writes it: grain, so that it weighs something. */
const picture = (red: number) =>
  sharp({
    create: {
      ...{ width: 1200, height: 900, channels: 3 as const, background: { r: red, g: 120, b: 60 } },
      noise: { type: 'gaussian' as const, mean: 128, sigma: 30 }
    }
  })
    .jpeg()
    .toBuffer()

async function show(send: Send, slug: string, bytes: Buffer) {
  const type = { 'content-type': 'application/octet-stream' }
  const { sha256 } = await send<{ sha256: string }>('POST', `relics/${slug}/image-files`, bytes, type)
  const words = { altVi: `Mặt trước ${slug}`, altEn: `The front of ${slug}`, author: 'Trần Thị B' }
  const none = { captionVi: null, captionEn: null, takenOn: null }
  await send('POST', `relics/${slug}/images`, {
    ...{ sha256, kind: 'image', licence: 'CC BY 4.0' },
    ...words,
    ...none
  })
}

/** Three relics of a commune, each with a picture, and a published tour through them. `origin`: of the server's pages. */
export async function makeTour(
  server: Server,
  { communeCode, origin, lng, lat }: { communeCode: string; origin: string; lng: number; lat: number }
): Promise<StaffTour> {
  const description = 'Dựng năm 1740, mái ngói mũi hài.\n\nHội làng mở tháng Giêng.'
  const about = { commune_code: communeCode, rank: 'provincial', kind: 'Lịch sử', accuracy_m: 3, description }
  await communeData(server.db).publish(
    'relics',
    NAMES.map((name, index) => ({ ...about, ref: `t${index}`, name, geom: point(lng + index / 500, lat) }))
  )
  const send = await officer(server, communeCode, origin)
  for (const [index, slug] of TOUR_RELICS.entries()) await show(send, slug, await picture(60 * index))
  const words = { titleVi: 'Tuyến làng nghề', titleEn: 'Craft villages', leadVi: null, leadEn: null }
  const { id, version } = await send<StaffTour>('POST', 'relic-tours', {
    ...words,
    stops: TOUR_RELICS,
    line: null
  })
  return send<StaffTour>(
    'PUT',
    `relic-tours/${id}/published`,
    { published: true },
    { 'if-match': `"${version}"` }
  )
}
