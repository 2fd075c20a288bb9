import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const ProcessIdentity = z.object({ pid: z.int().positive(), startedAt: z.string() })
/** A process as no later one can be: its id and when it started (clock ticks since a boot that is named). */
export type ProcessIdentity = z.infer<typeof ProcessIdentity>

function readText(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** When this process id started, or undefined where /proc does not tell. A zombie counts as gone. */
function startOf(pid: number): string | undefined {
  const stat = readText(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The command name may hold spaces and parentheses: fields are counted after its last one.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (state === 'Z' || state === 'X') return undefined
  return `${readText('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${fields[18] ?? ''}`
}

function answersSignal(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Who this process is. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '' }
}

/** Whether that very process still runs; a later process with the same id does not count. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startedAt === '' ? answersSignal(pid) : startOf(pid) === startedAt
}
