import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { decodeBytes, isUtf8 } from './legacy-encodings.ts'
import { ImportRefused } from './request.ts'

/** More than this is no file of a commune: refused before anything is inflated. */
export const LARGEST_INFLATED = 4 * 1024 ** 3
export const MOST_MEMBERS = 2000
/** Deflate reaches 1032; real data stays far below this. Small members are let be. */
export const LARGEST_RATIO = 300
const RATIO_FROM = 10 * 1024 ** 2

/** A member as the zip's own list names it. Sizes in bytes. */
export interface ZipMember {
  name: string
  compressed: number
  inflated: number
  method: number
  encrypted: boolean
  offset: number
}

const refused = (vi: string, en: string) => new ImportRefused({ vi, en })

const broken = (name: string) =>
  refused(
    `Tệp zip «${name}» hỏng hoặc bị cắt cụt. Hãy nén lại hoặc tải lại tệp.`,
    `The zip file «${name}» is broken or truncated. Compress or download it again.`
  )

/** The zip's list of members, from its end; nothing is inflated. Throws `ImportRefused` when it is broken or dangerous. */
export async function listZip(path: string): Promise<ZipMember[]> {
  const name = basename(path)
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tailSize = Math.min(size, 65_557)
    const tail = Buffer.alloc(tailSize)
    await file.read(tail, 0, tailSize, size - tailSize)
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06'))
    if (end < 0 || end + 22 > tailSize) throw broken(name)
    const [listSize, listOffset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    if (listOffset + listSize > size) throw broken(name)
    const list = Buffer.alloc(listSize)
    await file.read(list, 0, listSize, listOffset)
    const members = readMembers(list, tail.readUInt16LE(end + 10), name)
    requireHarmless(members, name)
    return members.filter((member) => !member.name.endsWith('/') && !member.name.startsWith('__MACOSX/'))
  } finally {
    await file.close()
  }
}

const IN_UTF8 = 1 << 11

/** Folders end in `/`; older Windows programs wrote a backslash, and names in the code page of their machine. */
function memberName(bytes: Buffer, flags: number): string {
  const isUnicode = (flags & IN_UTF8) !== 0 || isUtf8(bytes)
  return decodeBytes(bytes, isUnicode ? 'utf8' : 'cp1258').replace(/\\/g, '/')
}

function readMembers(list: Buffer, count: number, zipName: string): ZipMember[] {
  const members: ZipMember[] = []
  for (let at = 0; members.length < count;) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) throw broken(zipName)
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((offset) => list.readUInt16LE(at + offset))
    const flags = list.readUInt16LE(at + 8)
    const bytes = list.subarray(at + 46, at + 46 + (nameSize ?? 0))
    members.push({
      name: memberName(bytes, flags),
      encrypted: (flags & 1) === 1,
      method: list.readUInt16LE(at + 10),
      compressed: list.readUInt32LE(at + 20),
      inflated: list.readUInt32LE(at + 24),
      offset: list.readUInt32LE(at + 42)
    })
    at += 46 + (nameSize ?? 0) + (extraSize ?? 0) + (noteSize ?? 0)
  }
  return members
}

function requireHarmless(members: ZipMember[], name: string) {
  const total = members.reduce((sum, { inflated }) => sum + inflated, 0)
  const bomb = members.find(
    ({ inflated, compressed }) => inflated > RATIO_FROM && inflated > LARGEST_RATIO * compressed
  )
  if (bomb || total > LARGEST_INFLATED || members.length > MOST_MEMBERS)
    throw refused(
      `Tệp zip «${name}» giải nén ra quá lớn (${Math.round(total / 1e6)} MB, ${members.length} tệp): có thể là «bom nén». Chưa giải nén gì; hãy nén lại chỉ những tệp cần thiết.`,
      `The zip file «${name}» would inflate too far (${Math.round(total / 1e6)} MB, ${members.length} members): it may be a zip bomb. Nothing was inflated; compress only what is needed.`
    )
  const astray = members.find((member) => /(^|\/)\.\.(\/|$)|^\/|^[A-Za-z]:|\u0000/.test(member.name))
  if (astray)
    throw refused(
      `Tệp zip «${name}» có đường dẫn vượt ra ngoài thư mục («${astray.name}») nên không được mở.`,
      `The zip file «${name}» has a path that leads out of its folder («${astray.name}») and is not opened.`
    )
  if (members.some(({ encrypted }) => encrypted))
    throw refused(
      `Tệp zip «${name}» có mật khẩu. Hãy nén lại không đặt mật khẩu.`,
      `The zip file «${name}» is encrypted. Compress it without a password.`
    )
}

/** Inflates one member into a folder under its last name part; a member larger than its list says is refused. */
export async function extractMember(path: string, member: ZipMember, directory: string): Promise<string> {
  const name = basename(path)
  const file = await open(path)
  const header = Buffer.alloc(30)
  await file.read(header, 0, 30, member.offset)
  await file.close()
  if (header.readUInt32LE(0) !== 0x04034b50) throw broken(name)
  const start = member.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const target = join(directory, basename(member.name))
  if (![0, 8].includes(member.method)) throw broken(name)
  if (member.compressed === 0) {
    await pipeline(PassThrough.from([]), createWriteStream(target))
    return target
  }
  try {
    await pipeline(
      createReadStream(path, { start, end: start + member.compressed - 1 }),
      member.method === 8 ? createInflateRaw() : new PassThrough(),
      limited(member.inflated, name),
      createWriteStream(target)
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw broken(name)
    throw error
  }
  return target
}

function limited(bytes: number, name: string) {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen > bytes) done(broken(name))
      else done(null, chunk)
    }
  })
}
