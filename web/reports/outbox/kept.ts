import type { ReportStore } from './store.ts'

/**
 * What was kept under a key, at once, and what the network says, when it does. `show` is told of each; without either,
 * `fail` is told why. The returned function ends it.
 */
export function keepAndRenew<T>(
  store: ReportStore,
  key: string,
  ask: (signal: AbortSignal) => Promise<T>,
  show: (value: T) => void,
  fail: (error: unknown) => void = () => undefined
): () => void {
  const end = new AbortController()
  let isNew = false
  const kept = store.kept(key).then((value) => {
    if (value === undefined || isNew || end.signal.aborted) return value !== undefined
    show(value as T) // put there under this key by the line below
    return true
  })
  ask(end.signal)
    .then(async (value) => {
      isNew = true
      if (!end.signal.aborted) show(value)
      await store.keep(key, value)
    })
    .catch(async (error: unknown) => {
      if (!end.signal.aborted && !isNew && !(await kept)) fail(error)
    })
  return () => end.abort()
}
