import { generateKeyPairSync, sign } from 'node:crypto'

/** DER: a tag, the length, the content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const ECDSA_SHA256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
const COMMON_NAME = Buffer.from('550403', 'hex')
const ALTERNATIVE_NAME = Buffer.from('551d11', 'hex')
const nameOf = (text: string) =>
  sequence(der(0x31, sequence(der(0x06, COMMON_NAME), der(0x0c, Buffer.from(text)))))
const day = (text: string) => der(0x18, Buffer.from(text))

/** For 127.0.0.1, as its alternative name. */
const extensions = der(
  0xa3,
  sequence(sequence(der(0x06, ALTERNATIVE_NAME), der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1]))))))
)

const pem = (label: string, content: Buffer) =>
  `-----BEGIN ${label}-----\n${content.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`

/** A certificate for 127.0.0.1, signed by itself, and its key, as PEM. */
export function selfSigned(): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = nameOf('diaban test')
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_SHA256,
    subject,
    sequence(day('20200101000000Z'), day('20991231235959Z')),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  return {
    cert: pem('CERTIFICATE', sequence(body, ECDSA_SHA256, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  }
}
