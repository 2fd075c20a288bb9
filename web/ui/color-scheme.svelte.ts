import { MediaQuery } from 'svelte/reactivity'

export const SCHEMES = ['auto', 'light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

/** Light or dark: what was chosen, and what therefore is shown. */
export class ColorScheme {
  choice = $state<Scheme>('auto')
  readonly #systemDark = new MediaQuery('prefers-color-scheme: dark')

  get dark(): boolean {
    return this.choice === 'auto' ? this.#systemDark.current : this.choice === 'dark'
  }

  /** Hands the choice to the style sheet. */
  apply(root: HTMLElement) {
    if (this.choice === 'auto') delete root.dataset['theme']
    else root.dataset['theme'] = this.choice
  }
}
