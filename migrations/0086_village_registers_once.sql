-- Whether a village's register numbers are withheld is asked once for both, and not at all where neither is wanted.
create or replace view open.villages as
select id, commune_code, code, name, kind, register.population, register.households, predecessor, provisional,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from village
  left join lateral (select village.population, village.households) register
    on not village_register_withheld(village)
 where known_to = 'infinity';
