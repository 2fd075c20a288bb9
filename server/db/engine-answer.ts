const HEAD = 5
const COMMAND_COMPLETE = 'C'.charCodeAt(0)
const LOST = Buffer.from('???')

/**
 * Watches what the engine answers for statements that were lost. A C++ exception of GEOS can leave a statement half done:
 * the engine then reports it complete under the tag `???` (PostgreSQL's name of no command), and the caller would take that
 * for success with no rows. A statement that was done has a tag of its own, such as `INSERT 0 1`.
 */
export class EngineAnswer {
  #message: number[] = []
  #skip = 0

  /** Whether all is well in these bytes of the answer, which may be cut anywhere; false: they tell of a lost statement. */
  takes(data: Uint8Array): boolean {
    for (let at = 0; at < data.length;) {
      const step = Math.min(this.#skip, data.length - at)
      this.#skip -= step
      at += step
      if (at < data.length) this.#message.push(data[at++] ?? 0)
      if (this.#isRead() && !this.#end()) return false
    }
    return true
  }

  /** Of a message its head is read; of a CommandComplete the beginning of the tag too. */
  #isRead() {
    return this.#message.length >= HEAD + (this.#message[0] === COMMAND_COMPLETE ? LOST.length : 0)
  }

  #end(): boolean {
    const message = Buffer.from(this.#message)
    this.#message = []
    // The length counts itself, not the type.
    this.#skip = message.readUInt32BE(1) + 1 - message.length
    return !message.subarray(HEAD).equals(LOST)
  }
}
