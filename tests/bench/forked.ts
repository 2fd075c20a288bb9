import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'

/** A program of the bench in a process of its own; it ends when it is left. */
export function forked(file: URL, args: string[] = []) {
  const child = fork(fileURLToPath(file), args, {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced'
  })
  return {
    send: (message: object) => void child.send(message),
    /** The next message; rejects when the program ends instead. */
    hear: <T>(schema: z.ZodType<T>) =>
      new Promise<T>((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${file.pathname} ended with ${code}`))
        child.once('exit', ended)
        child.once('message', (message) => {
          child.off('exit', ended)
          resolve(schema.parse(message))
        })
      }),
    leave: () => child.disconnect()
  }
}
