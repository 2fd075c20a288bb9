import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=khoa-thu\/\d{8}\/us-east-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$/
const PAGE = 2

interface Kept {
  bytes: Buffer
  modifiedAt: Date
}

function listing(files: Map<string, Kept>, query: URLSearchParams) {
  const after = query.get('continuation-token') ?? ''
  const keys = [...files.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort()
  const page = keys.slice(0, PAGE)
  const contents = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>${files.get(key)?.modifiedAt.toISOString()}</LastModified></Contents>`
  )
  const next = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
}

/** A store that speaks as much of S3 as the program needs: it wants signatures, compares hashes, keeps bytes. */
export async function startS3() {
  const files = new Map<string, Kept>()
  const state = { isAway: false, unsigned: 0 }

  async function put(request: IncomingMessage, key: string) {
    const bytes = await buffer(request)
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (request.headers['x-amz-content-sha256'] !== hash) return 400
    files.set(key, { bytes, modifiedAt: new Date() })
    return 200
  }

  function get(request: IncomingMessage, response: ServerResponse, key: string) {
    const kept = files.get(key)
    if (!kept) return response.writeHead(404).end()
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const bytes = first && last ? kept.bytes.subarray(Number(first), Number(last) + 1) : kept.bytes
    response.writeHead(first ? 206 : 200, {
      'content-length': bytes.length,
      'last-modified': kept.modifiedAt.toUTCString()
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3')
    if (state.isAway) return response.writeHead(500).end('<Error/>')
    if (!SIGNED.test(request.headers.authorization ?? '')) {
      state.unsigned++
      return response.writeHead(403).end()
    }
    const key = pathname.replace('/anh-xa/', '')
    if (request.method === 'PUT') return response.writeHead(await put(request, key)).end()
    if (request.method === 'DELETE') return response.writeHead(files.delete(key) ? 204 : 404).end()
    if (searchParams.has('list-type')) return response.end(listing(files, searchParams))
    return get(request, response, key)
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    files,
    state,
    config: {
      url: `http://127.0.0.1:${port}`,
      bucket: 'anh-xa',
      key: 'khoa-thu',
      secret: 'bi-mat',
      region: 'us-east-1'
    },
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  }
}
