import { createHash } from 'node:crypto'

const MODULUS = 1n << 256n

/**
 * Tells whether two sets of rows are the same, in whatever order they come: the sum of the rows' SHA-256, so that no
 * engine needs to sort by rules (collations) that the other does not have.
 */
export class RowDigest {
  #sum = 0n
  #rows = 0

  add(line: string) {
    this.#sum = (this.#sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % MODULUS
    this.#rows += 1
  }

  /** 64 hexadecimal digits. */
  get digest() {
    return this.#sum.toString(16).padStart(64, '0')
  }

  get rows() {
    return this.#rows
  }
}
