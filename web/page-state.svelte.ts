import { tick, untrack } from 'svelte'
import type { Commune, SearchHit } from '../server/areas/contract.ts'
import type { Gap } from '../server/coverage/contract.ts'
import { fetchCommunes } from './areas/api.ts'
import { communeToOpen } from './areas/default-commune.ts'
import { type DeadSpots, fetchDeadSpots, fetchGaps, type Gaps } from './coverage/api.ts'
import { Resource } from './http/resource.svelte.ts'
import { hasWebGl2 } from './map/web-gl.ts'
import type { ClickedFeature } from './map/clicks.ts'
import type { Theme } from './map/theme.ts'
import { DEAD_SPOTS, PageAddress } from './page-address.svelte.ts'
import { featureOfHit } from './places/feature-of-hit.ts'
import { Figures } from './plans/figures.svelte.ts'
import type { StageState } from './stage-state.svelte.ts'
import { subjectOf, waitingFor } from './subject.ts'
import type { Stop } from './ui/sheet-stops.ts'

/** What the page shows: the address says of what, the rest is what the server answered. */
export class PageState extends PageAddress {
  readonly communes = new Resource<Commune[]>()
  readonly figures = new Figures()
  readonly before = new Figures()
  readonly deadSpots = new Resource<DeadSpots>()
  readonly gaps = new Resource<Gaps>()
  /** The map, once its code has arrived. */
  stage = $state.raw<StageState>()
  /** Where not all relics are shown. */
  relics: Theme | undefined
  /** Takes a picture of the map with its legend; set by the map, null when nothing is drawn yet. */
  takePicture: (() => Promise<Blob | null>) | undefined
  /** The small thing of the map whose card is open. */
  feature = $state.raw<ClickedFeature | null>(null)
  /** How far the sheet of a phone is up. */
  stop = $state<Stop>('half')
  /** Whether a village was opened on this page, not by its address. */
  wasOpenedHere = false
  /** The village that was open last, to give the focus back to its row. */
  lastVillage = $state<string>()

