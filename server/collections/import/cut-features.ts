import type { Localized } from '../contract.ts'
import { ImportRefused } from './request.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const LARGEST_FEATURE = 256 * 1024 * 1024
/** Between two features stand a comma and spaces, or values that are none. */
const LARGEST_GAP = 1_000_000
/** What stands between nearly all members. */
const LONE_COMMA = /^[ \t\r\n]*,[ \t\r\n]*$/

/** The sentence about a file that is no GeoJSON; `detail` says where. */
export const brokenGeoJson = (detail: Localized) =>
  new ImportRefused({
    vi: `Tệp không phải là GeoJSON hợp lệ: ${detail.vi}. Tệp có thể bị cắt cụt hoặc bị sửa tay; hãy xuất lại từ phần mềm nguồn.`,
    en: `The file is not valid GeoJSON: ${detail.en}. It may be truncated or edited by hand; export it again at the source.`
  })

/** Where the sentence of `JSON.parse`, always in English, says that the text goes wrong; empty where it does not say. */
function placeOf(sentence: string): string {
  const position = /at position (\d+)/.exec(sentence)?.[1]
  const excerpt = /^Unexpected token .*?, (?:\.{3})?"(.*)"(?:\.{3})? is not valid JSON$/s.exec(sentence)?.[1]
  return (position && ` ở vị trí ${position}`) ?? (excerpt && ` ở gần «${excerpt}»`) ?? ''
}

/** Throws `ImportRefused` where the text is no JSON; `at` is its place in the file, bytes. */
export function parseJson(text: string, at: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    throw brokenGeoJson({
      vi: `sai cú pháp JSON${placeOf(sentence)} (byte ${at})`,
      en: `${sentence} (byte ${at})`
    })
  }
}

const TOO_LARGE = { vi: 'một đối tượng lớn quá 256 MB', en: 'one object is larger than 256 MB' }

const wideGap = (at: number) =>
  brokenGeoJson({
    vi: `giữa hai đối tượng có quá nhiều ký tự (byte ${at})`,
    en: `too much stands between two objects (byte ${at})`
  })

/**
 * Cuts a JSON text into the members of its `features` array and the rest, without holding the whole of it. Members that are
 * no objects are members too; anything else between them is refused.
 */
export class FeatureCutter {
  /** The text outside the features, with an empty array in their place. */
  rest: Buffer[] = []
  features: { text: string; at: number }[] = []
  #depth = 0
  #inString = false
  #escaped = false
  #inFeatures = false
  #current: Buffer[] = []
  /** What stands since the last member that is an object or an array. */
  #between: number[] = []
  #hadMember = false
  #size = 0
  #start = -1
  #seen = 0
  #lastKey = ''
  #keyBytes: number[] = []

  /** Whether the text ended where its outermost bracket closed. */
  get isWhole() {
    return this.#depth === 0 && !this.#inString && this.#seen > 0
  }

  push(chunk: Buffer) {
    let restFrom = this.#inFeatures ? -1 : 0
    for (let i = 0; i < chunk.length; i++) {
      if (this.#inFeatures && this.#depth > 2) {
        i = this.#skim(chunk, i)
        if (this.#depth === 2) this.#end(chunk, i)
        continue
      }
      const byte = chunk[i] ?? 0
      if (this.#depth === 2 && this.#inFeatures) this.#wait(byte, i)
      if (this.#inString) {
        this.#string(byte)
        continue
      }
      // Digits, signs, commas, spaces: most of the file.
      if (byte < OPEN_BRACKET && byte !== QUOTE) continue
      if (byte === QUOTE) this.#openString()
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (this.#inFeatures && this.#depth === 2) this.#start = i
        this.#depth++
        if (!this.#inFeatures && this.#depth === 2 && byte === OPEN_BRACKET && this.#lastKey === 'features') {
          this.rest.push(chunk.subarray(restFrom, i + 1))
          this.#inFeatures = true
          restFrom = -1
        }
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        this.#depth--
        if (this.#inFeatures && this.#depth === 1) {
          this.#inFeatures = false
          restFrom = i
        }
      }
    }
    this.#carry(chunk, restFrom)
    this.#seen += chunk.length
  }

  /** Inside a member, most of any file, only its end matters: the byte that closes it, or the chunk's last. */
  #skim(chunk: Buffer, from: number): number {
    let depth = this.#depth
    let inString = this.#inString
    let escaped = this.#escaped
    let i = from
    for (; i < chunk.length; i++) {
      const byte = chunk[i]
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
      } else if (byte === QUOTE) inString = true
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++
      else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && --depth === 2) break
    }
    this.#depth = depth
    this.#inString = inString
    this.#escaped = escaped
    return i
  }

  /** One byte between members, or the one that ends the wait: the next member's or the array's own bracket. */
  #wait(byte: number, i: number) {
    const isBracket =
      byte === OPEN_BRACE || byte === OPEN_BRACKET || byte === CLOSE_BRACKET || byte === CLOSE_BRACE
    if (this.#inString || !isBracket) {
      if (this.#between.push(byte) > LARGEST_GAP) throw wideGap(this.#seen + i)
    } else this.#separate(byte === OPEN_BRACE || byte === OPEN_BRACKET, this.#seen + i)
  }

  /** Read as the part of an array that it is, with a 0 for each neighbour: commas must be right, plain values come out. */
  #separate(hasNext: boolean, at: number) {
    const text = Buffer.from(this.#between).toString()
    const hadMember = this.#hadMember
    this.#between = []
    this.#hadMember = hasNext
    if (hadMember && hasNext && LONE_COMMA.test(text)) return
    const values = parseJson(`[${hadMember ? '0' : ''}${text}${hasNext ? '0' : ''}]`, at)
    const plain = Array.isArray(values) ? values.slice(Number(hadMember), hasNext ? -1 : undefined) : []
    for (const value of plain) this.features.push({ text: JSON.stringify(value), at })
  }

  #openString() {
    this.#inString = true
    this.#keyBytes = []
  }

  #string(byte: number) {
    if (this.#escaped) this.#escaped = false
    else if (byte === BACKSLASH) this.#escaped = true
    else if (byte === QUOTE) {
      this.#inString = false
      if (this.#depth === 1) this.#lastKey = Buffer.from(this.#keyBytes).toString()
      return
    }
    if (this.#depth === 1 && this.#keyBytes.length < 16) this.#keyBytes.push(byte)
  }

  #end(chunk: Buffer, i: number) {
    const from = Math.max(this.#start, 0)
    const isHere = this.#current.length === 0
    const bytes = isHere ? chunk : Buffer.concat([...this.#current, chunk.subarray(from, i + 1)])
    const text = isHere ? bytes.toString('utf8', from, i + 1) : bytes.toString()
    this.features.push({ text, at: this.#seen + i })
    this.#current = []
    this.#size = 0
    this.#start = -1
  }

  /** What of the chunk belongs to a feature or to the rest that goes on in the next chunk. */
  #carry(chunk: Buffer, restFrom: number) {
    if (this.#inFeatures && (this.#start >= 0 || this.#current.length > 0) && this.#depth > 2) {
      this.#current.push(Buffer.from(chunk.subarray(Math.max(this.#start, 0))))
      this.#start = -1
    } else if (!this.#inFeatures && restFrom >= 0) this.rest.push(Buffer.from(chunk.subarray(restFrom)))
    this.#size += chunk.length
    if (this.#size > LARGEST_FEATURE) throw brokenGeoJson(TOO_LARGE)
    if (!this.#inFeatures) this.#size = this.rest.reduce((total, part) => total + part.length, 0)
  }
}
