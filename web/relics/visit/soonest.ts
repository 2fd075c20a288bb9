/** A weak line says nothing for a minute; whoever has a copy in hand does not wait for it. */
const PATIENCE_MS = 4_000
const SERVER_ERROR = 500

/** The network's answer; the kept one where the network is away or ill, or takes longer than one waits. Throws without either. */
export async function soonest(asked: Promise<Response>, kept: Response | undefined): Promise<Response> {
  if (!kept) return asked
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  const heard = asked.then((answer) => (answer.status >= SERVER_ERROR ? kept : answer)).catch(() => kept)
  return Promise.race([heard, late])
}
