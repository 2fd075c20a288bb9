/** The pages of the staff. */
export const STAFF_VIEWS = [
  'inbox',
  'route',
  'intake',
  'relics',
  'houses',
  'places',
  'import',
  'quality',
  'account',
  'accounts',
  'units',
  'settings',
  'audit',
  'help'
] as const
export type StaffView = (typeof STAFF_VIEWS)[number]

/** The sections of the settings, the first one where none is named. */
export const SETTING_SECTIONS = [
  'categories',
  'units',
  'templates',
  'keys',
  'calendar',
  'embed',
  'personal'
] as const
export type SettingSection = (typeof SETTING_SECTIONS)[number]

export const INBOX_SORTS = ['due', 'newest', 'oldest', 'updated'] as const
export type InboxSort = (typeof INBOX_SORTS)[number]

/** What the address of the staff's page carries. Lists are parted by commas. */
export interface StaffValues {
  view?: StaffView
  section?: SettingSection
  /** The report that is open, by its id. */
  report?: string
  /** The relic whose images are seen to, by its address. */
  relic?: string
  /** The tours of relics: `all`, `new`, or the number of the one that is edited. */
  tour?: string
  /** The kind of places, and the one that is open by its number, or `new`. */
  collection?: string
  place?: string
  /** Places that have ended are listed too. */
  ended?: 'true'
  /** What is wrong with the data: its kind, and the one that the map shows by its key. */
  kind?: string
  finding?: string
  /** A cleaning round by its number, or `all` of them. */
  round?: string
  state?: string
  category?: string
  /** A unit's number, or `none`. */
  unit?: string
  commune?: string
  mine?: 'true'
  overdue?: 'true'
  approved?: 'true' | 'false'
  text?: string
  sort?: InboxSort
  lang?: 'vi' | 'en'
  theme?: 'light' | 'dark'
}

type Parse = (text: string) => string | undefined

const matching =
  (pattern: RegExp): Parse =>
  (text) =>
    pattern.test(text) ? text : undefined
const oneOf =
  (values: readonly string[]): Parse =>
  (text) =>
    values.includes(text) ? text : undefined

/** In the order in which they are written. */
const PARSERS: Readonly<Record<keyof StaffValues, Parse>> = {
  view: oneOf(STAFF_VIEWS),
  section: oneOf(SETTING_SECTIONS),
  report: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  relic: matching(/^(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*$/),
  tour: matching(/^(all|new|[1-9]\d{0,8})$/),
  collection: matching(/^[a-z_]{1,40}$/),
  place: matching(/^(new|[1-9]\d{0,8})$/),
  ended: oneOf(['true']),
  kind: matching(/^[a-z]{1,20}$/),
  finding: matching(/^[^\p{C}]{1,400}$/u),
  round: matching(/^(all|[1-9]\d{0,8})$/),
  state: matching(/^[a-z_]{1,30}(,[a-z_]{1,30}){0,9}$/),
  category: matching(/^[a-z0-9_]{1,50}(,[a-z0-9_]{1,50}){0,19}$/),
  unit: matching(/^(none|[1-9]\d{0,14})$/),
  commune: matching(/^\d{5}$/),
  mine: oneOf(['true']),
  overdue: oneOf(['true']),
  approved: oneOf(['true', 'false']),
  text: matching(/^.{1,100}$/u),
  sort: oneOf(INBOX_SORTS),
  lang: oneOf(['vi', 'en']),
  theme: oneOf(['light', 'dark'])
}
const NAMES = Object.keys(PARSERS) as (keyof StaffValues)[] // the keys of a constant object are its names

/** The query of the staff's address and back; what is unknown or not understood is left out. */
export const staffParameters = {
  parse(search: string): StaffValues {
    const query = new URLSearchParams(search)
    const entries = NAMES.flatMap((name) => {
      const value = PARSERS[name](query.get(name) ?? '')
      return value === undefined ? [] : [[name, value]]
    })
    return Object.fromEntries(entries) as StaffValues // each value comes from its own parser
  },

  /** `?` included; '' when nothing is set. */
  format(values: StaffValues): string {
    const query = NAMES.flatMap((name) => {
      const value = values[name]
      return value ? [`${name}=${encodeURIComponent(value).replace(/%2C/g, ',')}`] : []
    })
    return query.length ? `?${query.join('&')}` : ''
  }
}
