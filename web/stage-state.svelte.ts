import { untrack, type Snippet } from 'svelte'
import type { CommuneOutline } from './areas/commune-outline.ts'
import { hasGroundOutside } from './areas/ground-outside.ts'
import type { VillagePoint } from './areas/village-points.ts'
import { explainedThemes, firstLayers, layerGroups } from './layers.ts'
import type { Picture } from './map/capture.ts'
import type { Bounds, Padding } from './map/camera.svelte.ts'
import type { FrameLegend } from './map/map-image.ts'
import { LayerState } from './map/layer-state.svelte.ts'
import { MapView, VIET_NAM } from './map/map-view.svelte.ts'
import type { LegendItem, Look, Theme } from './map/theme.ts'
import { unknownImages } from './map/unknown.ts'
import type { VillageStyle } from './map/village-states.ts'
import { subjectTitle } from './picture.ts'
import { relicTheme } from './relics/theme.ts'
import { emptyLayers, operatorsIn, subjectLegend, subjectNotes, subjectStyles } from './stage-content.ts'
import type { PageState } from './page-state.svelte.ts'
import { type Camera, PARAMETERS } from './url/parameters.ts'

const formatCamera = PARAMETERS.camera.format

/** The map's side of the page: what is drawn for what the page shows. Comes with the map's code. */
export class StageState {
  readonly view = new MapView()
  readonly layers: LayerState
  readonly #page: PageState
  /** By village code. */
  villages = $state.raw<ReadonlyMap<string, VillagePoint>>()
  /** Of the commune that is open; null while it is not known. */
  outline = $state.raw<CommuneOutline | null>(null)

  /** The theme of reports while that layer is on and its code is here. */
  reports = $state.raw<Theme | null>(null)
  /** The choice of tours below the layer of relics, likewise. */
  tours = $state.raw<Snippet | null>(null)
  /** Whether the address did not say where the map begins. */
  readonly isFree: boolean

  constructor(page: PageState) {
    this.#page = page
    this.isFree = page.url.values.camera === undefined
    this.layers = new LayerState(firstLayers(page.indicator))
  }

  readonly look: Look = $derived.by(() => ({
    flavour: this.#page.scheme.dark ? 'dark' : 'light',
    locale: this.#page.i18n.locale
  }))

  /** Whose maps there are, as the figures name them. */
  readonly operators = $derived.by(() => operatorsIn(this.#page.indicators))

  readonly #relics = $derived.by(() => {
    const { relics = relicTheme } = this.#page
    return this.tours ? { ...relics, controls: this.tours } : relics
  })

