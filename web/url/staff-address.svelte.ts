import { staffParameters, type StaffValues } from './staff-parameters.ts'

/** What the staff's page shows, kept in its address, so that a colleague who is sent it sees the same. */
export class StaffAddress {
  values = $state.raw<StaffValues>({})

  constructor() {
    this.values = staffParameters.parse(location.search)
  }

  /** Follows the back and forward buttons until the returned function is called. */
  follow() {
    const read = () => (this.values = staffParameters.parse(location.search))
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }

  /** Changes some values; undefined takes one out. Another page, section, report, relic, tour, place or round is a step that the back button undoes. */
  set(changes: { [N in keyof StaffValues]?: StaffValues[N] | undefined }) {
    const values = { ...this.values, ...changes } as StaffValues // undefined and absent mean the same
    const search = staffParameters.format(values)
    const isStep = (['view', 'section', 'report', 'relic', 'tour', 'place', 'round'] as const).some(
      (name) => values[name] !== this.values[name]
    )
    const isSame = search === staffParameters.format(this.values)
    this.values = values
    if (isSame) return
    const address = `${location.pathname}${search}`
    if (isStep) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  }
}
