/** A pack may weigh so much and no more. */
export const MOST_PACK_BYTES = 30_000_000

/** A file of a pack. */
export interface PackFile {
  /** By which the pages ask for it, without a query. */
  path: string
  /** Where it is read, below the public address. */
  from: string
  bytes: number
  kind: 'page' | 'media' | 'letters'
}

/**
 * Everything that a tour needs without a network: its page, those of its relics, their pictures and sounds. Not a contract
 * of staff: the script of the page reads it, in the language of the page.
 */
export interface Pack {
  /** Changes with whatever is in it. */
  version: string
  bytes: number
  /** False: it weighs more than a pack may, even with small pictures, and is not offered. */
  fits: boolean
  /** Pictures are kept small, so that it fits. */
  isReduced: boolean
  files: PackFile[]
}
