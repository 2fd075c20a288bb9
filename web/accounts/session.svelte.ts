import type { Actor, session, signIn } from '../../server/accounts/contract.ts'
import type { signOutEverywhere } from '../../server/accounts/staff-contract.ts'
import type { Client } from '../http/client.ts'
import { RequestError } from '../http/get-json.ts'
import { Resource } from '../http/resource.svelte.ts'

const REMEMBERED = 'dia-ban-staff'

/** Who was signed in last on this device: no secret, only so that the route of the day opens without a network. */
function remembered(): Actor | null {
  const text = localStorage.getItem(REMEMBERED)
  return text === null ? null : (JSON.parse(text) as Actor) // written below, by nobody else
}
function remember(actor: Actor | null) {
  if (actor) localStorage.setItem(REMEMBERED, JSON.stringify(actor))
  else localStorage.removeItem(REMEMBERED)
}

/** Who is signed in on this page. */
export class Session {
  readonly asked = new Resource<Actor | null>()
  /** Was signed in when the server stopped knowing it: the page below keeps what was being written. */
  expired = $state(false)

  readonly actor = $derived(this.asked.value ?? null)

  /** What is to be done on this device before somebody leaves it. */
  beforeLeaving: (() => Promise<void>) | undefined

  /** Asks who is signed in; without a network it is who was so last. Ends with the function that it returns. */
  load(client: Client) {
    return this.asked.load(async (signal) => {
      try {
        const { actor } = await client.get<typeof session>('/api/staff/session', {}, { signal })
        remember(actor)
        // What was being written stays on the screen: the sign-in comes over it.
        if (!actor) this.end()
        return actor ?? this.actor
      } catch (error) {
        // A server that cannot say now who is signed in signs nobody out: what was being written stays.
        const isAway = error instanceof RequestError && (error.kind !== 'refused' || error.status >= 500)
        const known = this.actor ?? (isAway ? remembered() : null)
        if (known) return known
        throw error
      }
    })
  }

  /** Takes the actor of a sign-in that went through, or says that a second factor is asked for. */
  async signIn(client: Client, body: { login: string; password: string; secondFactor?: string }) {
    const answer = await client.send<typeof signIn>('/api/staff/session', { method: 'POST', body })
    if (!('actor' in answer)) return 'second_factor' as const
    this.#begin(answer.actor)
    return 'signed_in' as const
  }

  async signOut(client: Client) {
    await client.send('/api/staff/session', { method: 'DELETE' })
    await this.#forget()
  }

  async signOutEverywhere(client: Client) {
    await client.send<typeof signOutEverywhere>('/api/staff/sessions', { method: 'DELETE' })
    await this.#forget()
  }

  /** The server no longer knows who asks. */
  end() {
    if (this.actor) this.expired = true
  }

  may(right: string) {
    return this.actor?.rights.includes(right) === true
  }

  #begin(actor: Actor) {
    // Somebody else takes this seat: nothing of the one before stays on the screen.
    if (this.actor && this.actor.accountId !== actor.accountId) location.reload()
    this.asked.value = actor
    remember(actor)
    this.expired = false
  }

  async #forget() {
    remember(null)
    await this.beforeLeaving?.()
    // What was read stays nowhere in the page.
    location.assign(location.pathname + ofSeat(location.search))
  }
}

/** Language and colours belong to whoever sits there, signed in or not; nothing else of an address does. */
function ofSeat(search: string): string {
  const [now, kept] = [new URLSearchParams(search), new URLSearchParams()]
  for (const name of ['lang', 'theme']) {
    const value = now.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}
