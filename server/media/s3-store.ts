import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import type { S3Config } from './config.ts'
import { storeAway } from './problems.ts'
import { addressOf, type ByteStore, type StoredFile } from './store.ts'

const TIMEOUT_MS = 30_000
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})$/

const Page = z.object({
  Contents: z.array(z.object({ Key: z.string(), LastModified: z.coerce.date() })).default([]),
  NextContinuationToken: z.string().optional()
})
// An element without content is read as an empty text.
const Listing = z.object({
  ListBucketResult: z
    .literal('')
    .transform(() => Page.parse({}))
    .or(Page)
})
const xml = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Contents' })

/** Asks the store; what it cannot answer now is 503 to whoever asked us. */
function asker({ url, bucket, key, secret, region }: S3Config) {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: 2
  })
  return async (path: string, init: RequestInit, expected: readonly number[]) => {
    const request = { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }
    const response = await client.fetch(`${url}/${bucket}/${path}`, request).catch((error: unknown) => {
      throw Object.assign(storeAway(), { cause: error })
    })
    if (expected.includes(response.status)) return response
    const said = await response.text()
    throw Object.assign(storeAway(), { cause: new Error(`${response.status} ${said.slice(0, 500)}`) })
  }
}

async function* pagesOf(ask: ReturnType<typeof asker>, prefix: string): AsyncIterable<StoredFile> {
  let token: string | undefined
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${prefix}/` })
    if (token !== undefined) query.set('continuation-token', token)
    const response = await ask(`?${query}`, { method: 'GET' }, [200])
    const { ListBucketResult: page } = Listing.parse(xml.parse(await response.text()))
    for (const { Key, LastModified } of page.Contents) {
      const sha256 = KEY.exec(Key)?.[1]
      if (sha256) yield { sha256, modifiedAt: LastModified }
    }
    token = page.NextContinuationToken
  } while (token !== undefined)
}

/** Files in an S3-compatible store (AWS, MinIO, Ceph, Garage …), the bucket as the first part of the path. */
export function s3Store(config: S3Config): ByteStore {
  const ask = asker(config)
  const modifiedAt = async (path: string) =>
    new Date((await ask(path, { method: 'HEAD' }, [200, 404])).headers.get('last-modified') ?? 0)
  return {
    async put(sha256, bytes) {
      // The store compares the hash: what broke on the way is refused.
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
      await ask(addressOf(sha256), { method: 'PUT', headers, body: new Uint8Array(bytes) }, [200, 201, 204])
    },
    async sizeOf(sha256) {
      const response = await ask(addressOf(sha256), { method: 'HEAD' }, [200, 404])
      return response.status === 404 ? null : Number(response.headers.get('content-length'))
    },
    async read(sha256, range) {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const response = await ask(addressOf(sha256), { method: 'GET', headers }, [range ? 206 : 200, 404])
      if (response.status === 404 || !response.body) return null
      // fetch's own typings of streams are the browser's.
      return Readable.fromWeb(response.body as WebStream)
    },
    async remove(sha256, before) {
      const path = addressOf(sha256)
      if (before && (await modifiedAt(path)) >= before) return
      await ask(path, { method: 'DELETE' }, [200, 204, 404])
    },
    list: (prefix) => pagesOf(ask, prefix),
    // A store takes a file whole or not at all.
    sweepUnfinished: async () => 0
  }
}
