import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ImportRefused } from './request.ts'

const LONGEST_MS = 30 * 60_000
const isSource = import.meta.url.endsWith('.ts')
const program = join(
  dirname(fileURLToPath(import.meta.url)),
  isSource ? 'gdal-process.ts' : 'gdal-process.js'
)
const require = createRequire(import.meta.url)
/** gdal3.js looks for its data where the process is started. */
const gdalFolder = dirname(require.resolve('gdal3.js/node.js')) + '/dist/package'

const Answer = z.object({
  ok: z.boolean(),
  errors: z.array(z.string()),
  info: z.unknown().optional(),
  path: z.string().optional()
})
type Answer = z.infer<typeof Answer>

/** One job for GDAL: look at a file (`layer` null) or write one of its layers to `outDir` as GeoJSON lines. */
export interface GdalJob {
  file: string
  open: string[]
  vsi: string[]
  outDir: string
  layer: string | null
  options: string[]
}

/** Runs GDAL in a process of its own. A file that makes it crash or hang is refused like one it cannot read. */
export function runGdal(job: GdalJob): Promise<Answer> {
  const child = fork(program, [], {
    cwd: gdalFolder,
    execArgv: isSource ? ['--import', import.meta.resolve('tsx')] : [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
    child.once('message', (message) => resolve(Answer.parse(message)))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      resolve({ ok: false, errors: [`GDAL ended early (${signal ?? code})`] })
    })
    child.send(job)
  })
}

/** The sentence for a file that GDAL cannot read. */
export function unreadable(name: string, errors: readonly string[]): ImportRefused {
  const known = errors.filter((line) => /error|not recognized|cannot|corrupt|unable|failed|fatal/i.test(line))
  const detail = (known.length > 0 ? known : errors)
    .slice(0, 2)
    .join('; ')
    .replace(/\/(input|output)\//g, '')
  return new ImportRefused({
    vi: `Không đọc được tệp «${name}»: tệp hỏng, bị cắt cụt hoặc không phải định dạng được hỗ trợ${detail ? ` (${detail})` : ''}. Hãy xuất lại tệp từ phần mềm nguồn.`,
    en: `The file «${name}» cannot be read: it is broken, truncated or of no supported format${detail ? ` (${detail})` : ''}. Export it again at the source.`
  })
}
