import { I18n, type Locale } from '../i18n/i18n.svelte.ts'
import { ColorScheme, type Scheme } from '../ui/color-scheme.svelte.ts'
import { firstChoices, keepLanguage, keepScheme } from './first-choices.ts'

/** What the report app shows; the part of the address after `#`. */
export const VIEWS = { report: '', mine: 'cua-toi', privacy: 'quyen-rieng-tu', list: 'danh-sach' } as const
export type View = keyof typeof VIEWS

/** Language, appearance and what is shown. Choices made here stay on the phone: an app opens without an address. */
export class ReportPage {
  readonly i18n: I18n
  readonly scheme = new ColorScheme()
  view = $state<View>('report')
  online = $state(navigator.onLine)

  constructor() {
    const { locale, scheme } = firstChoices(location.search)
    this.i18n = new I18n(locale)
    this.scheme.choice = scheme
    this.#readView()
  }

  /** Follows the address and the network until ended. */
  follow() {
    const read = () => this.#readView()
    const look = () => (this.online = navigator.onLine)
    addEventListener('hashchange', read)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('hashchange', read)
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }

  /** Hands language and appearance to the document. */
  apply() {
    this.scheme.apply(document.documentElement)
    document.documentElement.lang = this.i18n.locale
  }

  setLanguage(language: Locale) {
    this.i18n.locale = language
    keepLanguage(language)
  }

  setScheme(scheme: Scheme) {
    this.scheme.choice = scheme
    keepScheme(scheme)
  }

  #readView() {
    const name = location.hash.slice(1)
    const views = Object.keys(VIEWS) as View[] // the keys of a constant object are its names
    this.view = views.find((view) => VIEWS[view] === name) ?? 'report'
  }
}
