// Small recordings as browsers make them, with metadata that must not stay.

const bytes = (...values: number[]) => Buffer.from(values)
const text = (value: string) => Buffer.from(value, 'utf8')

const idBytes = (id: number) =>
  Buffer.from(id.toString(16).padStart(id > 0xffffff ? 8 : id > 0xffff ? 6 : id > 0xff ? 4 : 2, '0'), 'hex')

/** An element of WebM; `open`: its size is left open, as recorders do that write as they hear. */
function element(id: number, content: Buffer, open = false) {
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(content.length) | 0x0100000000000000n)
  return Buffer.concat([
    idBytes(id),
    open ? bytes(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff) : size,
    content
  ])
}

const uint32 = (value: number) => {
  const content = Buffer.alloc(4)
  content.writeUInt32BE(value)
  return content
}

/** A WebM recording of so many seconds, one block each; `video`: its track is no sound. */
export function webm({ seconds = 5, secret = 'BÍ MẬT', video = false } = {}) {
  const header = element(
    0x1a45dfa3,
    Buffer.concat([element(0x4286, bytes(1)), element(0x4282, text('webm'))])
  )
  const info = element(
    0x1549a966,
    Buffer.concat([
      element(0x2ad7b1, bytes(0x0f, 0x42, 0x40)),
      element(0x4d80, text(secret)),
      element(0x5741, text(secret)),
      element(0x7ba9, text(secret))
    ])
  )
  const track = element(
    0xae,
    Buffer.concat([
      element(0xd7, bytes(1)),
      element(0x83, bytes(video ? 1 : 2)),
      element(0x86, text(video ? 'V_VP8' : 'A_OPUS')),
      element(0x536e, text(secret))
    ])
  )
  const clusters = Array.from({ length: seconds }, (_, second) =>
    element(
      0x1f43b675,
      Buffer.concat([
        element(0xe7, uint32(second * 1000)),
        element(0xa3, bytes(0x81, 0, 0, 0x80, 1, 2, 3, second))
      ]),
      true
    )
  )
  const tags = element(0x1254c367, element(0x7373, text(secret)))
  return Buffer.concat([
    header,
    element(0x18538067, Buffer.concat([info, element(0x1654ae6b, track), ...clusters, tags]), true)
  ])
}

const box = (type: string, ...contents: Buffer[]) => {
  const content = Buffer.concat(contents)
  return Buffer.concat([uint32(content.length + 8), text(type), content])
}
const zeros = (count: number) => Buffer.alloc(count)

/** An MP4 recording (M4A). */
export function mp4({ seconds = 5, secret = 'BÍ MẬT', handler = 'soun' } = {}) {
  const clock = [uint32(0), uint32(0xd0000001), uint32(0xd0000002), uint32(1000), uint32(seconds * 1000)]
  const mdia = box(
    'mdia',
    box('mdhd', ...clock, zeros(4)),
    box('hdlr', zeros(8), text(handler), zeros(12), text(`${secret}\0`)),
    box('minf', box('smhd', zeros(8)), box('stbl', box('stsd', zeros(8))))
  )
  const moov = box(
    'moov',
    box('mvhd', ...clock, zeros(80)),
    box(
      'trak',
      box('tkhd', uint32(0), uint32(0xd0000001), uint32(0xd0000002), zeros(72)),
      mdia,
      box('udta', text(secret))
    ),
    box('udta', box('loci', text(secret)), box('xyzz', text('+21.0285+105.8542/')))
  )
  return Buffer.concat([
    box('ftyp', text('M4A '), uint32(0), text('M4A isom')),
    moov,
    box('uuid', text(secret)),
    box('mdat', bytes(1, 2, 3, 4))
  ])
}

function checksum(page: Buffer) {
  let crc = 0
  for (const byte of page) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  }
  return crc >>> 0
}

function page(number: number, granule: number, ...packets: Buffer[]) {
  const segments = packets.flatMap((packet) => {
    const whole = Math.floor(packet.length / 255)
    return [...Array.from({ length: whole }, () => 255), packet.length % 255]
  })
  const head = Buffer.alloc(27)
  head.write('OggS', 'latin1')
  head[5] = number === 0 ? 2 : 0
  head.writeBigInt64LE(BigInt(granule), 6)
  head.writeUInt32LE(4711, 14)
  head.writeUInt32LE(number, 18)
  head[26] = segments.length
  const whole = Buffer.concat([head, Buffer.from(segments), ...packets])
  whole.writeUInt32LE(checksum(whole), 22)
  return whole
}

/** Whether every page's checksum is right. */
export function hasRightChecksums(ogg: Buffer) {
  for (let at = 0; at < ogg.length;) {
    const count = ogg.readUInt8(at + 26)
    const length = 27 + count + ogg.subarray(at + 27, at + 27 + count).reduce((sum, part) => sum + part, 0)
    const copy = Buffer.from(ogg.subarray(at, at + length))
    copy.writeUInt32LE(0, 22)
    if (checksum(copy) !== ogg.readUInt32LE(at + 22)) return false
    at += length
  }
  return true
}

/** An Ogg recording (Opus). */
export function ogg({ seconds = 5, secret = 'BÍ MẬT' } = {}) {
  const head = Buffer.concat([text('OpusHead'), bytes(1, 1, 0x38, 0x01), zeros(7)])
  const comment = text(`ARTIST=${secret.repeat(60)}`)
  const length = (value: number) => {
    const content = Buffer.alloc(4)
    content.writeUInt32LE(value)
    return content
  }
  const tags = Buffer.concat([
    text('OpusTags'),
    length(4),
    text('libx'),
    length(1),
    length(comment.length),
    comment
  ])
  return Buffer.concat([
    page(0, 0, head),
    page(1, 0, tags),
    page(2, 48_000 * seconds + 312, Buffer.alloc(300, 7))
  ])
}

/** An MP3 of silent frames (MPEG 1, 64 kbit/s, 44.1 kHz) with a title before and after them. */
export function mp3({ frames = 120, secret = 'BÍ MẬT' } = {}) {
  const frame = Buffer.alloc(208)
  frame.writeUInt32BE(0xfffb5000)
  const title = text(secret)
  const before = Buffer.concat([text('ID3'), bytes(4, 0, 0, 0, 0, 0, title.length), title])
  const after = Buffer.alloc(128)
  after.write(`TAG${secret}`, 'utf8')
  return Buffer.concat([before, ...Array.from({ length: frames }, () => frame), after])
}

/** Half a second of a tone, 8 kHz and 8 bits; `secret`: said in a list of facts beside it. */
export function wav({ secret = '' } = {}) {
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
  }
  const form = Buffer.alloc(16)
  form.writeUInt16LE(1, 0)
  form.writeUInt16LE(1, 2)
  form.writeUInt32LE(8000, 4)
  form.writeUInt32LE(8000, 8)
  form.writeUInt16LE(1, 12)
  form.writeUInt16LE(8, 14)
  const samples = Buffer.from(Array.from({ length: 4000 }, (_, at) => 128 + 100 * Math.sin(at / 4)))
  const facts = secret === '' ? [] : [chunk('LIST', text(`INFOINAM${secret}`))]
  return chunk('RIFF', Buffer.concat([text('WAVE'), chunk('fmt ', form), ...facts, chunk('data', samples)]))
}
