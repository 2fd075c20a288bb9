/** How one parameter of the address is read and written. */
export interface Parameter<T> {
  /** undefined: not understood, and then the parameter counts as absent. */
  parse: (text: string) => T | undefined
  format: (value: T) => string
  /** `push`: a step that the back button undoes. `replace`: it changes too often to be one. */
  history: 'push' | 'replace'
}

/** Where the camera stands. */
export interface Camera {
  zoom: number
  lat: number
  lng: number
}

/** By what a table is sorted: `name` or the id of a column. */
export interface Order {
  by: string
  ascending: boolean
}

const oneOf = <const T extends string>(values: readonly T[], history: 'push' | 'replace'): Parameter<T> => ({
  parse: (value) => values.find((known) => known === value),
  format: (value) => value,
  history
})

const layers: Parameter<string> = {
  parse: (value) => (/^[\w.,:~!%()*'-]{0,600}$/.test(value) ? value : undefined),
  format: (value) => value,
  history: 'replace'
}

/** Longer texts are cut: the page repeats them. */
const MOST_LETTERS = 100

/** Whatever the link asks for: of a thing that there is not, or a day that cannot be, the page says so. */
const asked: Parameter<string> = {
  parse: (value) => [...value].slice(0, MOST_LETTERS).join('') || undefined,
  format: (value) => value,
  history: 'push'
}

/** RFC 3339 with a zone, as the server wants it. */
const MOMENT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** Whether the text is a moment as the server wants it, on a day that the calendar has. */
export function isMoment(value: string): boolean {
  const date = MOMENT.exec(value)?.[1]
  return date !== undefined && isDay(date) && !Number.isNaN(Date.parse(value))
}

/** `zoom/lat/lng`, as OpenStreetMap writes it. */
const camera: Parameter<Camera> = {
  parse(value) {
    const parts = value.split('/').map((part) => (part === '' ? NaN : Number(part)))
    const [zoom = NaN, lat = NaN, lng = NaN] = parts
    const sound = parts.length === 3 && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180
    return sound ? { zoom, lat, lng } : undefined
  },
  format: ({ zoom, lat, lng }) =>
    `${Number(zoom.toFixed(2))}/${Number(lat.toFixed(5))}/${Number(lng.toFixed(5))}`,
  history: 'replace'
}

/** Whether the text is `YYYY-MM-DD` and a day that the calendar has. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** `fixed_1gbps` sorts upwards, `-fixed_1gbps` downwards. */
const order: Parameter<Order> = {
  parse(value) {
    const by = /^-?([a-z0-9_]{1,64})$/.exec(value)?.[1]
    return by === undefined ? undefined : { by, ascending: !value.startsWith('-') }
  },
  format: ({ by, ascending }) => `${ascending ? '' : '-'}${by}`,
  history: 'replace'
}

/** Everything that a shared link carries, in the order in which it is written. */
export const PARAMETERS = {
  commune: asked,
  indicator: asked,
  village: asked,
  gap: asked,
  tab: oneOf(['figures', 'table', 'layers'], 'push'),
  sort: order,
  asOf: asked,
  compare: asked,
  knownAt: asked,
  layers,
  tour: asked,
  camera,
  lang: oneOf(['vi', 'en'], 'replace'),
  theme: oneOf(['light', 'dark'], 'replace')
} as const

export type ParameterName = keyof typeof PARAMETERS

/** The state of the address: what is absent is undefined. */
export type UrlValues = {
  [N in ParameterName]?: (typeof PARAMETERS)[N] extends Parameter<infer T> ? T | undefined : never
}

const NAMES = Object.keys(PARAMETERS) as ParameterName[] // the keys of a constant object are its names

/** Reads `location.search`; parameters that are unknown or not understood are left out. */
export function parseUrl(search: string): UrlValues {
  const query = new URLSearchParams(search)
  const entries = NAMES.flatMap((name) => {
    const value = PARAMETERS[name].parse(query.get(name) ?? '')
    return value === undefined || !query.has(name) ? [] : [[name, value]]
  })
  return Object.fromEntries(entries) as UrlValues // each value comes from its own parameter's parse
}

/** Writes the query, `?` included; '' when nothing is set. Slashes and commas stay readable. */
export function formatUrl(values: UrlValues): string {
  const query = NAMES.flatMap((name) => {
    const value = values[name]
    if (value === undefined) return []
    const { format } = PARAMETERS[name] as Parameter<typeof value> // value and parameter have the same name
    return [
      `${name}=${encodeURIComponent(format(value)).replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%3A/g, ':')}`
    ]
  })
  return query.length ? `?${query.join('&')}` : ''
}
