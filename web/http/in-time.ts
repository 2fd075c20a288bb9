/**
 * Longer than the server ever takes: it ends its own statements after 120 s and says so. What has not come by then will
 * not come, because the connection is dead.
 */
export const TIMEOUT_MS = 125_000

/**
 * Runs a request with a signal that ends with the caller's, and by itself after TIMEOUT_MS. Throws what the request
 * throws. By hand, because phones that draw the map do not all know `AbortSignal.any`.
 */
export async function inTime<T>(
  signal: AbortSignal,
  request: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const own = new AbortController()
  const end = () => own.abort(signal.reason)
  const timer = setTimeout(() => own.abort(), TIMEOUT_MS)
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  try {
    return await request(own.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
