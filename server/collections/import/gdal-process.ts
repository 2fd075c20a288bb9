import { createRequire } from 'node:module'
import { z } from 'zod'

// GDAL's own process: a broken file can crash or hang it without harm, and its memory goes with it. Started by run-gdal.ts in
// the folder of gdal3.js's data files (it looks for them where it is started); answers each job in turn until its parent goes.

const Job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    file: z.string(),
    /** Options for opening, driver by driver (GDAL ignores those it does not know). */
    options: z.array(z.string()),
    outDir: z.string()
  }),
  z.object({
    kind: z.literal('write'),
    layer: z.string(),
    options: z.array(z.string()),
    /** Of the file that is written to `outDir`. */
    name: z.string()
  })
])
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
// The module's own object, through which gdal3.js writes; its overloads do not matter here.
const fs = require('node:fs') as { writeSync: (...parameters: unknown[]) => number }

const errors: string[] = []

// GDAL ends as if all were well when the disk is full: what it could not write is told here.
const write = fs.writeSync
fs.writeSync = (...parameters: unknown[]) => {
  try {
    return write(...parameters)
  } catch (error) {
    errors.push(String(error))
    throw error
  }
}
let opened: { gdal: Gdal; dataset: Dataset } | undefined

async function open({ file, options, outDir }: Extract<Job, { kind: 'open' }>) {
  const gdal = await init({
    path: '.',
    dest: outDir,
    useWorker: false,
    env: {
      OGR_GEOJSON_MAX_OBJ_SIZE: '0',
      OSM_USE_CUSTOM_INDEXING: 'NO',
      // Which row of a table is its header is decided by find-header.ts.
      OGR_XLSX_HEADERS: 'DISABLE',
      OGR_XLSX_FIELD_TYPES: 'STRING',
      OGR_ODS_HEADERS: 'DISABLE',
      OGR_ODS_FIELD_TYPES: 'STRING'
    },
    logHandler: () => undefined,
    errorHandler: (text: string) => errors.push(text)
  })
  const { datasets } = await gdal.open(file, options, [])
  const [dataset] = datasets
  if (!dataset) return { ok: false }
  opened = { gdal, dataset }
  return { ok: true, info: dataset.info ?? (await gdal.ogrinfo(dataset)) }
}

async function writeLayer({ layer, options, name }: Extract<Job, { kind: 'write' }>) {
  if (!opened) return { ok: false }
  const { real } = await opened.gdal.ogr2ogr(opened.dataset, [...options, layer], name)
  return { ok: true, path: real }
}

const run = (job: Job) => (job.kind === 'open' ? open(job) : writeLayer(job))

process.on('message', (message) => {
  run(Job.parse(message)).then(
    (answer) => process.send?.({ ...answer, errors: errors.splice(0) }),
    (error: unknown) => process.send?.({ ok: false, errors: [...errors.splice(0), describe(error)] })
  )
})
process.once('disconnect', () => process.exit(0))

function describe(error: unknown): string {
  if (Array.isArray(error)) return error.map(describe).join('; ')
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message)
  return String(error)
}
