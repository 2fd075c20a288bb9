import { CurrentDay } from './i18n/current-day.svelte.ts'
import { technologyOf } from './coverage/technology.ts'
import { I18n } from './i18n/i18n.svelte.ts'
import { ColorScheme } from './ui/color-scheme.svelte.ts'
import { isDay, isMoment, PARAMETERS } from './url/parameters.ts'
import { UrlState } from './url/url-state.svelte.ts'

const DEFAULT_INDICATOR = 'mobile_5g_population'
/** The view of dead spots stands beside the indicators in the address. */
export const DEAD_SPOTS = 'dead_spots'

const sound = (text: string | undefined, isSound: (text: string) => boolean) =>
  text !== undefined && isSound(text) ? text : undefined

/** What the address asks for, with what it leaves open filled in. */
export class PageAddress {
  readonly url = new UrlState()
  readonly i18n = new I18n()
  readonly scheme = new ColorScheme()
  readonly currentDay = new CurrentDay()

  // Each its own: a change of one part of the address asks nothing anew that hangs on another.
  readonly asOf = $derived(sound(this.url.values.asOf, isDay))
  readonly today = $derived(this.currentDay.value)
  /** The day that is looked at. Goes on at midnight while the reader has chosen none. */
  readonly day = $derived(this.asOf ?? this.today)
  readonly knownAt = $derived(sound(this.url.values.knownAt, isMoment))
  /** Never a day to come: of it "unchanged" would be claimed. */
  readonly compare = $derived(sound(this.url.values.compare, (day) => isDay(day) && day <= this.today))
  readonly village = $derived(this.url.values.village)
  readonly layers = $derived(this.url.values.layers)
  readonly sort = $derived(this.url.values.sort)
  readonly cameraText = $derived(this.url.values.camera && PARAMETERS.camera.format(this.url.values.camera))
  readonly tab = $derived(this.url.values.tab ?? 'figures')
  readonly indicator = $derived(this.url.values.indicator ?? DEFAULT_INDICATOR)
  readonly askedCommune = $derived(this.url.values.commune)
  readonly isDeadSpots = $derived(this.indicator === DEAD_SPOTS)
  /** Whose map the gap list speaks of; null for indicators without one. */
  readonly technology = $derived(technologyOf(this.indicator))

  constructor() {
    this.applyChoices()
  }

  /** The language and the ground follow the address. */
  applyChoices() {
    const { lang, theme } = this.url.values
    this.i18n.locale = lang ?? 'vi'
    this.scheme.choice = theme ?? 'auto'
    this.scheme.apply(document.documentElement)
    document.documentElement.lang = this.i18n.locale
  }
}
