import type { ClashField } from './conflict.ts'
import { type FieldBody, type RouteReport, STATE_AFTER } from './route-steps.ts'

type RouteField = Extract<ClashField, 'category' | 'place' | 'urgent' | 'unit' | 'assignee'>
/** A field of which an officer on the way has to know that it changed. */
export type ToldField = RouteField | 'state' | 'description' | 'reason' | 'handedTo'
type Value = string | boolean | { lng: number; lat: number } | null

/** One field that somebody else changed; `mine`: what the answer sets it to, where it sets it otherwise. */
export interface RouteChange {
  field: ToldField
  was: Value
  is: Value
  mine?: Value
}

const factsOf = (report: RouteReport): Record<ToldField, Value> => ({
  state: report.state,
  unit: report.unit?.name ?? null,
  assignee: report.assignee?.name ?? null,
  category: report.category,
  place: { lng: report.place.lng, lat: report.place.lat },
  urgent: report.urgent,
  description: report.description,
  reason: report.reason ?? null,
  handedTo: report.handedTo ?? null
})

/** What an answer sets. */
const wishesOf = (body: FieldBody): Partial<Record<ToldField, Value>> => ({
  state: STATE_AFTER[body.action],
  ...('reason' in body && body.reason !== undefined ? { reason: body.reason } : {}),
  ...('handedTo' in body ? { handedTo: body.handedTo } : {})
})

const same = (a: Value, b: Value) => JSON.stringify(a) === JSON.stringify(b)

/**
 * What somebody else changed of a report since it was seen, as far as its officer has to know. What he does not have to
 * know, such as that it was approved meanwhile, is none: his answer stands beside it.
 */
export function routeChanges(seen: RouteReport, latest: RouteReport, body: FieldBody): RouteChange[] {
  const [before, after, wishes] = [factsOf(seen), factsOf(latest), wishesOf(body)]
  const fields = Object.keys(before) as ToldField[] // the keys of a record of all fields
  return fields.flatMap((field) => {
    const [was, is, mine] = [before[field], after[field], wishes[field]]
    if (same(was, is)) return []
    return [{ field, was, is, ...(mine === undefined || same(mine, is) ? {} : { mine }) }]
  })
}
