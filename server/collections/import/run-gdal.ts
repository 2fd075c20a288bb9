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

/** A job: open a file, which answers what is in it, or write one of its layers to the folder as GeoJSON lines. */
export type GdalJob =
  | { kind: 'open'; file: string; options: string[]; outDir: string }
  | { kind: 'write'; layer: string; options: string[]; name: string }

/** GDAL in a process of its own: jobs one after the other, then `close`. */
export interface Gdal {
  ask: (job: GdalJob) => Promise<Answer>
  close: () => void
}

/** Starts GDAL. A file that makes it crash or hang is refused like one it cannot read. */
export function startGdal(): Gdal {
  const child = fork(program, [], {
    cwd: gdalFolder,
    execArgv: isSource ? ['--import', import.meta.resolve('tsx')] : [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })
  const ended = new Promise<Answer>((resolve) => {
    child.once('error', (error) => resolve({ ok: false, errors: [error.message] }))
    child.once('exit', (code, signal) =>
      resolve({ ok: false, errors: [`GDAL ended early (${signal ?? code})`] })
    )
  })
  const answer = () =>
    new Promise<Answer>((resolve, reject) => {
      child.once('message', (message) => {
        const parsed = Answer.safeParse(message)
        if (parsed.success) resolve(parsed.data)
        else reject(parsed.error)
      })
    })
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
  return {
    async ask(job) {
      const answered = answer()
      // A process that is gone is told by `ended`.
      child.send(job, () => undefined)
      return Promise.race([answered, ended])
    },
    close() {
      clearTimeout(timer)
      child.kill('SIGKILL')
    }
  }
}

/** The sentence for a file that GDAL cannot read. */
export function unreadable(name: string, errors: readonly string[]): ImportRefused {
  const known = errors.filter((line) => /error|not recognized|cannot|corrupt|unable|failed|fatal/i.test(line))
  const detail = (known.length > 0 ? known : errors)
    .slice(0, 2)
    .join('; ')
    .replace(/\/(input|output)\//g, '')
    .replace(/In file \S+, at line \d+, /g, '')
  return new ImportRefused({
    vi: `Không đọc được tệp «${name}»: tệp hỏng, bị cắt cụt hoặc không phải định dạng được hỗ trợ${detail ? ` (${detail})` : ''}. Hãy xuất lại tệp từ phần mềm nguồn.`,
    en: `The file «${name}» cannot be read: it is broken, truncated or of no supported format${detail ? ` (${detail})` : ''}. Export it again at the source.`
  })
}
