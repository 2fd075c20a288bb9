/** What the yardstick is given for nothing: each operator's claims dissolved, and their edges, with indexes. */
export const NAIVE_GROUND = [
  'drop table if exists bench_piece, bench_edge',
  `create table bench_piece as
   select operator, (st_dump(st_union(geom))).geom from coverage_claim where technology = '5G' group by operator`,
  `create table bench_edge as select operator, st_subdivide(st_boundary(geom), 32) as line from bench_piece`,
  'create index on bench_piece using gist (geom)',
  'create index on bench_edge using gist (line)',
  'analyze bench_piece, bench_edge'
]

/**
 * The yardstick: every premises asks, by `exists`, which claims cover it, and how near their edges are. The same whole
 * answer as the program's, per village, outside and for the commune: $1 the technology, $2 the day, $3 resolution in
 * metres.
 */
export const NAIVE_POPULATION = `
  with part as (
    select member.commune_code, member.code, premises.residents, premises.geom
      from premises
      join lateral (
        select commune_code, code
          from (select 1 as rank, commune_code, code from village where st_covers(geom, premises.geom)
                union all
                select 2, code, null from commune where st_covers(geom, premises.geom)) held
         order by rank, code, commune_code
         limit 1
      ) member on true
  ), answered as materialized (
    select part.commune_code, part.code, residents,
           exists (select from coverage_claim c where c.technology = $1 and st_covers(c.geom, part.geom)) as yes,
           exists (
             select from bench_piece piece
              where piece.geom && part.geom and st_covers(piece.geom, part.geom)
                and not exists (
                  select from bench_edge edge
                   where edge.operator = piece.operator and edge.line && st_expand(part.geom, $3 / 100000.0)
                     and st_dwithin(edge.line::geography, part.geom::geography, $3))) as safe,
           exists (
             select from coverage_claim c
              where c.technology = $1 and c.geom && st_expand(part.geom, $3 / 100000.0)
                and st_dwithin(c.geom::geography, part.geom::geography, $3)) as near,
           not exists (
             select from operator
              where not exists (
                select from delivery
                 where delivery.operator = operator.name and delivery.valid_from <= $2::date
                   and part.commune_code = any(delivery.commune_codes))) as heard,
           array(
             select distinct operator.name from operator
              where exists (
                select from coverage_claim c
                 where c.operator = operator.name and c.technology = $1 and st_covers(c.geom, part.geom))) as operators
      from part
  ), counted as (
    select commune_code, code, grouping(code) = 1 as whole, sum(residents) as denominator,
           coalesce(sum(residents) filter (where yes), 0) as numerator,
           coalesce(sum(residents) filter (where not yes and not heard), 0) as unknown,
           coalesce(sum(residents) filter (where safe), 0) as low,
           coalesce(sum(residents) filter (where yes or near or not heard), 0) as high,
           coalesce(sum(residents) filter (
             where not exists (select from operator where not operator.name = any(operators))), 0) as every
      from answered
     group by grouping sets ((commune_code, code), (commune_code))
  ), by_operator as (
    select commune_code, code, whole, jsonb_object_agg(name, people) as each, max(people) as most
      from (select answered.commune_code, code, grouping(code) = 1 as whole, name,
                   coalesce(sum(residents) filter (where name = any(operators)), 0) as people
              from answered
             cross join operator
             group by grouping sets ((answered.commune_code, code, name), (answered.commune_code, name))) named
     group by 1, 2, 3
  ), area as (
    select code as commune_code, null as code, true as whole, geom from commune
    union all
    select commune_code, code, false, geom from village
  ), land as (
    select area.commune_code, area.code, area.whole,
           100 * coalesce(covered.m2, 0) / st_area(st_segmentize(area.geom, 0.0005)::geography) as land
      from area
     cross join lateral (
       select st_area(st_segmentize(st_union(st_collectionextract(st_intersection(c.geom, area.geom), 3)), 0.0005)::geography) as m2
         from coverage_claim c
        where c.technology = $1 and st_intersects(c.geom, area.geom)
     ) covered
  )
  select counted.commune_code as "communeCode", counted.code as "villageCode", counted.whole, denominator, numerator,
         unknown, low, high, every, most, each, land
    from counted
    join by_operator on by_operator.commune_code = counted.commune_code and by_operator.whole = counted.whole
                    and by_operator.code is not distinct from counted.code
    left join land on land.commune_code = counted.commune_code and land.whole = counted.whole
                  and land.code is not distinct from counted.code`
