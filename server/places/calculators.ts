import { communeDrafts, dealOut, sourcesOf, type PartRow } from '../figures/by-part.ts'
import type { SourceItem } from '../figures/contract.ts'
import type { Calculator, Draft, FigureParameter } from '../figures/draft.ts'
import { memberValues } from '../figures/members.ts'
import { addShares, shareDraft, type Share } from '../figures/share-draft.ts'
import { evidenceOf } from './evidence.ts'
import {
  CAMERAS_BY_STATE,
  HOUSES_BY_WIFI,
  INSTITUTIONS_BY_LINE,
  type CameraRow,
  type HouseRow,
  type InstitutionRow
} from './queries.ts'

const sum = <Row extends { count: number }>(rows: readonly Row[], chosen: (row: Row) => boolean) =>
  rows.reduce((total, row) => (chosen(row) ? total + row.count : total), 0)

const houseShare = (rows: readonly HouseRow[]): Share => ({
  yes: sum(rows, ({ wifi }) => wifi === 'yes'),
  proven: sum(rows, ({ wifi, checked }) => wifi === 'yes' && checked),
  unknown: sum(rows, ({ wifi }) => wifi === 'unknown'),
  total: sum(rows, () => true)
})

const institutionShare = (rows: readonly InstitutionRow[]): Share => ({
  yes: sum(rows, ({ fast }) => fast === true),
  proven: sum(rows, ({ fast }) => fast === true),
  unknown: sum(rows, ({ fast }) => fast === null),
  total: sum(rows, () => true)
})

/** One village: with a working camera; unknown while none is known to work but the state of one is not known. */
function cameraShare(rows: readonly CameraRow[]): Share {
  const works = rows.some(({ state }) => state === 'working') ? 1 : 0
  const unknown = works === 0 && rows.some(({ state }) => state === 'unknown') ? 1 : 0
  return { yes: works, proven: works, unknown, total: 1 }
}

/** A share of places, per village and outside. A part without such places has no figure; that is not a lack of data. */
function placesCalculator<Row extends PartRow>(
  indicator: string,
  collection: string,
  sql: string,
  takes: FigureParameter,
  share: (rows: readonly Row[]) => Share,
  parameter: (ask: Parameters<Calculator['calculate']>[0]) => {
    value: number
    threshold: Partial<Draft['threshold']>
  },
  evidence?: (rows: readonly Row[]) => SourceItem[]
): Calculator {
  return {
    indicator,
    takes: [takes],
    async calculate(ask) {
      const { value, threshold } = parameter(ask)
      const { rows } = await ask.db.query<Row>(sql, [...memberValues(ask.areas, ask.moment), value])
      const draft = (own: readonly Row[], importIds: readonly number[], absent: Draft['reason']): Draft => ({
        ...shareDraft(share(own), {
          given: true,
          basis: own.length > 0 ? 'places' : 'none',
          threshold,
          sources: sourcesOf(own, ...importIds),
          households: null,
          missing: own.length > 0 ? [] : [{ kind: 'collection', collection }],
          absent
        }),
        ...(evidence && { evidence: evidence(own) })
      })
      return new Map(
        dealOut(ask.grounds, rows).map(({ ground, rows: own, rowsOf }) => {
          const none = own.length > 0 ? 'not_applicable' : 'no_data'
          const whole = draft(
            own,
            [ground.importId, ...ground.villages.map(({ importId }) => importId)],
            'no_data'
          )
          return communeDrafts(
            ground,
            whole,
            (village) => draft(rowsOf(village), [village.importId], none),
            draft(rowsOf(null), [], none)
          )
        })
      )
    }
  }
}

const cameraVillages: Calculator = {
  indicator: 'camera_villages',
  async calculate({ db, grounds, areas, moment }) {
    const { rows } = await db.query<CameraRow>(CAMERAS_BY_STATE, memberValues(areas, moment))
    return new Map(
      dealOut(grounds, rows).map(({ ground, rows: own, rowsOf }) => {
        const common = {
          given: own.length > 0,
          basis: own.length > 0 ? ('places' as const) : ('none' as const)
        }
        const missing = own.length > 0 ? [] : [{ kind: 'collection' as const, collection: 'cameras' }]
        const imports = ground.villages.map(({ importId }) => importId)
        const whole = shareDraft(addShares(ground.villages.map((village) => cameraShare(rowsOf(village)))), {
          ...common,
          missing,
          sources: sourcesOf(own, ...imports),
          households: null
        })
        const village = (part: (typeof ground.villages)[number]) =>
          shareDraft(cameraShare(rowsOf(part)), {
            ...common,
            missing,
            sources: sourcesOf(rowsOf(part), part.importId),
            households: null
          })
        return communeDrafts(ground, whole, village, null)
      })
    )
  }
}

/** The indicators that come from places: cultural houses, institutions, cameras. */
export const placeCalculators: readonly Calculator[] = [
  placesCalculator<HouseRow>(
    'cultural_house_wifi',
    'cultural_houses',
    HOUSES_BY_WIFI,
    'days',
    houseShare,
    (ask) => ({
      value: ask.checkedWithinDays,
      threshold: { checkedWithinDays: ask.checkedWithinDays }
    }),
    evidenceOf
  ),
  placesCalculator<InstitutionRow>(
    'institution_highspeed',
    'institutions',
    INSTITUTIONS_BY_LINE,
    'mbps',
    institutionShare,
    (ask) => ({ value: ask.fastMbps, threshold: { downMbps: ask.fastMbps } })
  ),
  cameraVillages
]
