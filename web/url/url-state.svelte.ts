import { formatUrl, parseUrl, PARAMETERS, type ParameterName, type UrlValues } from './parameters.ts'

/** The state that people share, kept in the address. Components read `values` and change it by `set`. */
export class UrlState {
  values = $state.raw<UrlValues>({})
  /** False in a frame, where a step would be one of the page around it. */
  hasSteps = true

  constructor() {
    this.values = parseUrl(location.search)
  }

  /** Follows the back and forward buttons until the returned function is called. */
  follow() {
    const read = () => (this.values = parseUrl(location.search))
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }

  /** Changes some values; undefined takes one out. A new history entry arises when one of them is a step. */
  set(changes: UrlValues) {
    const values = { ...this.values, ...changes }
    const search = formatUrl(values)
    if (search === formatUrl(this.values)) return
    const names = Object.keys(changes) as ParameterName[] // UrlValues has no other keys
    const isStep = names.some(
      (name) => PARAMETERS[name].history === 'push' && changes[name] !== this.values[name]
    )
    this.values = values
    const address = `${location.pathname}${search}`
    if (isStep && this.hasSteps) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  }

  /** The first filling in of what the address left open: no step of its own. */
  settle(defaults: UrlValues) {
    this.values = { ...defaults, ...this.values }
    history.replaceState(null, '', `${location.pathname}${formatUrl(this.values)}`)
  }

  /** The whole address with some values fixed, for sharing. */
  link(fixed: UrlValues): string {
    return `${location.origin}${location.pathname}${formatUrl({ ...this.values, ...fixed })}`
  }
}
