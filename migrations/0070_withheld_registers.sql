-- Whether the public gets a village's register numbers. Fewer than 5 households are withheld; so is the next smallest
-- village of the commune, until what is withheld is at least two villages with 5 households together: else a commune's
-- figure less those of the other villages would give the small one away. Looked at on every day on which this changes.
create function village_register_withheld(asked village) returns boolean
language sql stable
as $$
  select coalesce(coalesce(nullif(asked.households, 0), asked.population) < 5, asked.households = 0, false)
      or exists (
        select from village other
         where other.commune_code = asked.commune_code and other.known_to = 'infinity'
           and coalesce(nullif(other.households, 0), other.population) between 1 and 4)
     and exists (
        select
          from (select asked.valid_from as day
                union
                select other.valid_from
                  from village other
                 where other.commune_code = asked.commune_code and other.known_to = 'infinity'
                   and asked.valid_from < other.valid_from and other.valid_from < asked.valid_to) change
         cross join lateral (
           select count(*) as villages, sum(size) as households, min(size) as fewest
             from (select other.code, coalesce(nullif(other.households, 0), other.population) as size
                     from village other
                    where other.commune_code = asked.commune_code and other.known_to = 'infinity'
                      and other.valid_from <= change.day and change.day < other.valid_to) sized
            where size > 0
              and (size, code collate "C") < (coalesce(nullif(asked.households, 0), asked.population), asked.code collate "C")
         ) smaller
         where smaller.fewest < 5 and (smaller.villages = 1 or smaller.households < 5))
$$;

create or replace view open.villages as
select id, commune_code, code, name, kind,
       case when village_register_withheld(village) then null else population end as population,
       case when village_register_withheld(village) then null else households end as households,
       predecessor, provisional,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from village
 where known_to = 'infinity';
