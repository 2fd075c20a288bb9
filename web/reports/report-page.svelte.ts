import { I18n, type Locale } from '../i18n/i18n.svelte.ts'
import { ColorScheme, type Scheme } from '../ui/color-scheme.svelte.ts'
import { firstChoices, keepLanguage, keepScheme } from './first-choices.ts'

/** What the report app shows; the part of the address after `#`. */
export const VIEWS = {
  report: '',
  mine: 'cua-toi',
  privacy: 'quyen-rieng-tu',
  help: 'huong-dan',
  away: 'can-mang'
} as const
export type View = keyof typeof VIEWS
const APP = '/phan-anh'
const LIST = `${APP}/danh-sach`

/** Whether it is only read, and needs nothing that the phone keeps. */
export const isPlain = (view: View) => view === 'privacy' || view === 'help' || view === 'away'

/** Language, appearance and what is shown. Choices made here stay on the phone: an app opens without an address. */
export class ReportPage {
  readonly i18n: I18n
  readonly scheme = new ColorScheme()
  view = $state<View>('report')
  online = $state(navigator.onLine)
  /** The page in whose place the app was opened, for want of a network. */
  readonly wanted: string

  constructor() {
    const { locale, scheme } = firstChoices(location.search)
    this.i18n = new I18n(locale)
    this.scheme.choice = scheme
    this.wanted = takePlace()
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

/** Where the app stands in for another page it says so, under its own address: its links are parts of that. */
function takePlace(): string {
  const { pathname, search } = location
  if (!pathname.startsWith(`${APP}/`)) return LIST
  history.replaceState(null, '', `${APP}#${VIEWS.away}`)
  return pathname + search
}
