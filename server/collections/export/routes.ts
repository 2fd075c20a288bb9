import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../../db/pool.ts'
import { dayInVietnam } from '../../http/calendar.ts'
import { HttpError } from '../../http/errors.ts'
import { withoutEmpty } from '../../http/form-query.ts'
import { atMost } from '../../http/turns.ts'
import type { Collection, Registry } from '../collection.ts'
import { EXPORT_FORMATS, exportPath, ExportQuery, type ExportFormat } from './contract.ts'
import { exportFile, type ExportedFile } from './convert.ts'

interface ExportRoutes {
  readDb: Queryable
  registry: Registry
}

/** GDAL takes a processor to itself. */
const AT_ONCE = 2
/** Whoever comes when so many are waiting or served is asked to come again. */
const MOST_WAITING = 10

const Params = z.strictObject({ collectionId: z.string().max(60) })

const unknown = (id: string, registry: Registry) => {
  const known = registry.open.map((collection) => collection.id).join(', ')
  return new HttpError(404, {
    vi: `Không có lớp dữ liệu «${id}». Các lớp có thể xuất: ${known}.`,
    en: `There is no collection “${id}”. Those that can be exported: ${known}.`
  })
}

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

/** Every open collection as a file for desktop programs, in WGS 84 or VN-2000. */
export const exportRoutes: FastifyPluginAsyncZod<ExportRoutes> = async (app, { readDb, registry }) => {
  const inTurn = inShortTurn()
  const schema = { params: Params, querystring: z.preprocess(withoutEmpty, ExportQuery) }
  const options = { schema, compress: false as const }
  app.get(exportPath(':collectionId'), options, async (request, reply) => {
    const { collectionId } = request.params
    const collection = registry.open.find(({ id }) => id === collectionId)
    if (!collection) throw unknown(collectionId, registry)
    const { f, crs: srid, commune, asOf: day = dayInVietnam() } = request.query
    const format: ExportFormat = EXPORT_FORMATS[f]
    requireFit(collection, format, srid)
    const file = await inTurn(() => exportFile(readDb, { collection, format, srid, day, commune }))
    if (!file) throw nothing(collection)
    const name = ['dia-ban', collection.id, commune, srid === 4326 ? undefined : `epsg${srid}`, day]
    return send(reply, file, format.type, `${name.filter(Boolean).join('_')}.${format.extension}`)
  })
}
