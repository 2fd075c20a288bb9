import { rmSync } from 'node:fs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** While `work` runs, a signal that ends the program first takes away what was begun at a path; null: nothing was. */
export async function tidyOnEnding<T>(path: string | null, work: () => Promise<T>): Promise<T> {
  const end = (signal: NodeJS.Signals) => {
    if (path !== null) rmSync(path, { recursive: true, force: true })
    // Nobody hears it any more, so that it ends the program as it would have.
    for (const name of SIGNALS) process.off(name, end)
    process.kill(process.pid, signal)
  }
  for (const name of SIGNALS) process.on(name, end)
  try {
    return await work()
  } finally {
    for (const name of SIGNALS) process.off(name, end)
  }
}
