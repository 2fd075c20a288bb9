import type { z } from 'zod'
import type { Figure } from '../../server/figures/contract.ts'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { communeData } from './commune-data.ts'
import { startServer } from './server.ts'

const INDICATORS = [
  ['mobile_5g_population', 'computed', 'percent'],
  ['mobile_4g_population', 'computed', 'percent'],
  ['mobile_5g_residential', 'computed', 'percent'],
  ['fixed_1gbps', 'computed', 'percent'],
  ['fibre_villages', 'computed', 'percent'],
  ['fibre_households', 'computed', 'percent'],
  ['cultural_house_wifi', 'computed', 'percent'],
  ['institution_highspeed', 'computed', 'percent'],
  ['camera_villages', 'computed', 'percent'],
  ['relics_digitised', 'computed', 'count'],
  ['relics_on_map', 'computed', 'percent'],
  ['reports_published', 'computed', 'percent'],
  ['vneid', 'entered', 'percent'],
  ['initiatives_local', 'entered', 'count']
]

/** The real application with the indicators defined, and ways to fill it and to ask it for figures. */
export async function startFigures() {
  const server = await startServer()
  for (const [code, kind, unit] of INDICATORS)
    await server.db.query(
      `insert into indicator (code, kind, unit, numerator, name_vi, name_en) values ($1, $2, $3, $1, $1, $1)
       on conflict do nothing`,
      [code, kind, unit]
    )
  const data = communeData(server.db)

  async function get<Reply>(path: string): Promise<Reply> {
    const response = await server.app.inject(path)
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${path}: ${response.body}`)
    return response.json<Reply>()
  }

  return {
    ...server,
    data,
    get,
    /** One indicator's answer; `query` as in a URL. */
    indicator: (commune: string, indicator: string, query = 'asOf=2026-06-30') =>
      get<z.infer<typeof IndicatorAnswer>>(`/api/communes/${commune}/indicators/${indicator}?${query}`),
    /** What the plan promises. */
    async promise(commune: string, indicator: string, value: number, stretch: number | null = null) {
      await server.db.query(
        `insert into plan (commune_code, year, level, vn2000_srid) values ($1, 2026, 'UBND', 9209) on conflict do nothing`,
        [commune]
      )
      await server.db.query(
        `insert into target (commune_code, indicator_code, year, comparator, value, stretch)
         values ($1, $2, 2026, '>=', $3, $4)`,
        [commune, indicator, value, stretch]
      )
    }
  }
}

/** What `startFigures` gives. */
export type FiguresServer = Awaited<ReturnType<typeof startFigures>>

/** The figure of one village of an answer. */
export function villageFigure(answer: z.infer<typeof IndicatorAnswer>, code: string): z.infer<typeof Figure> {
  const village = answer.villages.find((one) => one.code === code)
  if (!village) throw new Error(`no village ${code}`)
  return village.figure
}
