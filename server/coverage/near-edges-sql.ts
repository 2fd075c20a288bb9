// Degrees against metres. One degree of latitude is at least 110,574 m and at most 111,694 m, one of longitude 111,319 m
// times the cosine of the latitude: so many metres lie at least and at most in a degree of any direction. SLACK_M is for arcs,
// which stay within 3 mm of edges that are straight in degrees.
const LEAST_M = 110500
const MOST_M = 111700
const SLACK_M = 0.01

/** The box that surely holds everything within `metres` of a line. */
export const reachOf = (line: string, metres: string) => `
  (select st_makeenvelope(
            st_xmin(box) - margin / narrowing, st_ymin(box) - margin,
            st_xmax(box) + margin / narrowing, st_ymax(box) + margin, 4326)
     from (select box, margin, cos(radians(least(89, greatest(abs(st_ymin(box)), abs(st_ymax(box))) + margin))) as narrowing
             from (select box2d(${line}) as box, ${metres} / ${LEAST_M} as margin) given) narrowed)`

/** Which runs are looked at, and which places each of them. */
interface NearEdges {
  /** What `run` is taken from, with its conditions. */
  from: string
  /** Columns of it, beside the run's own, that `places` needs. */
  carried?: string
  /** A select of id and point of the places in the box `near_run.reach`. */
  places: string
}

/**
 * Two CTEs, `near_run` and `edge` (place_id, slice_id, unsafe, near). Degrees in the plane settle nearly all places in a
 * run's box, and only where they do not are its edges measured on the spheroid.
 */
export const nearEdges = ({ from, carried = '', places }: NearEdges) => `
  near_run as (
    select run.slice_id, run.safe_m, run.near_m, run.geom, run.reach, greatest(run.safe_m, run.near_m) as limit_m,
           ${LEAST_M} * cos(radians(greatest(abs(st_ymin(run.reach)), abs(st_ymax(run.reach))))) as least_m${carried}
      from ${from}
    offset 0
  ), edge as (
    select reached.id as place_id, near_run.slice_id,
           coalesce(bool_or(measured.metres < safe_m), false) as unsafe,
           coalesce(bool_or(measured.metres <= near_m), false) as near
      from near_run
     cross join lateral (
       select held.id, held.point, st_distance(held.point, near_run.geom) as degrees
         from (${places} offset 0) held
       offset 0
     ) reached
     cross join lateral (
       select case when degrees * ${MOST_M} + ${SLACK_M} < least(safe_m, near_m) then 0
                   else (select min(st_distance(reached.point::geography, part.geom::geography))
                           from st_dumpsegments(near_run.geom) part
                          where st_distance(reached.point, part.geom) * least_m - ${SLACK_M} <= limit_m) end as metres
       offset 0
     ) measured
     where degrees * least_m - ${SLACK_M} <= limit_m
     group by reached.id, near_run.slice_id
  )`

/**
 * Keeps how deep each place lies in a slice, from the CTEs `inside` (place_id, slice_id) and `edge`: 1 outside, but near; 2
 * inside, too near the edge to be sure; 3 surely inside.
 */
export const KEEP_COVERAGE = `
  insert into place_coverage (place_id, slice_id, depth)
  select place_id, slice_id, case when inside.covered is null then 1 when edge.unsafe then 2 else 3 end
    from (select place_id, slice_id, true as covered from inside) inside
    full join edge using (place_id, slice_id)
   where inside.covered or edge.near`
