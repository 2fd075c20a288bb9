import { readFileSync, readlinkSync } from 'node:fs'
import { z } from 'zod'

export const ProcessIdentity = z.object({
  pid: z.int().positive(),
  startedAt: z.string(),
  namespace: z.string().default('')
})
/**
 * A process as no later one can be: its id, when it started (clock ticks since a boot that is named; empty where the
 * system does not tell), and the namespace in which the id counts: each container has its own.
 */
export type ProcessIdentity = z.infer<typeof ProcessIdentity>

/** `unknown`: of another container or machine, or of a system that does not tell when a process started. */
export type ProcessState = 'running' | 'gone' | 'unknown'

function readOr<T>(read: () => T, fallback: T): T {
  try {
    return read()
  } catch {
    return fallback
  }
}

const bootId = () => readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), '')
const namespace = () => readOr(() => readlinkSync('/proc/self/ns/pid'), '')
const bootOf = (startedAt: string) => startedAt.split('/', 1)[0]

/** When this process id started, or empty where /proc does not tell. A zombie counts as gone. */
function startOf(pid: number): string {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '')
  // The command name may hold spaces and parentheses: fields are counted after its last one.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (stat === '' || state === 'Z' || state === 'X') return ''
  return `${bootId()}/${fields[18] ?? ''}`
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
  return { pid: process.pid, startedAt: startOf(process.pid), namespace: namespace() }
}

/** Whether that very process still runs, as far as can be told from here; a later one with the same id does not count. */
export function stateOf({ pid, startedAt, namespace }: ProcessIdentity): ProcessState {
  const own = ownIdentity()
  if (namespace !== own.namespace || bootOf(startedAt) !== bootOf(own.startedAt)) return 'unknown'
  if (startedAt === '') return answersSignal(pid) ? 'unknown' : 'gone'
  return startOf(pid) === startedAt ? 'running' : 'gone'
}

/** Whether a process of this machine runs; where the system does not tell when it started, its id alone decides. */
export function isRunning(identity: ProcessIdentity): boolean {
  const state = stateOf(identity)
  return (
    state === 'running' || (state === 'unknown' && identity.startedAt === '' && answersSignal(identity.pid))
  )
}
