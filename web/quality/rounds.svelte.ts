import type { z } from 'zod'
import type { closeRound, listRounds, readRound, startRound } from '../../server/quality/round-contract.ts'
import type { Client } from '../http/client.ts'
import { Resource } from '../http/resource.svelte.ts'

const PATH = '/api/staff/quality/rounds'
type NewRound = Omit<z.input<typeof startRound.body>, 'commune'>

/** A commune's rounds of cleaning, and the one that is open. */
export class Rounds {
  readonly list = new Resource<z.output<typeof listRounds.reply>>()
  readonly record = new Resource<z.output<typeof readRound.reply>>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  loadList(commune: string | undefined) {
    return this.list.load(
      (signal) => this.#client.get<typeof listRounds>(PATH, { commune }, { signal }),
      commune
    )
  }

  loadRecord(id: string) {
    const params = { id }
    return this.record.load(
      (signal) => this.#client.get<typeof readRound>(`${PATH}/:id`, {}, { signal, params }),
      id
    )
  }

  start(commune: string | undefined, round: NewRound) {
    const body = { ...(commune === undefined ? {} : { commune }), ...round }
    return this.#client.send<typeof startRound>(PATH, { method: 'POST', body })
  }

  /** Throws OutdatedError with the round as it is now. */
  close({ id, version }: { id: number; version: number }, conclusion: string) {
    const sending = { method: 'POST', params: { id }, body: { conclusion }, version } as const
    return this.#client.send<typeof closeRound>(`${PATH}/:id/close`, sending)
  }
}
