/** Where Viet Nam lies, islands included: west, south, east, north. */
export const VIET_NAM = { west: 102, south: 6, east: 118, north: 23.5 } as const

/** Communes with a shape that are held to be so now. $1: only this one, or null for all. */
export const KNOWN_COMMUNES = `
  select count(*) as communes, count(geom) as shaped from commune where known_to = 'infinity' and ($1::text is null or code = $1)`

/**
 * The day on which a staged row's place in a commune is judged: today, or the nearest day on which it is valid. Today stands
 * in a select of its own, so that it is asked for once, not for each row.
 */
const dayOf = (row: string) => `
  greatest(least((select (now() at time zone 'Asia/Ho_Chi_Minh')::date),
                 coalesce((${row}.fields->>'valid_to')::date, 'infinity') - 1),
           coalesce((${row}.fields->>'valid_from')::date, '-infinity'))`
const DAY = dayOf('r')

/** The commune that holds a point (lowest code on a shared edge; the edge counts), null where none does. */
export const holdingCommune = (row: string) => `
  (select min(c.code) from commune c
    where c.known_to = 'infinity' and c.geom && ${row}.geom and st_covers(c.geom, ${row}.geom)
      and c.valid_from <= ${dayOf(row)} and ${dayOf(row)} < c.valid_to)`

/**
 * Gives each staged row the commune that holds it (lowest code on a shared edge; the edge counts): points themselves,
 * lines and areas by their point on surface. The commune drives, so that its shape is prepared once. $1 staging.
 */
export const ASSIGN_COMMUNES = `
  with area as materialized (
    select st_setsrid(st_extent(geom)::geometry, 4326) as box from import_row where staging_id = $1 and problem is null
  ), near as materialized (
    select c.code, st_force2d(c.geom) as geom, c.valid_from, c.valid_to from commune c, area where c.known_to = 'infinity' and c.geom && area.box
  ), held as (
    select row.row_number, min(near.code) as code
      from near cross join lateral (
        select r.row_number
          from import_row r
         where r.staging_id = $1 and r.problem is null and r.geom && near.geom
           and near.valid_from <= ${DAY} and ${DAY} < near.valid_to
           and st_covers(near.geom, case when st_dimension(r.geom) = 0 then r.geom else st_pointonsurface(r.geom) end)
        offset 0) row
     group by row.row_number
  )
  update import_row r set commune_code = held.code from held where r.staging_id = $1 and r.row_number = held.row_number`

/**
 * Rows that touch none of the communes looked at, with the nearest and the metres to it (spheroid). $1 staging,
 * $2 commune or null. `st_force2d` takes the shape out of its compressed storage once, not once for each row.
 */
export const APART = `
  with looked_at as materialized (
    select code, kind || ' ' || name as name, st_force2d(geom) as geom from commune where known_to = 'infinity' and geom is not null and ($2::text is null or code = $2)
  ), homeless as materialized (
    select row_number, geom from import_row
     where staging_id = $1 and problem is null and geom is not null and ($2::text is not null or commune_code is null)
  ), met as materialized (
    select row.row_number
      from looked_at c cross join lateral (
        select row_number from homeless where geom && c.geom and st_intersects(c.geom, geom) offset 0) row
  ), apart as materialized (
    select row_number, geom from homeless where not exists (select from met where met.row_number = homeless.row_number)
  )
  select apart.row_number as row, nearest.code, nearest.name, nearest.metres
    from apart cross join lateral (
      select c.code, c.name, st_length(st_shortestline(apart.geom, c.geom)::geography) as metres
        from looked_at c order by st_distance(c.geom, apart.geom), c.code limit 1) nearest
   order by 1`

const SPOKEN_FOR = `
  select code, kind || ' ' || name as name, st_force2d(geom) as geom from commune where known_to = 'infinity' and geom is not null and code = any($2::text[])`

