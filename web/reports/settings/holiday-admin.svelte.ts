import type {
  addHolidays,
  changeHoliday,
  Holiday,
  listHolidays,
  removeHoliday
} from '../../../server/reports/holiday-contract.ts'
import type { z } from 'zod'
import type { Client } from '../../http/client.ts'
import { Resource } from '../../http/resource.svelte.ts'
import { OutdatedError } from '../../http/send-json.ts'
import type { Read } from './editing.svelte.ts'

/** What an administrator fills in of a day. */
export type HolidayDraft = { name: string; worked: boolean; provisional: boolean }

/** A day as its form has it. */
export const readHoliday = ({ version, name, worked, provisional }: Holiday): Read<HolidayDraft> => ({
  version,
  fields: { name, worked, provisional }
})

const PATH = '/api/staff/holidays'

/** The offices' calendar, a year at a time. */
export class HolidayAdmin {
  readonly calendar = new Resource<z.infer<typeof listHolidays.reply>>()
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
  }

  load(year: number) {
    const ask = (signal: AbortSignal) => this.#client.get<typeof listHolidays>(PATH, { year }, { signal })
    return this.calendar.load(ask, String(year))
  }

  /** Enters a day, or every day until `to`; how many. */
  async add(day: string, to: string, draft: HolidayDraft) {
    const body = { day, ...(to ? { to } : {}), ...draft }
    const { days } = await this.#client.send<typeof addHolidays>(PATH, { method: 'POST', body })
    this.calendar.retry()
    return days.length
  }

  /** Throws OutdatedError where somebody was quicker. */
  async change(day: string, version: number, draft: HolidayDraft) {
    const sending = { method: 'PUT', params: { day }, body: { ...draft }, version } as const
    await this.#client.send<typeof changeHoliday>(`${PATH}/:day`, sending)
    this.calendar.retry()
  }

  /** Takes a day out; false: somebody else has just changed it, and it is still there. */
  async remove({ day, version }: Holiday): Promise<boolean> {
    const sending = { method: 'DELETE', params: { day }, version } as const
    try {
      await this.#client.send<typeof removeHoliday>(`${PATH}/:day`, sending)
      return true
    } catch (error) {
      if (error instanceof OutdatedError) return false
      throw error
    } finally {
      this.calendar.retry()
    }
  }
}
