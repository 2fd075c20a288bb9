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

  constructor(client: Client, address: StaffAddress, actor: Actor) {
    this.client = client
    this.address = address
    this.actor = actor
    this.data = new DeskData(client)
    this.names = new PlaceNames(client)
    this.inbox = new Inbox(client)
    this.handling = new Handling(client, () => void this.inbox.refresh())
  }

  may(right: string) {
    return this.actor.rights.includes(right)
  }

  /** Reads what forms need, and hears of changes, until ended. */
  start() {
    let settle: ReturnType<typeof setTimeout> | undefined
    const ends = [this.names.load()]
    // Whoever handles no reports is told nothing of them.
    if (this.may('report.create'))
      ends.push(this.data.load(this.may('report.assign'), this.may('report.read')))
    if (this.may('report.read'))
      ends.push(
        this.live.follow(() => {
          clearTimeout(settle)
          settle = setTimeout(() => this.refresh(), SETTLE_MS)
        })
      )
    return () => {
      clearTimeout(settle)
      for (const end of ends) end()
    }
  }

  refresh() {
    void this.inbox.refresh()
    void this.handling.refresh()
  }

  /** `focus`: it was opened to be read, not passed by on the way through the list. */
  open(id: string | undefined, focus = false) {
    this.takesFocus = focus
    this.address.set({ report: id })
  }
}
