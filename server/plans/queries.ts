import type { Queryable } from '../db/pool.ts'
import type { Localized } from '../collections/contract.ts'
import type { Moment } from '../figures/moment.ts'
import type { IndicatorAnswer, Target } from './contract.ts'

/** An indicator as the plans define it. */
export interface IndicatorRow {
  code: string
  kind: IndicatorAnswer['kind']
  unit: IndicatorAnswer['unit']
  name: Localized
}

/** A target with the commune and indicator it is for. */
export interface TargetRow extends Target {
  communeCode: string
  indicatorCode: string
}

/** The value of an entered indicator for its latest period. */
export interface MeasurementRow {
  communeCode: string
  indicatorCode: string
  numerator: number | null
  denominator: number | null
  value: number
  periodEnd: string
  sourceTitle: string
  sourceSha256: string | null
  knownFrom: string
}

/** All indicators, by code. */
export async function findIndicators(db: Queryable): Promise<Map<string, IndicatorRow>> {
  const { rows } = await db.query<IndicatorRow>(
    `select code, kind, unit, jsonb_build_object('vi', name_vi, 'en', name_en) as name from indicator order by code`
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** The targets of communes as known at the moment, for one indicator or (null) all. */
export async function findTargets(
  db: Queryable,
  communeCodes: readonly string[],
  indicator: string | null,
  { knownAt }: Pick<Moment, 'knownAt'>
) {
  const { rows } = await db.query<TargetRow>(
    `select commune_code as "communeCode", indicator_code as "indicatorCode", year, quarter, comparator, value, stretch,
            lead_unit as "leadUnit",
            case when note is not null then jsonb_build_object('vi', note, 'en', coalesce(note_en, note)) end as note
       from target
      where commune_code = any($1) and ($2::text is null or indicator_code = $2)
        and known_from <= $3 and $3 < known_to
      order by id`,
    [communeCodes, indicator, knownAt]
  )
  return rows
}

/** What was entered for a commune and indicator: of the periods ended by the day, the latest, as known at the moment. */
export async function findMeasurements(
  db: Queryable,
  communeCodes: readonly string[],
  { asOf, knownAt }: Moment
) {
  const { rows } = await db.query<MeasurementRow>(
    `select distinct on (commune_code, indicator_code)
            commune_code as "communeCode", indicator_code as "indicatorCode", numerator, denominator, value,
            period_end as "periodEnd", source_title as "sourceTitle", source_sha256 as "sourceSha256",
            to_char(known_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "knownFrom"
       from measurement
      where commune_code = any($1) and period_end <= $2 and known_from <= $3 and $3 < known_to
      order by commune_code, indicator_code, period_end desc, period_start desc, id desc`,
    [communeCodes, asOf, knownAt]
  )
  return rows
}
