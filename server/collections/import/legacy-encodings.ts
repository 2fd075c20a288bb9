/** How a file's bytes stand for letters; `utf8` also means text that needs no conversion. */
export const ENCODINGS = ['utf8', 'tcvn3', 'vni', 'cp1258'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** TCVN3 (ABC): one byte for one letter; capitals with tone marks exist only as another font. */
const TCVN3: Record<number, string> = {
  ...Object.fromEntries([...'ĂÂÊÔƠƯĐăâêôơ'].map((letter, index) => [0xa1 + index, letter])),
  0xad: 'ư',
  0xae: 'đ',
  0xb5: 'à',
  0xb6: 'ả',
  0xb7: 'ã',
  0xb8: 'á',
  0xb9: 'ạ',
  0xbb: 'ằ',
  0xbc: 'ẳ',
  0xbd: 'ẵ',
  0xbe: 'ắ',
  0xc6: 'ặ',
  0xc7: 'ầ',
  0xc8: 'ẩ',
  0xc9: 'ẫ',
  0xca: 'ấ',
  0xcb: 'ậ',
  0xcc: 'è',
  0xce: 'ẻ',
  0xcf: 'ẽ',
  0xd0: 'é',
  0xd1: 'ẹ',
  0xd2: 'ề',
  0xd3: 'ể',
  0xd4: 'ễ',
  0xd5: 'ế',
  0xd6: 'ệ',
  0xd7: 'ì',
  0xd8: 'ỉ',
  0xdc: 'ĩ',
  0xdd: 'í',
  0xde: 'ị',
  0xdf: 'ò',
  0xe1: 'ỏ',
  0xe2: 'õ',
  0xe3: 'ó',
  0xe4: 'ọ',
  0xe5: 'ồ',
  0xe6: 'ổ',
  0xe7: 'ỗ',
  0xe8: 'ố',
  0xe9: 'ộ',
  0xea: 'ờ',
  0xeb: 'ở',
  0xec: 'ỡ',
  0xed: 'ớ',
  0xee: 'ợ',
  0xef: 'ù',
  0xf1: 'ủ',
  0xf2: 'ũ',
  0xf3: 'ú',
  0xf4: 'ụ',
  0xf5: 'ừ',
  0xf6: 'ử',
  0xf7: 'ữ',
  0xf8: 'ứ',
  0xf9: 'ự',
  0xfa: 'ỳ',
  0xfb: 'ỷ',
  0xfc: 'ỹ',
  0xfd: 'ý',
  0xfe: 'ỵ'
}

/** VNI: a plain letter and a byte for its mark; some letters are one byte. */
const VNI_MARKS: Record<string, string> = {
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ù: '\u0301',
  ï: '\u0323',
  â: '\u0302',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  á: '\u0302\u0301',
  ä: '\u0302\u0323',
  ê: '\u0306',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  é: '\u0306\u0301',
  ë: '\u0306\u0323'
}
const VNI_LETTERS: Record<string, string> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  î: 'ỵ',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  í: 'í',
  ò: 'ị',
  Ô: 'Ơ',
  Ö: 'Ư',
  Ñ: 'Đ',
  Î: 'Ỵ',
  Ì: 'Ì',
  Æ: 'Ỉ',
  Ó: 'Ĩ',
  Í: 'Í',
  Ò: 'Ị'
}
const VNI_BASES = 'aeouyôöAEOUYÔÖ'

/** Where windows-1252 puts characters that are not at their own number: files that were read as Western text hold them. */
const WESTERN = new TextDecoder('windows-1252')
const WESTERN_BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [WESTERN.decode(Uint8Array.of(byte)), byte] as const)
)

/** The bytes of a text that was read as Latin-1 or windows-1252; undefined when it holds any other character. */
export function westernBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const byte = code < 256 ? code : WESTERN_BYTES.get(text.charAt(i))
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  return bytes
}

function fromTcvn3(bytes: Uint8Array) {
  return Array.from(bytes, (byte) => TCVN3[byte] ?? String.fromCharCode(byte)).join('')
}

function fromVni(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1')
  let result = ''
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    const next = text.charAt(i + 1)
    const marks = VNI_BASES.includes(letter) ? VNI_MARKS[next.toLowerCase()] : undefined
    result += VNI_LETTERS[letter] ?? letter
    if (marks === undefined) continue
    result += marks
    i++
  }
  return result.normalize('NFC')
}

const UTF8 = new TextDecoder('utf-8')
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true })
const CP1258 = new TextDecoder('windows-1258')

/** Whether bytes are UTF-8; a last letter cut off by a column's width is forgiven. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    try {
      STRICT_UTF8.decode(bytes.subarray(0, bytes.length - cut))
      return true
    } catch {
      // Not UTF-8 up to here: one byte fewer may be.
    }
  }
  return false
}

const decoders: Record<Encoding, (bytes: Uint8Array) => string> = {
  utf8: (bytes) => UTF8.decode(bytes).replace(/\ufffd+$/, ''),
  tcvn3: fromTcvn3,
  vni: fromVni,
  cp1258: (bytes) => CP1258.decode(bytes)
}

/** Bytes in an encoding as text, NFC. */
export const decodeBytes = (bytes: Uint8Array, encoding: Encoding): string =>
  decoders[encoding](bytes).normalize('NFC')
