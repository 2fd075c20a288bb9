import { SvelteSet } from 'svelte/reactivity'

const OFF_OPERATOR = '!'
/** Stands for no layer at all: an empty text would look like no text. */
const NONE = 'none'

/** Which layers are on, and which operators' maps are left out of the coverage layers. */
export class LayerState {
  readonly on: SvelteSet<string>
  readonly hiddenOperators = new SvelteSet<string>()
  #defaults = $state.raw<readonly string[]>([])

  constructor(defaults: readonly string[], text: string | null = null) {
    this.#defaults = defaults
    this.on = new SvelteSet(defaults)
    if (text !== null) this.read(text)
  }

  isOn(id: string) {
    return this.on.has(id)
  }

  toggle(id: string) {
    if (!this.on.delete(id)) this.on.add(id)
  }

  /** What is on at first has become something else: follows it, unless somebody has chosen. */
  startWith(defaults: readonly string[]) {
    const isChosen = this.text !== null
    this.#defaults = defaults
    if (!isChosen) this.read(null)
  }

  toggleOperator(name: string) {
    if (!this.hiddenOperators.delete(name)) this.hiddenOperators.add(name)
  }

  /** Short text for the URL: ids joined by `,`, hidden operators as `!name`; null while all is as at first. */
  get text(): string | null {
    const parts = [...this.on].sort()
    const hidden = [...this.hiddenOperators].sort().map((name) => OFF_OPERATOR + encodeURIComponent(name))
    const isDefault = hidden.length === 0 && parts.join() === [...this.#defaults].sort().join()
    return isDefault ? null : [...parts, ...hidden].join(',') || NONE
  }

  /** Takes what `text` gave; null means the first state. Unknown ids are kept and simply name no theme. */
  read(text: string | null) {
    const parts = text === null ? this.#defaults : text.split(',').filter((part) => part && part !== NONE)
    const isOperator = (part: string) => part.startsWith(OFF_OPERATOR)
    replace(
      this.on,
      parts.filter((part) => !isOperator(part))
    )
    replace(
      this.hiddenOperators,
      parts.filter(isOperator).flatMap((part) => decoded(part.slice(1)))
    )
  }
}

function replace(set: SvelteSet<string>, values: readonly string[]) {
  for (const value of [...set]) if (!values.includes(value)) set.delete(value)
  for (const value of values) set.add(value)
}

/** Nothing when the address was cut in the middle of a letter: bad values are ignored. */
function decoded(text: string): string[] {
  try {
    return [decodeURIComponent(text)]
  } catch (error) {
    if (error instanceof URIError) return []
    throw error
  }
}
