import { createRequire } from 'node:module'
import { z } from 'zod'

// GDAL's own process: a broken file can crash or hang it without harm, and its memory goes with it. Started by run-gdal.ts in
// the folder of gdal3.js's data files (it looks for them where it is started); gets one job, answers once, ends.

const Job = z.object({
  file: z.string(),
  /** Options for opening, driver by driver (GDAL ignores those it does not know). */
  open: z.array(z.string()),
  vsi: z.array(z.string()),
  outDir: z.string(),
  /** null: only look at it. */
  layer: z.string().nullable(),
  options: z.array(z.string())
})
type Job = z.infer<typeof Job>

interface Dataset {
  pointer: number
  info?: unknown
}
interface Gdal {
  open(file: string, options: string[], vsi: string[]): Promise<{ datasets: Dataset[] }>
  ogrinfo(dataset: Dataset): Promise<unknown>
  ogr2ogr(dataset: Dataset, options: string[], name: string): Promise<{ real: string }>
}
type Init = (config: object) => Promise<Gdal>

const require = createRequire(import.meta.url)
// gdal3.js has no types for its Node entry; these are the three functions of its documentation that are used.
const init = require('gdal3.js/node.js') as Init

async function run(job: Job) {
  const errors: string[] = []
  const gdal = await init({
    path: '.',
    dest: job.outDir,
    useWorker: false,
    env: { OGR_GEOJSON_MAX_OBJ_SIZE: '0', OSM_USE_CUSTOM_INDEXING: 'NO' },
    logHandler: () => undefined,
    errorHandler: (text: string) => errors.push(text)
  })
  const { datasets } = await gdal.open(job.file, job.open, job.vsi)
  const [dataset] = datasets
  if (!dataset) return { ok: false, errors }
  if (job.layer === null) return { ok: true, info: dataset.info ?? (await gdal.ogrinfo(dataset)), errors }
  const { real } = await gdal.ogr2ogr(dataset, [...job.options, job.layer], 'rows')
  return { ok: true, path: real, errors }
}

process.once('message', (message) => {
  run(Job.parse(message)).then(
    (answer) => process.send?.(answer, () => process.exit(0)),
    (error: unknown) => process.send?.({ ok: false, errors: [describe(error)] }, () => process.exit(0))
  )
})
process.once('disconnect', () => process.exit(1))

function describe(error: unknown): string {
  if (Array.isArray(error)) return error.map(describe).join('; ')
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error)
}
