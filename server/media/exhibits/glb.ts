import { z } from 'zod'

// The container of glTF 2.0 binary files (specification, section 4): a head of twelve bytes, then chunks of a length and a
// type; the first is JSON.

const HEAD_BYTES = 12
const CHUNK_HEAD_BYTES = 8
const JSON_CHUNK = 0x4e4f534a
const BINARY_CHUNK = 0x004e4942

const Count = z.int().min(0)
const Instances = z.looseObject({
  EXT_mesh_gpu_instancing: z.looseObject({ attributes: z.record(z.string(), Count) }).optional()
})
/** What compressed geometry says that it unfolds to: so many things of so many bytes. */
const Unfolded = z.looseObject({
  EXT_meshopt_compression: z.looseObject({ count: Count, byteStride: Count }).optional()
})
const Json = z.looseObject({
  nodes: z.array(z.looseObject({ mesh: Count.optional(), extensions: Instances.optional() })).default([]),
  extensionsUsed: z.array(z.string()).default([]),
  extensionsRequired: z.array(z.string()).default([]),
  accessors: z.array(z.looseObject({ count: Count })).default([]),
  bufferViews: z
    .array(
      z.looseObject({
        buffer: Count,
        byteOffset: Count.default(0),
        byteLength: Count,
        extensions: Unfolded.optional()
      })
    )
    .default([]),
  images: z.array(z.looseObject({ uri: z.string().optional(), bufferView: Count.optional() })).default([]),
  meshes: z
    .array(
      z.looseObject({
        primitives: z.array(
          z.looseObject({
            indices: Count.optional(),
            mode: Count.default(4),
            attributes: z.record(z.string(), Count)
          })
        )
      })
    )
    .default([])
})

/** What a model says of itself, and the bytes that it brings along. */
export interface Glb {
  json: z.infer<typeof Json>
  binary: Buffer
}

function chunkAt(bytes: Buffer, at: number) {
  const [length, type] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)]
  const end = at + CHUNK_HEAD_BYTES + length
  if (end > bytes.length) throw new RangeError('cut short')
  return { type, end, content: bytes.subarray(at + CHUNK_HEAD_BYTES, end) }
}

/** The parts of a binary glTF 2.0 file; null: it is broken or cut short. */
export function readGlb(given: Uint8Array): Glb | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  try {
    if (bytes.readUInt32LE(4) !== 2 || bytes.readUInt32LE(8) !== bytes.length) return null
    const first = chunkAt(bytes, HEAD_BYTES)
    if (first.type !== JSON_CHUNK) return null
    const second = first.end < bytes.length ? chunkAt(bytes, first.end) : undefined
    const json = Json.safeParse(JSON.parse(first.content.toString('utf8')))
    const binary = second?.type === BINARY_CHUNK ? second.content : Buffer.alloc(0)
    return json.success ? { json: json.data, binary } : null
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return null
    throw error
  }
}