/** Of the communes spoken for, how many have a shape, and whether a staged row meets one. $1 staging, $2 communes. */
export const MEETS_SPOKEN_FOR = `
  with looked_at as materialized (${SPOKEN_FOR})
  select (select count(*) from looked_at) as shaped,
         exists (select from looked_at c cross join lateral (
           select from import_row r
            where r.staging_id = $1 and r.problem is null and r.geom && c.geom and st_intersects(c.geom, r.geom) offset 0) row) as meets`

/** The staged row nearest to the communes spoken for, with the metres between them (spheroid). $1 staging, $2 communes. */
export const NEAREST_SPOKEN_FOR = `
  with looked_at as materialized (${SPOKEN_FOR})
  select r.row_number as row, c.code, c.name, st_length(st_shortestline(r.geom, c.geom)::geography) as metres
    from import_row r cross join looked_at c
   where r.staging_id = $1 and r.problem is null and r.geom is not null
   order by st_distance(c.geom, r.geom), c.code limit 1`

/**
 * Areas that meet a commune (their own; the first that they touch where their middle lies in none) but have a corner far
 * outside every one: metres of the farthest. $1 staging, $2 commune or null.
 */
export const STICKING_OUT = `
  with looked_at as materialized (
    select code, kind || ' ' || name as name, st_force2d(geom) as geom from commune where known_to = 'infinity' and geom is not null and ($2::text is null or code = $2)
  ), areas as materialized (
    select r.row_number, r.geom, c.geom as commune, c.code, c.name
      from import_row r join looked_at c on c.code = coalesce($2, r.commune_code)
     where r.staging_id = $1 and r.problem is null and st_dimension(r.geom) = 2 and not st_coveredby(r.geom, c.geom)
    union all
    select r.row_number, r.geom, c.geom, c.code, c.name
      from import_row r cross join lateral (
        select * from looked_at l where st_intersects(l.geom, r.geom) order by l.code limit 1) c
     where r.staging_id = $1 and r.problem is null and st_dimension(r.geom) = 2 and $2 is null and r.commune_code is null
  )
  select row_number as row, code, name, metres
    from areas cross join lateral (
      select max(st_length(st_shortestline(corner.geom, commune)::geography)) as metres
        from st_dumppoints(areas.geom) corner
       where not exists (select from looked_at l where st_covers(l.geom, corner.geom))) farthest
   where metres > $3
   order by 1`

/** Rows not wholly inside Viet Nam's bounds. $1 staging, $2 to $5 west, south, east, north. */
export const OUTSIDE_BOUNDS = `
  select row_number as row, round(st_x(centre)::numeric, 5) || ', ' || round(st_y(centre)::numeric, 5) as value
    from (select row_number, st_centroid(st_envelope(geom)) as centre from import_row
           where staging_id = $1 and problem is null and geom is not null
             and not geom @ st_makeenvelope($2, $3, $4, $5, 4326)) as r
   order by 1`

/** $1 staging: rows that no commune holds. */
export const HOMELESS = `
  select row_number as row, fields->>'name' as value from import_row
   where staging_id = $1 and problem is null and commune_code is null order by 1`

/** $1 staging, $2 row numbers. */
export const LEAVE_OUT = 'delete from import_row where staging_id = $1 and row_number = any($2::integer[])'

/** Where some rows lie in the file's own system, one position each. $1 staging, $2 row numbers, $3 the system. */
export const inFileSystem = (system: 'srid' | 'definition') => `
  select st_x(p.geom) as x, st_y(p.geom) as y
    from import_row r cross join lateral st_transform(st_centroid(r.geom), $3::${system === 'srid' ? 'integer' : 'text'}) as p (geom)
   where r.staging_id = $1 and r.row_number = any($2::integer[]) order by r.row_number limit 25`

/** $1 staging: the communes that its good rows lie in. */
export const COMMUNES_OF_ROWS = `
  select distinct commune_code as code from import_row
   where staging_id = $1 and problem is null and commune_code is not null order by 1`
