import type { FeatureCollection } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { getContext, setContext } from 'svelte'
import { type Bounds, CameraState, type Padding, type Point } from './camera.svelte.ts'
import { capture, type Picture } from './capture.ts'
import { Clicks } from './clicks.ts'
import { loadLabelFonts } from './fonts.ts'
import { type DrawnIcon, LayerStack, PageData } from './layer-stack.ts'
import { Locator } from './locator.svelte.ts'
import { composeImage, type ImageFrame } from './map-image.ts'
import type { DataSource, Look, Theme } from './theme.ts'
import { VillageStates, type VillageStyle } from './village-states.ts'

const KEY = Symbol('map view')

const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 }
/** Clear space kept around what is fitted, CSS pixels, and at most this share of the map's width. */
const MARGIN_PX = 32
const MARGIN_SHARE = 0.03
/** Of the map on a sheet: device pixels per CSS pixel, and width by height beside its legend. */
const PAPER_RATIO = 3
const PAPER_SHAPE = 1.42
/** A view that shows the mainland, the East Sea and both archipelagos. */
export const VIET_NAM: Bounds = [101.5, 7.2, 117.8, 23.6]

/** The one owner of the MapLibre map. What a method starts, the function it returns ends, so each can be an `$effect`. */
export class MapView {
  /** Whether themes can be shown. */
  ready = $state(false)
  /** Whether a part of the map could not be read; goes away when all of it has been, at another attempt. */
  failing = $state(false)
  /** Goes up when somebody asks to load again what failed; what is read beside the tiles is read again then. */
  attempt = $state(0)
  look = $state.raw<Look>({ flavour: 'light', locale: 'vi' })
  readonly camera = new CameraState()
  readonly clicks = new Clicks()
  readonly locator = new Locator()

  // Not `$state`: Svelte would wrap MapLibre's own objects in a proxy.
  #map: MapLibreMap | undefined
  #stack: LayerStack | undefined
  readonly #villages = new VillageStates()
  readonly #data = new PageData()
  #day: string | null = null
  #padding = NO_PADDING
  #pictured = NO_PADDING
  /** Whether something failed in the latest attempt: MapLibre counts tiles that failed as loaded. */
  #failed = false

  /** Draws into `container`, starting at `bounds` (default: all of Viet Nam with its sea). */
  mount(container: HTMLElement, { bounds = VIET_NAM, label = '' }: { bounds?: Bounds; label?: string } = {}) {
    let end: (() => void) | undefined
    let ended = false
    void Promise.all([import('./maplibre.ts'), loadLabelFonts()]).then(([{ createMap }]) => {
      if (!ended) end = this.#run(createMap(container, bounds, label))
    })
    return () => {
      ended = true
      end?.()
    }
  }

  /** Shows a theme while it is wanted; its tiles stay in memory after that. */
  show(theme: Theme) {
    this.#stack?.show(theme)
    this.#villages.attach(this.#map)
    return () => this.#stack?.hide(theme)
  }

  /** What a source of the page's own holds, shown by the themes that draw it. */
  setData(source: DataSource, features: FeatureCollection) {
    this.#data.set(source.id, features)
    this.#stack?.setData(source, features)
  }

  /** Light or dark and the language of the map's own labels; nothing is read again. */
  setLook(look: Look) {
    this.look = look
    this.#stack?.restyle(look)
  }

  /** `YYYY-MM-DD`, null for today: every tile shows what was true on that day. */
  setDay(asOf: string | null) {
    this.#day = asOf
    this.#stack?.setDay(asOf)
  }

  /** Village code → how it is drawn; villages without an entry stay clear. */
  colorVillages(styles: ReadonlyMap<string, VillageStyle>) {
    this.#villages.color(styles)
  }

  select(code: string | null) {
    this.#villages.select(code)
  }

  onVillageClick(listener: Parameters<Clicks['onVillage']>[0]) {
    return this.clicks.onVillage(listener)
  }

  onFeatureClick(listener: Parameters<Clicks['onFeature']>[0]) {
    return this.clicks.onFeature(listener)
  }

  /** Called whenever all that is seen has been read and drawn. */
  onIdle(listener: () => void) {
    const subscription = this.#map?.on('idle', listener)
    return () => subscription?.unsubscribe()
  }

  /** The icons on the screen, for names that keep clear of them. */
  icons(): readonly DrawnIcon[] {
    return this.#stack?.icons() ?? []
  }