  readonly commune = $derived(communeToOpen(this.communes.value ?? [], this.askedCommune))
  readonly indicators = $derived(this.figures.value?.indicators ?? [])
  readonly answer = $derived(this.figures.find(this.indicator))
  /** The day whose figures are here to compare with: not while they are still asked for. */
  readonly comparedDay = $derived(
    this.before.value?.asOf === this.compare && !this.isDeadSpots ? this.compare : undefined
  )
  readonly beforeAnswer = $derived(this.before.find(this.indicator))
  /** What the colours of the map speak of; null while it is asked for. */
  readonly subject = $derived.by(() => subjectOf(this))
  /** Another object, so another question, when a day without a date of its own goes over into the next. */
  readonly #times = $derived.by(() => {
    void this.day
    return { asOf: this.asOf, knownAt: this.knownAt }
  })
  readonly #wantsDeadSpots = $derived(
    this.isDeadSpots ||
      (this.technology !== null && this.village !== undefined) ||
      this.layers?.split(',').includes(DEAD_SPOTS)
  )
  /** What is still asked for while something else is shown. */
  readonly waiting = $derived(waitingFor(this))
  /** Whether this browser can draw the map at all. */
  readonly canDraw = hasWebGl2()

  askCommunes() {
    return this.communes.load((signal) => fetchCommunes(this.#locale, signal))
  }

  askFigures() {
    if (this.commune) return this.figures.ask(this.commune.code, this.#times, this.#locale)
  }

  askBefore() {
    const { commune, compare, knownAt } = this
    if (!commune || !compare) return this.before.clear()
    return this.before.ask(commune.code, { asOf: compare, knownAt }, this.#locale)
  }

  askDeadSpots() {
    const [commune, times] = [this.commune, this.#times]
    if (!commune || !this.#wantsDeadSpots) return
    return this.deadSpots.load((end) => fetchDeadSpots(commune.code, times, this.#locale, end), commune.code)
  }

  askGaps() {
    const { commune, technology } = this
    if (!commune || !technology) return this.gaps.clear()
    const query = { ...this.#times, technology }
    const ask = (end: AbortSignal) => fetchGaps(commune.code, query, this.#locale, end)
    return this.gaps.load(ask, `${commune.code} ${technology}`)
  }

  /** Asks again what failed: the network is back. */
  retryFailed() {
    const { communes, figures, before, deadSpots, gaps } = this
    for (const resource of [communes, figures, before, deadSpots, gaps]) if (resource.error) resource.retry()
  }

  pickCommune(code: string) {
    this.url.set({ commune: code, village: undefined, gap: undefined, camera: undefined })
    const bbox = this.commune?.bbox
    if (bbox) this.stage?.view.moves.fit(bbox)
  }

  pickIndicator(indicator: string) {
    this.url.set({ indicator, gap: undefined })
  }

  /** `moveMap`: not when it was clicked on the map, where it is seen already unless the sheet comes up over it. */
  openVillage(
    code: string,
    { moveMap = true, communeCode = this.commune?.code }: { moveMap?: boolean; communeCode?: string } = {}
  ) {
    const rises = this.stop === 'peek'
    this.wasOpenedHere = true
    this.url.set({ ...this.#changeTo(communeCode), village: code, gap: undefined })
    // A table that covers the map would show no answer to the click.
    if (rises || this.tab === 'table') this.stop = 'half'
    // The camera keeps clear of the sheet's new height, which stands after the next update.
    if (moveMap || rises) void tick().then(() => this.stage?.showVillage(code))
  }

  closeVillage() {
    this.lastVillage = this.url.values.village
    this.url.set({ village: undefined, gap: undefined })
  }

  showTab(tab: 'figures' | 'table' | 'layers') {
    this.feature = null
    this.url.set({ tab: tab === 'figures' ? undefined : tab })
    if (this.stop === 'peek') this.stop = 'half'
  }

  /** Closes the table or the layers; the focus goes back to what opens them. */
  closeTab() {
    document.getElementById(`open-${this.tab}`)?.focus()
    this.url.set({ tab: undefined })
  }

  pickGap(gap: Gap) {
    const isOpen = this.url.values.gap === gap.id
    this.url.set({ gap: isOpen ? undefined : gap.id })
    if (isOpen) return
    // The map with the cluster above, its row in the panel below.
    this.stop = 'half'
    void tick().then(() => this.stage?.view.moves.flyTo(gap.centre))
  }

  pickHit(hit: SearchHit) {
    const { collection, code, communeCode, bbox } = hit
    const commune = this.#changeTo(communeCode)
    this.wasOpenedHere = true
    const village = collection === 'villages' && code ? code : undefined
    if (village || commune.commune) this.url.set({ ...commune, village, gap: undefined })
    this.#uncoverMap()
    this.stage?.turnOn(collection)
    void tick().then(() => {
      this.openFeature(featureOfHit(hit))
      if (bbox) void tick().then(() => this.stage?.view.moves.fit(bbox))
    })
  }

  /** Shows the card of a small thing; on a phone the sheet has it, at the height at which map and card are seen. */
  openFeature(feature: ClickedFeature | null) {
    this.feature = feature
    if (feature) this.stop = 'half'
  }

  /** What the address needs for another commune than the one that is shown; nothing for one that is not on the list. */
  #changeTo(code: string | null | undefined): { commune?: string } {
    const isOther = code !== this.commune?.code && this.communes.value?.some((other) => other.code === code)
    return code && isOther ? { commune: code } : {}
  }

  /** What is to be seen on the map must not lie under the sheet: the camera moves after its new height stands. */
  #uncoverMap() {
    if (this.stop === 'full') this.stop = 'half'
  }

  /** The language in which problems are told; figures are not asked anew for it. */
  get #locale() {
    return untrack(() => this.i18n.locale)
  }
}
