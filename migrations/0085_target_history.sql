-- What a plan promised is known from a moment on and until another version takes its place, like every other row: an answer
-- with asOf and knownAt fixed keeps its target and verdict when data/plans changes. What is there already was never
-- anything else, so it is known from the beginning.
alter table target add column known_from timestamptz not null default '-infinity';
alter table target add column known_to timestamptz not null default 'infinity';
alter table target alter column known_from set default date_trunc('milliseconds', now());
alter table target add check (known_from < known_to);

alter table target drop constraint target_commune_code_indicator_code_year_quarter_key;
create unique index target_in_force on target (commune_code, indicator_code, year, quarter) nulls not distinct
  where known_to = 'infinity';

create or replace view open.commune_holdings as
select c.id as commune_id, c.code,
       exists (select from premises p
                where p.known_to = 'infinity' and p.geom && c.geom and st_covers(c.geom, p.geom)) as premises,
       (select count(distinct t.indicator_code) from target t
         where t.commune_code = c.code and t.known_to = 'infinity') as targets,
       (select pl.year from plan pl where pl.commune_code = c.code) as plan_year
  from commune c
 where c.known_to = 'infinity';
