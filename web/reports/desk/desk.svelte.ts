import type { Actor } from '../../../server/accounts/contract.ts'
import type { Client } from '../../http/client.ts'
import type { StaffAddress } from '../../url/staff-address.svelte.ts'
import { DeskData } from './desk-data.svelte.ts'
import { Handling } from './handling.svelte.ts'
import { Inbox } from './inbox.svelte.ts'
import { Live } from './live.svelte.ts'
import { PlaceNames } from './place-names.svelte.ts'

/** Changes that come in a row are read once. */
const SETTLE_MS = 400
/** What could not be read is asked for again. */
const AGAIN_MS = 5000

/** Everything that an officer has before him. */
export class Desk {
  readonly client: Client
  readonly address: StaffAddress
  readonly actor: Actor
  readonly data: DeskData
  readonly names: PlaceNames
  readonly inbox: Inbox
  readonly handling: Handling
  readonly live = new Live()
  /** Whether the panel that opens takes the focus. */
  takesFocus = false
  #reading: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(client: Client, address: StaffAddress, actor: Actor) {
    this.client = client
    this.address = address
    this.actor = actor
    this.data = new DeskData(client, actor.accountId)
    this.names = new PlaceNames(client)
    this.inbox = new Inbox(client)
    this.handling = new Handling(client, () => void this.inbox.refresh())
  }

  may(right: string) {
    return this.actor.rights.includes(right)
  }

  /** Reads what forms need, and hears of changes, until ended. */
  start() {
    this.#ended = false
    const ends = [this.names.load()]
    // Whoever handles no reports is told nothing of them.
    if (this.may('report.create'))
      ends.push(this.data.load(this.may('report.assign'), this.may('report.read')))
    if (this.may('report.read')) ends.push(this.live.follow(() => this.#refreshIn(SETTLE_MS)))
    return () => {
      this.#ended = true
      clearTimeout(this.#reading)
      for (const end of ends) end()
    }
  }

  /** Reads again what is shown, until the server has answered. */
  async refresh() {
    const answers = await Promise.all([this.inbox.refresh(), this.handling.refresh()])
    if (answers.includes(false) && !this.#ended) this.#refreshIn(AGAIN_MS)
  }

  #refreshIn(ms: number) {
    clearTimeout(this.#reading)
    this.#reading = setTimeout(() => void this.refresh(), ms)
  }

  /** `focus`: it was opened to be read, not passed by on the way through the list. */
  open(id: string | undefined, focus = false) {
    this.takesFocus = focus
    this.address.set({ report: id })
  }
}
