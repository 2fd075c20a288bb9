import type {
  confirmSecondFactor,
  enrolSecondFactor,
  removeSecondFactor,
  secondFactor
} from '../../server/accounts/staff-contract.ts'
import type { Client } from '../http/client.ts'
import { Resource } from '../http/resource.svelte.ts'

const PATH = '/api/staff/second-factor'

/** The second factor of one's own account, and where its enrolment stands. */
export class SecondFactorState {
  readonly asked = new Resource<{ on: boolean }>()
  /** What is being done: asking for the password first, then showing the secret. */
  step = $state<'rest' | 'password' | 'scan'>('rest')
  secret = $state.raw<{ uri: string; secret: string }>()
  /** What was just brought about. */
  done = $state<'on' | 'off'>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    return this.asked.load((signal) => this.#client.get<typeof secondFactor>(PATH, {}, { signal }))
  }

  /** The password opens the next step: a secret to read, or the end of the second factor. */
  async prove(password: string) {
    const sending = { method: 'POST', body: { password } } as const
    if (this.asked.value?.on) {
      await this.#client.send<typeof removeSecondFactor>(`${PATH}/remove`, sending)
      return this.#end('off')
    }
    this.secret = await this.#client.send<typeof enrolSecondFactor>(PATH, sending)
    this.step = 'scan'
  }

  async confirm(code: string) {
    await this.#client.send<typeof confirmSecondFactor>(`${PATH}/confirm`, { method: 'POST', body: { code } })
    this.#end('on')
  }

  cancel() {
    this.step = 'rest'
    this.secret = undefined
  }

  #end(done: 'on' | 'off') {
    this.cancel()
    this.done = done
    this.asked.value = { on: done === 'on' }
  }
}
