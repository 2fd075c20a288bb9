import type { I18n, Message } from '../i18n/i18n.svelte.ts'
import type { Client } from './client.ts'
import { RequestError } from './get-json.ts'
import { Resource } from './resource.svelte.ts'
import { OutdatedError } from './send-json.ts'
import { Work } from './work.svelte.ts'

/** A list that several people change, one thing of it at a time; `Listed`: what the server answers. */
export abstract class ChangingList<Listed, Id = number> {
  readonly list = new Resource<Listed>()
  /** Changes to what is there. */
  readonly work: Work
  /** What `work` is or was about. */
  about = $state<Id>()
  /** What came of the last change, for those who do not see it. */
  said = $state('')
  /** A new one. */
  readonly adding: Work
  /** Whether that was the last thing done. */
  isAdded = $state(false)
  protected readonly client: Client
  protected readonly i18n: I18n
  readonly #outdated: Message

  /** `outdated`: somebody else was quicker. */
  constructor(client: Client, i18n: I18n, { outdated }: { outdated: Message }) {
    this.client = client
    this.i18n = i18n
    this.#outdated = outdated
    this.work = new Work(i18n)
    this.adding = new Work(i18n)
  }

  /** What stands against the last change of one; '' is nothing. */
  problemOf(id: Id) {
    return this.about === id ? this.work.problem : ''
  }

  /** True: done. */
  protected async attemptNew(send: () => Promise<Listed>) {
    this.isAdded = false
    this.isAdded = await this.adding.run(async () => (this.list.value = await send()))
    return this.isAdded
  }

  /** Where somebody was quicker, what is there now takes the list's place. True: done. */
  protected attempt(id: Id, send: () => Promise<Listed>) {
    if (!this.work.busy) this.about = id
    this.isAdded = false
    return this.work.run(async () => {
      try {
        this.list.value = await send()
      } catch (error) {
        if (!(error instanceof OutdatedError)) throw error
        this.list.value = error.current as Listed // 412 of these routes is the list
        throw new RequestError('refused', 412, this.i18n.t(this.#outdated))
      }
    })
  }
}
