import type { ExhibitKind } from '../../server/media/contract.ts'
import type { RelicExhibits } from '../../server/relics/exhibit-contract.ts'
import { signedIn } from './accounts.ts'
import type { TestServer } from './server.ts'

type Method = 'POST' | 'PUT' | 'DELETE'

/** A culture officer who puts sounds, panoramas and models up, in English. */
export type ExhibitDesk = Awaited<ReturnType<typeof exhibitDesk>>

/** An officer of the commune; addresses are those below `/api/staff/relics/`. */
export async function exhibitDesk({ app, db }: Pick<TestServer, 'app' | 'db'>, communeCode: string) {
  const signed = await signedIn(db, { role: 'culture', communeCode })
  const headers = { ...signed.headers, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }
  const inject = (method: Method, url: string, payload: object | undefined, more: Record<string, string>) =>
    app.inject({
      method,
      url: `/api/staff/relics/${url}`,
      headers: { ...headers, ...more },
      ...(payload ? { payload } : {})
    })
  const send = (method: Method, url: string, payload?: object, version?: number) =>
    inject(method, url, payload, version === undefined ? {} : { 'if-match': `"${version}"` })
  const sendFile = (slug: string, kind: ExhibitKind, bytes: Buffer) =>
    inject('POST', `${slug}/exhibit-files/${kind}`, bytes, { 'content-type': 'application/octet-stream' })
  const read = async (slug: string) =>
    (await app.inject({ url: `/api/staff/relics/${slug}/exhibits`, headers })).json<RelicExhibits>()

  /** The hash of the original, which the server has by then. */
  async function handIn(slug: string, kind: ExhibitKind, bytes: Buffer) {
    const response = await sendFile(slug, kind, bytes)
    if (response.statusCode !== 201) throw new Error(response.body)
    return response.json<{ sha256: string }>().sha256
  }
  async function add(slug: string, kind: ExhibitKind, bytes: Buffer, words: object) {
    const sha256 = await handIn(slug, kind, bytes)
    const response = await send('POST', `${slug}/exhibits`, { kind, sha256, ...words })
    if (response.statusCode !== 201) throw new Error(response.body)
    return response.json<RelicExhibits>()
  }
  return { headers, send, sendFile, read, handIn, add }
}
