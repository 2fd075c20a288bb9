import { type Fields, meet, type Met } from '../../http/meeting.ts'
import { OutdatedError } from '../../http/send-json.ts'

/** What is read of a thing: its fields as a form has them, and which version they are. */
export interface Read<F extends Fields> {
  fields: F
  version: number
}

/** A form for one thing, which somebody else may be changing as well. */
export class Editing<F extends Fields> {
  draft: F
  /** What somebody else saved since the form was opened; undefined: nothing. */
  met = $state.raw<Met>()
  #base: F
  #version: number

  constructor({ fields, version }: Read<F>) {
    this.draft = $state({ ...fields })
    this.#base = fields
    this.#version = version
  }

  /**
   * Saves by `send`; true: done. Where somebody was quicker his version is met with what was written here, nothing is
   * saved, and a person looks at it before saving again. Throws whatever else `send` does.
   */
  async save(send: (version: number) => Promise<unknown>, read: (current: unknown) => Read<F>) {
    try {
      await send(this.#version)
      return true
    } catch (error) {
      if (!(error instanceof OutdatedError)) throw error
      this.#meet(read(error.current))
      return false
    }
  }

  #meet({ fields, version }: Read<F>) {
    const { draft, ...met } = meet(this.#base, this.draft, fields)
    Object.assign(this.draft, draft)
    this.met = met
    this.#base = fields
    this.#version = version
  }
}
