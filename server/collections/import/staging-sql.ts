import { holdingCommune } from './place-sql.ts'
import type { SourceCrs } from './request.ts'

export const START = `
  insert into import_staging (collection, host, pid, pid_started) values ($1, $2, $3, $4) returning id`

/** Steps of an import that may have died: on this machine, by another process. */
export const OTHERS = `
  select id, pid, pid_started as "startedAt" from import_staging where host = $1 and not (pid = $2 and pid_started = $3)`

export const FORGET_ROWS = 'delete from import_row where staging_id = $1'
export const FORGET = 'delete from import_staging where id = $1'

/** Given geometries in 4326: as they come, by the zone's own shift (migration 0002), or by the file's definition. */
function inDegrees(crs: SourceCrs): string {
  if ('definition' in crs) return 'st_transform(given.wkb::geometry, $5::text, 4326)'
  if (crs.srid === 4326) return 'st_setsrid(given.wkb::geometry, $5::integer)'
  return 'st_transform(st_setsrid(given.wkb::geometry, $5::integer), 4326)'
}

// Texts come as one text with a line for each row: arrays would be quoted here and unquoted there.
const LINES = (parameter: string) => `string_to_array(${parameter}::text, e'\\n')`

/**
 * A broken area with its rings crossed out evenly, on a grid of 0.1 mm. Not st_makevalid: where rounding defeats it, GEOS
 * tries again by way of a C++ exception, and one such ring would end the embedded engine (db/engine-fault.ts). On a grid
 * nothing needs a second try.
 */
const REPAIRED =
  'st_forcepolygonccw(st_multi(st_collectionextract(st_buildarea(st_unaryunion(st_boundary(geom), 1e-9)), 3)))'

/**
 * One batch: transformed, checked, repaired. Rings come out counter-clockwise (RFC 7946). A repair that changes the area on
 * the spheroid by more than 1 % is refused, as is one that leaves no area. $1 staging, $2 numbers, $3 fields and $4 WKB as lines, $5 CRS.
 */
export const stageRows = (crs: SourceCrs) => `
  with placed as materialized (
    select given.row_number, given.fields::jsonb as fields, ${inDegrees(crs)} as geom
      from unnest($2::integer[], ${LINES('$3')}, ${LINES('$4')}) as given (row_number, fields, wkb)
  ), looked_at as materialized (
    select row_number, fields, geom, st_dimension(geom) = 2 and not st_isvalid(geom) as broken,
           st_xmin(geom) < -180 or st_xmax(geom) > 180 or st_ymin(geom) < -90 or st_ymax(geom) > 90 as off_globe
      from placed
  ), mended as materialized (
    select row_number, fields, coalesce(broken, false) and not off_globe as broken, off_globe, geom as raw,
           case when off_globe then null
                when broken then ${REPAIRED}
                when st_dimension(geom) = 2 then st_forcepolygonccw(geom)
                else geom end as geom
      from looked_at
  ), measured as materialized (
    select row_number, fields, broken, off_globe, geom, raw,
           case when st_dimension(geom) = 2 then st_area(geom::geography) end as area_m2,
           case when broken then st_area(raw::geography) end as raw_area_m2
      from mended
  ), judged as (
    select row_number, fields, geom, broken,
           case when off_globe then 'off_globe'
                when geom is null and raw is not null or st_isempty(geom) or area_m2 = 0 then 'no_area'
                when abs(area_m2 - raw_area_m2) > 0.01 * greatest(area_m2, raw_area_m2) then 'area_changed' end as problem,
           case when off_globe then st_astext(st_pointn(st_boundingdiagonal(raw), 1))
                when broken then round(raw_area_m2) || ' m² → ' || round(area_m2) || ' m²' end as problem_value
      from measured
  )
  insert into import_row (staging_id, row_number, fields, geom, repaired, problem, problem_value)
  select $1, row_number, fields, geom, broken and problem is null, problem, problem_value from judged`

/**
 * A batch of points: nothing to repair. The same parameters. `findsCommune`: each gets the commune that holds it at once,
 * while the file is still being read. In the order of their places, so that one commune after another is looked at and its
 * shape is prepared once.
 */
export const stagePoints = (crs: SourceCrs, findsCommune: boolean) => `
  insert into import_row (staging_id, row_number, fields, geom, problem, problem_value, commune_code)
  select $1, row_number, fields, case when not off_globe then geom end,
         case when off_globe then 'off_globe' end, case when off_globe then st_astext(geom) end,
         ${findsCommune ? holdingCommune('judged') : 'null'}
    from (select row_number, fields, geom, not geom @ st_makeenvelope(-180, -90, 180, 90, 4326) as off_globe
            from (select given.row_number, given.fields::jsonb as fields, ${inDegrees(crs)} as geom
                    from unnest($2::integer[], ${LINES('$3')}, ${LINES('$4')}) as given (row_number, fields, wkb) offset 0) placed
           order by geom) judged`

/** Rows without geometry. $1 staging, $2 numbers, $3 fields as lines. */
export const STAGE_PLAIN = `
  insert into import_row (staging_id, row_number, fields)
  select $1, given.row_number, given.fields::jsonb
    from unnest($2::integer[], ${LINES('$3')}) as given (row_number, fields)`

/** What the planner must know of the staged rows; their shapes would take long to look at. */
export const ANALYZE_STAGED = 'analyze import_row (staging_id, row_number, commune_code, problem)'

export const COUNTS = `
  select count(*) as rows, count(*) filter (where problem is null) as good, count(*) filter (where repaired and problem is null) as repaired
    from import_row where staging_id = $1`

export const PROBLEMS = `
  select row_number as row, problem, problem_value as value from import_row
   where staging_id = $1 and problem is not null order by row_number`

export const MARK = `
  update import_row r set problem = $2, problem_value = given.value
    from unnest($3::integer[], $4::text[]) as given (row_number, value)
   where r.staging_id = $1 and r.row_number = given.row_number and r.problem is null`
