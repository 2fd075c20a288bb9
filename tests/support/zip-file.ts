import { crc32, deflateRawSync } from 'node:zlib'

/** A member of a zip that a test writes. */
export interface ZipEntry {
  /** Bytes where the name is in no Unicode. */
  name: string | Buffer
  data: Buffer | string
  /** What the list claims, when it lies. */
  inflated?: number
  /** Its flags; 1 says that it is encrypted. */
  flags?: number
}

function headers(
  { name, data, inflated, flags = 0 }: ZipEntry & { inflated: number },
  body: Buffer,
  offset: number
) {
  const local = Buffer.alloc(30 + Buffer.byteLength(name))
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(crc32(data), 14)
  local.writeUInt32LE(body.length, 18)
  local.writeUInt32LE(inflated, 22)
  local.writeUInt16LE(Buffer.byteLength(name), 26)
  Buffer.from(name).copy(local, 30)
  const central = Buffer.alloc(46 + Buffer.byteLength(name))
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(flags, 8)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(crc32(data), 16)
  central.writeUInt32LE(body.length, 20)
  central.writeUInt32LE(inflated, 24)
  central.writeUInt16LE(Buffer.byteLength(name), 28)
  central.writeUInt32LE(offset, 42)
  Buffer.from(name).copy(central, 46)
  return { local, central }
}

/** A zip of deflated members, sound or as bad as the test wants it. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const body = deflateRawSync(data)
    const { local, central } = headers({ ...entry, inflated: entry.inflated ?? data.length }, body, offset)
    parts.push(local, body)
    list.push(central)
    offset += local.length + body.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}