  /**
   * Space that panels cover: what is fitted or flown to stays clear of it. Of its bottom, `foot` pixels are covered by
   * scale and legend only: pictures show the map there.
   */
  setPadding(padding: Partial<Padding>, foot = 0) {
    this.#padding = { ...NO_PADDING, ...padding }
    this.#pictured = { ...this.#padding, bottom: this.#padding.bottom - foot }
  }

  /** Shows all of `bounds`, clear of the panels. */
  fit(bounds: Bounds, { maxZoom = 16, animate = true } = {}) {
    const [west, south, east, north] = bounds
    const corners: [number, number, number, number] = [west, south, east, north]
    this.#map?.fitBounds(corners, {
      padding: this.#clearOfPanels(),
      maxZoom,
      animate,
      bearing: this.camera.bearing
    })
  }

  /** Brings a point into the middle of what panels leave free, never zooming out. */
  flyTo(centre: Point, zoom = 15) {
    const { top, right, bottom, left } = this.#padding
    const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2]
    this.#map?.flyTo({ center: centre, zoom: Math.max(zoom, this.camera.zoom), offset })
  }

  /** Shows exactly this camera, at once: what the address keeps. */
  jumpTo({ lng, lat, zoom }: Point & { zoom: number }) {
    this.#map?.jumpTo({ center: [lng, lat], zoom })
  }

  zoomIn() {
    this.#map?.zoomIn()
  }

  zoomOut() {
    this.#map?.zoomOut()
  }

  /** Turns north up again. */
  resetNorth() {
    this.#map?.resetNorth()
  }

  /** Follows the device's position until ended; errors stand in `locator.problem`. */
  locate() {
    return this.locator.start()
  }

  /** What is seen as a PNG with title, legend, scale, north arrow, source and date; null before the map is ready. */
  async image(frame: ImageFrame): Promise<Blob | null> {
    const map = this.#map
    return map ? composeImage(map, frame, this.camera, this.look, this.#pictured) : null
  }

  /** For what was loaded beside the tiles: says on the screen that a part is missing, and why in the console. */
  report(error: unknown) {
    // eslint-disable-next-line no-console -- the screen says that something is missing, the console what
    console.error(error)
    this.failing = this.#failed = true
  }

  /** Reads again what could not be read. */
  retry() {
    this.#failed = false
    this.attempt += 1
    this.#stack?.reload()
  }

  /**
   * What is seen right now for paper, in another look with the villages drawn so; null before the map is ready. Done
   * before it returns, because browsers lay paper out at once: no layer may need its tiles again for another look.
   */
  snapshot(look: Look, villages: ReadonlyMap<string, VillageStyle>): Picture | null {
    const [map, shown] = [this.#map, this.#villages.styles]
    if (!map) return null
    this.#stack?.restyle(look)
    this.#villages.color(villages)
    const picture = capture(map, this.#pictured, { ratio: PAPER_RATIO, shape: PAPER_SHAPE })
    this.#stack?.restyle(this.look)
    this.#villages.color(shown)
    return picture
  }

  #run(map: MapLibreMap) {
    this.#map = map
    const enders = [this.camera.follow(map), () => map.remove()]
    map.once('style.load', () => {
      this.#stack = new LayerStack(map, this.look, this.#day, this.#data)
      enders.unshift(this.clicks.follow(map, this.#stack, (at) => this.flyTo(at, this.camera.zoom + 1.5)))
      this.ready = true
    })
    map.on('error', (event) => {
      this.#stack?.noteFailure(event)
      this.report(event.error)
    })
    map.on('idle', () => (this.failing = this.#failed))
    return () => {
      this.ready = false
      this.#map = this.#stack = undefined
      this.#villages.attach(undefined)
      for (const end of enders) end()
    }
  }

  #clearOfPanels(): Padding {
    const { top, right, bottom, left } = this.#padding
    const width = this.#map?.getContainer().clientWidth ?? 0
    const margin = Math.min(MARGIN_PX, width * MARGIN_SHARE)
    return { top: top + margin, right: right + margin, bottom: bottom + margin, left: left + margin }
  }
}

/** Gives the components below the map. */
export const setMapView = (view: MapView): MapView => setContext(KEY, view)

/** The map, as set by a component above. */
export const getMapView = (): MapView => getContext<MapView>(KEY)
