import { staffParameters, type StaffValues } from './staff-parameters.ts'

const STEPS = ['view', 'section', 'report', 'relic', 'tour', 'place', 'round'] as const

type Changes = { [N in keyof StaffValues]?: StaffValues[N] | undefined }

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
  set(changes: Changes) {
    const before = this.values
    const isChanged = this.#put(changes)
    const isStep = STEPS.some((name) => this.values[name] !== before[name])
    if (isChanged) this.#write(isStep ? 'pushState' : 'replaceState')
  }

  /** The same thing under another name: no step. */
  rename(changes: Changes) {
    if (this.#put(changes)) this.#write('replaceState')
  }

  /** Whether that makes another address. */
  #put(changes: Changes) {
    const before = staffParameters.format(this.values)
    this.values = { ...this.values, ...changes } as StaffValues // undefined and absent mean the same
    return staffParameters.format(this.values) !== before
  }

  #write(how: 'pushState' | 'replaceState') {
    history[how](null, '', `${location.pathname}${staffParameters.format(this.values)}`)
  }
}
