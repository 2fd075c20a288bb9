import { isAbsolute, posix } from 'node:path'
import { outsideBag } from './problems.ts'

/** A path in a manifest: line ends and the sign itself are percent-encoded (RFC 8493, 2.1.3). */
export const writtenPath = (path: string) =>
  path.replace(/%/g, '%25').replace(/\n/g, '%0A').replace(/\r/g, '%0D')

export const readPath = (text: string) => text.replace(/%(25|0A|0D)/gi, (sign) => decodeURIComponent(sign))

/** A path below the bag, with `/` between its parts. Throws `Unusable` where it leads elsewhere. */
export function requireInside(path: string): string {
  const plain = path.replace(/^\.\//, '')
  const isOutside =
    plain === '' ||
    isAbsolute(plain) ||
    /[\\\0]|^[A-Za-z]:/.test(plain) ||
    posix.normalize(plain) !== plain ||
    plain.split('/').includes('..')
  if (isOutside) throw outsideBag(path)
  return plain
}
