import type { Rate } from '../../../server/places/contract.ts'

/** What was found; sent again under the same name it is one check. */
export interface Finding {
  id: string
  key: string
  reachable: boolean
  down?: Rate
  up?: Rate
}

/** What became of sending: recorded at a moment (RFC 3339), refused with a sentence, or not heard. */
export type Sent =
  { kind: 'recorded'; at: string } | { kind: 'refused'; detail: string } | { kind: 'offline' }

const MOST_MS = 20_000

async function read(response: Response): Promise<Sent> {
  // The contract's own answers: a recorded check, or a problem with its sentence.
  const body = (await response.json()) as { at?: string; detail?: string }
  if (response.ok && body.at !== undefined) return { kind: 'recorded', at: body.at }
  return { kind: 'refused', detail: body.detail ?? String(response.status) }
}

/** Sends a finding; what no server answered is `offline` and can be sent again. */
export async function send(house: string, language: string, finding: Finding): Promise<Sent> {
  const end = new AbortController()
  const cut = setTimeout(() => end.abort(), MOST_MS)
  try {
    const headers = { 'content-type': 'application/json', 'accept-language': language }
    const body = JSON.stringify(finding)
    const init = { method: 'POST', headers, body, signal: end.signal }
    return await read(await fetch(`/api/cultural-houses/${house}/checks`, init))
  } catch {
    // No network, a line cut in the midst, or a portal's page in the server's place.
    return { kind: 'offline' }
  } finally {
    clearTimeout(cut)
  }
}
