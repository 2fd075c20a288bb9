import type { Actor, session, signIn } from '../../server/accounts/contract.ts'
import type { signOutEverywhere } from '../../server/accounts/staff-contract.ts'
import type { Client } from '../http/client.ts'
import { Resource } from '../http/resource.svelte.ts'

/** Who is signed in on this page. */
export class Session {
  readonly asked = new Resource<Actor | null>()
  /** Was signed in when the server stopped knowing it: the page below keeps what was being written. */
  expired = $state(false)

  readonly actor = $derived(this.asked.value ?? null)

  /** Asks who is signed in; ends with the function that it returns. */
  load(client: Client) {
    return this.asked.load(async (signal) => {
      const { actor } = await client.get<typeof session>('/api/staff/session', {}, { signal })
      return actor
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
    this.#forget()
  }

  async signOutEverywhere(client: Client) {
    await client.send<typeof signOutEverywhere>('/api/staff/sessions', { method: 'DELETE' })
    this.#forget()
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
    this.expired = false
  }

  #forget() {
    // What was read stays nowhere in the page.
    location.assign(location.pathname)
  }
}