  readonly groups = $derived.by(() =>
    layerGroups(this.operators, this.layers, this.#page.commune?.code, this.reports, this.#relics)
  )

  /** Paper is white, whatever the screen is. */
  readonly paperLook: Look = $derived.by(() => ({ flavour: 'light', locale: this.#page.i18n.locale }))

  readonly styles: ReadonlyMap<string, VillageStyle> = $derived.by(() =>
    subjectStyles(this.#page.subject, this.look)
  )

  readonly #hasOutside = $derived.by(() => hasGroundOutside(this.outline, this.villages?.values() ?? []))

  readonly legend: readonly LegendItem[] = $derived.by(() =>
    subjectLegend(this.#page.subject, this.styles, this.look, this.#hasOutside)
  )

  readonly notes = $derived.by(() => subjectNotes(this.#page.i18n, this.#page.subject))

  readonly legendImages = $derived.by(() => unknownImages(this.look))

  /** None while they speak of another day than the colours below them: one of the two is still asked for. */
  readonly gaps = $derived.by(() => {
    const { gaps, subject } = this.#page
    return gaps.value && gaps.value.asOf === subject?.answer.asOf ? gaps.value.gaps : []
  })

  /** The layers over the figure whose signs have to be explained: those that are on, and not empty. */
  readonly explained = $derived.by(() => {
    const hasGaps = this.gaps.length > 0
    return explainedThemes(this.groups, this.layers).filter(({ id }) => id !== 'gaps' || hasGaps)
  })

  /** Why a layer that is on shows nothing, by its id. */
  readonly layerNotes = $derived.by(() => emptyLayers(this.#page))

  /** The legend of the figure and of the layers over it, as pictures and paper want it. */
  frameLegend(look: Look): FrameLegend[] {
    const { subject, i18n } = this.#page
    const items = (legend: readonly LegendItem[]) =>
      legend.map(({ label, swatch }) => ({ label: i18n.t(label), swatch }))
    const figure = {
      heading: subject ? subjectTitle(i18n, subject) : '',
      items: items(subjectLegend(subject, subjectStyles(subject, look), look, this.#hasOutside)),
      images: unknownImages(look)
    }
    const layers = this.explained.map((theme) => ({
      heading: i18n.t(theme.title),
      items: items(theme.legend(look)),
      images: theme.images?.(look) ?? {}
    }))
    return [figure, ...layers].filter(({ items }) => items.length > 0)
  }

  /** What is seen, in the colours of paper; null before the map is ready. */
  paperPicture(): Picture | null {
    const look = this.paperLook
    return this.view.snapshot(look, subjectStyles(this.#page.subject, look))
  }

  /** The layers of the question, where the address names none; called again when another one is asked. */
  startLayers(indicator: string) {
    untrack(() => this.layers.startWith(firstLayers(indicator)))
  }

  /** The layers of the address; called again when the address changes. */
  readLayers(text: string | undefined) {
    untrack(() => {
      if ((this.layers.text ?? undefined) !== text) this.layers.read(text ?? null)
    })
  }

  /** What the address keeps: the place in the middle of what panels leave free, so that it is seen on any screen. */
  get camera(): Camera {
    const { centre, zoom } = this.view.camera
    return { ...(this.view.moves.middle() ?? centre), zoom }
  }

  /** Shows the layer of a collection, so that what was searched for can be seen. */
  turnOn(collection: string) {
    const has = this.groups.some(({ themes }) => themes.some(({ id }) => id === collection))
    if (has && !this.layers.isOn(collection)) this.layers.toggle(collection)
  }

  /** Without a camera in the address: shows all of the commune, or of Việt Nam with its sea while none is known. */
  start() {
    const bbox = this.#page.commune?.bbox ?? VIET_NAM
    if (!this.#page.url.values.camera) this.view.moves.fit(bbox, { animate: false })
  }

  /** All of the commune again, from wherever one has got to. */
  showCommune() {
    const bbox = this.#page.commune?.bbox
    if (bbox) this.view.moves.fit(bbox)
  }

  /** Goes where the address says, when the back button or a link changed it. */
  followCamera(text: string) {
    const camera = PARAMETERS.camera.parse(text)
    if (camera && text !== formatCamera(this.camera)) this.view.moves.jumpTo(camera)
  }

  /** Panels cover another part of the map: what is chosen and was seen stays in sight. */
  cover(padding: Padding, foot: number) {
    const { moves } = this.view
    const chosen = this.#chosen
    const wasSeen = chosen && moves.sees(chosen)
    moves.setPadding(padding, foot)
    if (wasSeen) moves.keepAllInSight(chosen)
  }

  get #chosen(): Bounds | undefined {
    const { gaps, url, village } = this.#page
    const at = gaps.value?.gaps.find(({ id }) => id === url.values.gap)?.centre
    if (at) return [at.lng, at.lat, at.lng, at.lat]
    return village === undefined ? undefined : this.villages?.get(village)?.bbox
  }

  /** Brings a village into the part of the map that panels leave free. */
  showVillage(code: string) {
    const bbox = this.villages?.get(code)?.bbox
    if (bbox) this.view.moves.fit(bbox, { maxZoom: 15 })
  }
}
