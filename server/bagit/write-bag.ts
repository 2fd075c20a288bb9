import { createHash } from 'node:crypto'
import type { BagSink } from './bag-sink.ts'
import { writtenPath } from './paths.ts'

/** What bag-info.txt says, in its order. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

async function* once(bytes: Uint8Array) {
  yield bytes
}

/** A line break would begin another label. */
const infoText = (info: BagInfo) =>
  info.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('')

const manifestText = (sums: ReadonlyMap<string, string>) =>
  [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sum]) => `${sum}  ${writtenPath(path)}\n`)
    .join('')

/** The files of a bag on their way into it; their checksums are taken as they pass (RFC 8493). */
export class BagWriter {
  readonly #sink: BagSink
  readonly #payload = new Map<string, string>()
  #bytes = 0

  constructor(sink: BagSink) {
    this.#sink = sink
  }

  /** Adds a text or JSON below `data/`. */
  addText(path: string, text: string) {
    const bytes = Buffer.from(text)
    return this.addFile(path, bytes.length, once(bytes))
  }

  /** Adds a file below `data/` and answers the SHA-256 of what came. */
  async addFile(path: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<string> {
    const name = `data/${path}`
    const sum = await this.#add(name, size, bytes)
    this.#payload.set(name, sum)
    this.#bytes += size
    return sum
  }

  async #add(name: string, size: number, bytes: AsyncIterable<Uint8Array>) {
    const hash = createHash('sha256')
    async function* hashed() {
      for await (const piece of bytes) {
        hash.update(piece)
        yield piece
      }
    }
    await this.#sink.add(name, size, hashed())
    return hash.digest('hex')
  }

  /** Adds what makes the files a bag; `info` is completed by size and number of the payload. */
  async close(info: BagInfo) {
    const oxum = ['Payload-Oxum', `${this.#bytes}.${this.#payload.size}`] as const
    const tags = new Map<string, string>()
    const texts = [
      ['bagit.txt', DECLARATION],
      ['bag-info.txt', infoText([...info, oxum])],
      ['manifest-sha256.txt', manifestText(this.#payload)]
    ] as const
    for (const [name, text] of texts) {
      const bytes = Buffer.from(text)
      tags.set(name, await this.#add(name, bytes.length, once(bytes)))
    }
    const last = Buffer.from(manifestText(tags))
    await this.#add('tagmanifest-sha256.txt', last.length, once(last))
  }
}
