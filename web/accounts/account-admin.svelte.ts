import type {
  changeAccount,
  createAccount,
  listAccounts,
  listUnits,
  makePasswordLink,
  PasswordLink,
  StaffAccount,
  Unit
} from '../../server/accounts/staff-contract.ts'
import type { Role } from '../../server/accounts/contract.ts'
import type { Client } from '../http/client.ts'
import type { Sending } from '../http/send-json.ts'
import { Resource } from '../http/resource.svelte.ts'

/** What an administrator fills in of an account; '' is none. */
export interface AccountDraft {
  login: string
  name: string
  role: Role
  communeCode: string
  unitId: string
}

type Change = NonNullable<Sending<typeof changeAccount>['body']>

const fieldsOf = ({ name, role, communeCode, unitId }: AccountDraft) => ({
  name,
  role,
  communeCode: communeCode || null,
  unitId: unitId ? Number(unitId) : null
})

/** The accounts that an administrator manages. */
export class AccountAdmin {
  readonly accounts = new Resource<StaffAccount[]>()
  readonly units = new Resource<Unit[]>()
  /** A link that was just made, with whose it is: shown once. */
  link = $state.raw<PasswordLink & { name: string }>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load() {
    const ends = [
      this.accounts.load(async (signal) => {
        const path = '/api/staff/accounts'
        return (await this.#client.get<typeof listAccounts>(path, {}, { signal })).accounts
      }),
      this.units.load(
        async (signal) => (await this.#client.get<typeof listUnits>('/api/staff/units', {}, { signal })).units
      )
    ]
    return () => ends.forEach((end) => end())
  }

  async create(draft: AccountDraft) {
    const sending = { method: 'POST', body: { login: draft.login, ...fieldsOf(draft) } } as const
    const { account, link } = await this.#client.send<typeof createAccount>('/api/staff/accounts', sending)
    this.link = { ...link, name: account.name }
    this.#put(account)
  }

  async change(id: number, draft: AccountDraft) {
    await this.#patch(id, fieldsOf(draft))
  }

  async disable(id: number, disabled: boolean) {
    await this.#patch(id, { disabled })
  }

  async makeLink({ id, name }: StaffAccount, removeSecondFactor: boolean) {
    const sending = { method: 'POST', params: { id }, body: { removeSecondFactor } } as const
    const path = '/api/staff/accounts/:id/link'
    this.link = { ...(await this.#client.send<typeof makePasswordLink>(path, sending)), name }
    this.accounts.retry()
  }

  async #patch(id: number, body: Change) {
    const sending = { method: 'PATCH', params: { id }, body } as const
    const path = '/api/staff/accounts/:id'
    this.#put((await this.#client.send<typeof changeAccount>(path, sending)).account)
  }

  #put(account: StaffAccount) {
    const others = (this.accounts.value ?? []).filter(({ id }) => id !== account.id)
    this.accounts.value = [...others, account].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  }
}
