import { BrokenSound, type CleanSound } from '../broken-sound.ts'

// RIFF WAVE: chunks of a name and a length. Of a recording only its form (`fmt `) and its samples (`data`) are kept.

const CHUNK_HEAD_BYTES = 8
const FIRST_CHUNK_AT = 12
/** Integers, floats, and the form that names one of both further on. */
const FORMS = new Set([1, 3, 0xfffe])

function chunksOf(bytes: Buffer) {
  const chunks = new Map<string, Buffer>()
  for (let at = FIRST_CHUNK_AT; at + CHUNK_HEAD_BYTES <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + CHUNK_HEAD_BYTES + length
    const name = bytes.toString('latin1', at, at + 4)
    if (end > bytes.length) throw new BrokenSound('cut short')
    if (!chunks.has(name)) chunks.set(name, bytes.subarray(at, end))
    at = end + (length % 2)
  }
  return chunks
}

const padded = (chunk: Buffer) => (chunk.length % 2 === 0 ? chunk : Buffer.concat([chunk, Buffer.alloc(1)]))

/** A recording of form and samples alone. Throws BrokenSound for what is none. */
export function cleanWav(bytes: Buffer): CleanSound {
  const chunks = chunksOf(bytes)
  const [form, data] = [chunks.get('fmt '), chunks.get('data')]
  if (!form || !data || form.length < CHUNK_HEAD_BYTES + 16) throw new BrokenSound('no samples')
  const bytesPerS = form.readUInt32LE(CHUNK_HEAD_BYTES + 8)
  const samples = data.length - CHUNK_HEAD_BYTES
  if (!FORMS.has(form.readUInt16LE(CHUNK_HEAD_BYTES)) || bytesPerS === 0 || samples === 0)
    throw new BrokenSound('no form that browsers play')
  const content = Buffer.concat([Buffer.from('WAVE', 'latin1'), padded(form), padded(data)])
  const head = Buffer.alloc(CHUNK_HEAD_BYTES)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return { bytes: Buffer.concat([head, content]), durationS: samples / bytesPerS }
}
