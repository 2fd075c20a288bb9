import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'

/** SHA-256 and size of a file; of several (a shapefile) of their names and contents in order. */
export async function hashFiles(paths: readonly string[]): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for (const path of paths) {
    if (paths.length > 1) hash.update(`${basename(path)}\n`)
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      sizeBytes += chunk.length
    }
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}
