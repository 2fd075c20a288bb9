import type { z } from 'zod'
import type {
  decideFinding,
  Finding,
  listAssignees,
  listFindings,
  QualityCase,
  QualityCheck
} from '../../server/quality/contract.ts'
import type { Client } from '../http/client.ts'
import { Resource } from '../http/resource.svelte.ts'

const PATH = '/api/staff/quality'

/** What the address asks for. */
export interface Asked {
  commune?: string | undefined
  kind?: string | undefined
  state?: string | undefined
  unit?: string | undefined
  mine?: 'true' | undefined
}

type Decision = Omit<z.input<typeof decideFinding.body>, 'commune' | 'key'>

/** What is found in a commune's data, as asked for, and to whom it can be given. */
export class Quality {
  readonly list = new Resource<z.output<typeof listFindings.reply>>()
  readonly assignees = new Resource<z.output<typeof listAssignees.reply>>()
  readonly #client: Client
  /** Names of units, by id, that stood in any list. */
  readonly #unitNames: Record<number, string> = {}

  constructor(client: Client) {
    this.#client = client
  }

  load(asked: Asked) {
    // The contract's texts are looked at by the server: an address may carry any.
    return this.list.load(
      (signal) => this.#client.get<typeof listFindings>(PATH, asked, { signal }),
      asked.commune
    )
  }

  loadAssignees(commune: string | undefined) {
    return this.assignees.load((signal) =>
      this.#client.get<typeof listAssignees>(`${PATH}/assignees`, { commune }, { signal })
    )
  }

  /**
   * Those that can be given findings, those that have some of what is listed, and the one asked for, which may have nothing
   * that fits the other filters; its name is null where it never was in a list.
   */
  unitsWith(asked: string | undefined): { id: number; name: string | null }[] {
    const having = this.list.value?.findings.flatMap(({ case: { unit } }) => unit ?? []) ?? []
    const all = [...(this.assignees.value?.units ?? []), ...having]
    for (const { id, name } of all) this.#unitNames[id] = name
    const chosen = asked ? [{ id: Number(asked), name: this.#unitNames[Number(asked)] ?? null }] : []
    return [...all, ...chosen].filter(
      ({ id }, index, every) => every.findIndex((one) => one.id === id) === index
    )
  }

  /** Throws OutdatedError with the case as it is now. */
  decide(finding: Finding, version: number, decision: Decision): Promise<QualityCase> {
    const commune = this.list.value?.commune.code
    const body = { ...(commune === undefined ? {} : { commune }), key: finding.key, ...decision }
    const sending = { method: 'PUT', body, version } as const
    return this.#client.send<typeof decideFinding>(`${PATH}/cases`, sending)
  }
}

/** How many findings are to be mended, and how many are accepted as they are. */
export function sumsOf(checks: readonly QualityCheck[]) {
  const accepted = checks.reduce((sum, check) => sum + (check.accepted ?? 0), 0)
  return { accepted, open: checks.reduce((sum, check) => sum + (check.found ?? 0), 0) - accepted }
}
