import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyReply } from 'fastify'
import type { Queryable } from '../../db/pool.ts'
import { dayInVietnam } from '../../http/calendar.ts'
import { HttpError } from '../../http/errors.ts'
import { atMost } from '../../http/turns.ts'
import type { z } from 'zod'
import type { Collection } from '../collection.ts'
import { EXPORT_FORMATS, type ExportFormat, type ExportQuery } from './contract.ts'
import { exportFile, type ExportedFile } from './convert.ts'
import type { Audience } from './rows.ts'

/** GDAL takes a processor to itself. */
const AT_ONCE = 2
/** Whoever comes when so many are waiting or served is asked to come again. */
const MOST_WAITING = 10

const nothing = ({ title }: Collection) =>
  new HttpError(404, {
    vi: `Lớp «${title.vi}» chưa có đối tượng nào trong phạm vi và vào ngày đã chọn, nên không có gì để xuất.`,
    en: `The collection “${title.en}” has nothing in that area on that day, so there is nothing to export.`
  })

const busy = () =>
  new HttpError(503, {
    vi: 'Máy chủ đang xuất nhiều tệp cùng lúc. Hãy thử lại sau ít phút.',
    en: 'The server is exporting many files at once. Try again in a few minutes.'
  })

/** At most so many at once, the others in their turn; throws 503 where too many are waiting. */
function inShortTurn() {
  const inTurn = atMost(AT_ONCE)
  let asked = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (asked >= MOST_WAITING) throw busy()
    asked += 1
    try {
      return await inTurn(work)
    } finally {
      asked -= 1
    }
  }
}

/** Refuses what the format cannot hold. */
function requireFit({ geometry, title }: Collection, format: ExportFormat, srid: number) {
  if (format.onlyDegrees && srid !== 4326)
    throw new HttpError(400, {
      vi: `Định dạng ${format.driver} chỉ chứa tọa độ WGS 84 (EPSG:4326). Để có VN-2000, hãy chọn gpkg, shp, fgb, csv hoặc xlsx.`,
      en: `${format.driver} only holds WGS 84 (EPSG:4326). For VN-2000 choose gpkg, shp, fgb, csv or xlsx.`
    })
  if (format.needsPlace && geometry === null)
    throw new HttpError(400, {
      vi: `Lớp «${title.vi}» không có vị trí, nên không xuất được ra ${format.driver}. Hãy chọn csv, xlsx, gpkg hoặc geojson.`,
      en: `The collection “${title.en}” has no places, so ${format.driver} cannot hold it. Choose csv, xlsx, gpkg or geojson.`
    })
}

/** The folder goes when the last byte has, or the reader. */
async function send(reply: FastifyReply, file: ExportedFile, type: string, name: string) {
  const { size } = await stat(file.path)
  const stream = createReadStream(file.path)
  stream.once('close', () => void file.remove())
  return reply
    .headers({
      'content-type': type,
      'content-length': size,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache'
    })
    .send(stream)
}

/** What is asked of an export, and for whom it is. */
interface Asked {
  collection: Collection
  audience: Audience
  query: z.infer<typeof ExportQuery>
  /** Once the file is ready; where it throws, nothing is sent. */
  beforeSending?: () => Promise<void>
}

/** Answers with a collection as a file. Throws 400, 404 and 503. */
export type SendExport = (reply: FastifyReply, asked: Asked) => Promise<FastifyReply>

/** Whoever asks, and by whichever route, waits in the one queue for GDAL. */
export function openExports(db: Queryable): SendExport {
  const inTurn = inShortTurn()
  return async (reply, { collection, audience, query, beforeSending }) => {
    const { f, crs: srid, commune, asOf: day = dayInVietnam() } = query
    const format: ExportFormat = EXPORT_FORMATS[f]
    requireFit(collection, format, srid)
    const file = await inTurn(() => exportFile(db, { collection, audience, format, srid, day, commune }))
    if (!file) throw nothing(collection)
    await beforeSending?.().catch(async (error: unknown) => {
      await file.remove()
      throw error
    })
    const staff = audience === 'staff' ? 'noi-bo' : undefined
    const name = ['dia-ban', collection.id, staff, commune, srid === 4326 ? undefined : `epsg${srid}`, day]
    return send(reply, file, format.type, `${name.filter(Boolean).join('_')}.${format.extension}`)
  }
}
