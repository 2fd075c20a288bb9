import type { FeatureCollection } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { getContext, setContext } from 'svelte'
import { type Bounds, CameraState } from './camera.svelte.ts'
import { capture, type Picture } from './capture.ts'
import { Clicks } from './clicks.ts'
import { loadLabelFonts } from './fonts.ts'
import { type DrawnIcon, LayerStack, PageData } from './layer-stack.ts'
import { Locator } from './locator.svelte.ts'
import type { ImageFrame } from './map-image.ts'
import { MapMoves } from './map-moves.svelte.ts'
import type { DataSource, Look, Theme } from './theme.ts'
import { VillageStates, type VillageStyle } from './village-states.ts'

const KEY = Symbol('map view')

/** Of the map on a sheet: device pixels per CSS pixel, and width by height beside its legend. */
const PAPER_RATIO = 3
const PAPER_SHAPE = 1.42
/** A view that shows the mainland, the East Sea and both archipelagos. */
export const VIET_NAM: Bounds = [101.5, 7.2, 117.8, 23.6]

/** The one owner of the MapLibre map. What a method starts, the function it returns ends, so each can be an `$effect`. */
export class MapView {
  /** Whether themes can be shown. */
  ready = $state(false)
  /** Whether there will be no map: its library did not arrive, or the graphics card refused. */
  broken = $state(false)
  /** Whether a part of the map could not be read; goes away when all of it has been, at another attempt. */
  failing = $state(false)
  /** Goes up when somebody asks to load again what failed; what is read beside the tiles is read again then. */
  attempt = $state(0)
  look = $state.raw<Look>({ flavour: 'light', locale: 'vi' })
  readonly camera = new CameraState()
  readonly moves = new MapMoves()
  readonly clicks = new Clicks()
  readonly locator = new Locator()

  // Not `$state`: Svelte would wrap MapLibre's own objects in a proxy.
  #map: MapLibreMap | undefined
  #stack: LayerStack | undefined
  readonly #villages = new VillageStates()
  readonly #data = new PageData()
  #day: string | null = null
  /** Whether something failed in the latest attempt: MapLibre counts tiles that failed as loaded. */
  #failed = false

  /** Draws into `container`, starting at `bounds` (default: all of Viet Nam with its sea). */
  mount(container: HTMLElement, { bounds = VIET_NAM, label = '' }: { bounds?: Bounds; label?: string } = {}) {
    let end: (() => void) | undefined
    let ended = false
    Promise.all([import('./maplibre.ts'), loadLabelFonts()])
      .then(([{ createMap }]) => {
        if (!ended) end = this.#run(createMap(container, bounds, label))
      })
      .catch((error: unknown) => {
        this.broken = true
        this.report(error)
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

  /** Lets a tool work on the map itself; what it answers ends it. Before the map is ready nothing happens. */
  use(tool: (map: MapLibreMap) => () => void) {
    return this.#map && tool(this.#map)
  }

  /** The icons on the screen, for names that keep clear of them. */
  icons(): readonly DrawnIcon[] {
    return this.#stack?.icons() ?? []
  }

  /** Follows the device's position until ended; errors stand in `locator.problem`. */
  locate() {
    return this.locator.start()
  }

  /** What is seen as a PNG with title, legend, scale, north arrow, source and date; null before the map is ready. */
  async image(frame: ImageFrame): Promise<Blob | null> {
    const map = this.#map
    if (!map) return null
    const { composeImage } = await import('./map-image.ts')
    return composeImage(map, frame, this.camera, this.look, this.moves.pictured)
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
    const picture = capture(map, this.moves.pictured, { ratio: PAPER_RATIO, shape: PAPER_SHAPE })
    this.#stack?.restyle(this.look)
    this.#villages.color(shown)
    return picture
  }

  #run(map: MapLibreMap) {
    this.#map = map
    this.moves.attach(map)
    const enders = [this.camera.follow(map), () => map.remove()]
    map.once('style.load', () => {
      this.#stack = new LayerStack(map, this.look, this.#day, this.#data)
      enders.unshift(
        this.clicks.follow(map, this.#stack, (at) => this.moves.flyTo(at, this.camera.zoom + 1.5))
      )
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
      this.moves.attach(undefined)
      this.#villages.attach(undefined)
      for (const end of enders) end()
    }
  }
}

/** Gives the components below the map. */
export const setMapView = (view: MapView): MapView => setContext(KEY, view)

/** The map, as set by a component above. */
export const getMapView = (): MapView => getContext<MapView>(KEY)
