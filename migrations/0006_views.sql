-- Rights, once: a column that is not in a view cannot leak through items, tiles, filters, sorting, counts or search.
-- Both show what is held true now (known_to = infinity), past and future validity included; `id` is one piece.
-- Figures of fewer than 5 households are withheld from the public; premises have no open view at all.

create view open.communes as
select id, code, name, kind, province, illustration,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from commune
 where known_to = 'infinity';

create view staff.communes as
select id, code, name, kind, province, illustration,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from commune
 where known_to = 'infinity';

create view open.villages as
select id, commune_code, code, name, kind,
       case when households < 5 then null else population end as population,
       case when households < 5 then null else households end as households,
       predecessor, provisional,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from village
 where known_to = 'infinity';

create view staff.villages as
select id, commune_code, code, name, kind, population, households, predecessor, provisional,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from village
 where known_to = 'infinity';

create view staff.premises as
select id, residents, households, kind, max_down_mbps, fibre, provider,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from premises
 where known_to = 'infinity';

create view open.operators as
select id, commune_code, name, technologies,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to
  from operator
 where known_to = 'infinity';

create view staff.operators as
select id, commune_code, name, technologies,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref
  from operator
 where known_to = 'infinity';

create view open.coverage_claims as
select id, operator, technology, resolution_m, level, method, delivery_id,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from coverage_claim
 where known_to = 'infinity';

create view staff.coverage_claims as
select id, operator, technology, resolution_m, level, method, delivery_id,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from coverage_claim
 where known_to = 'infinity';

create view open.cell_sites as
select id, operator, technologies, name, height_m, hardened,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from cell_site
 where known_to = 'infinity';

create view staff.cell_sites as
select id, operator, technologies, name, height_m, hardened,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from cell_site
 where known_to = 'infinity';

create view open.fibre_lines as
select id, operator, name,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from fibre_line
 where known_to = 'infinity';

create view staff.fibre_lines as
select id, operator, name,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from fibre_line
 where known_to = 'infinity';

create view open.fixed_services as
select id, provider, down_mbps, technology,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from fixed_service
 where known_to = 'infinity';

create view staff.fixed_services as
select id, provider, down_mbps, technology,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from fixed_service
 where known_to = 'infinity';

create view open.residential_areas as
select id, name,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from residential_area
 where known_to = 'infinity';

create view staff.residential_areas as
select id, name,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from residential_area
 where known_to = 'infinity';

create view open.cultural_houses as
select id, name, wifi, wifi_checked_on, provider,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from cultural_house
 where known_to = 'infinity';

create view staff.cultural_houses as
select id, name, wifi, wifi_checked_on, provider,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from cultural_house
 where known_to = 'infinity';

create view open.institutions as
select id, name, kind, line_mbps, line_checked_on,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from institution
 where known_to = 'infinity';

create view staff.institutions as
select id, name, kind, line_mbps, line_checked_on,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from institution
 where known_to = 'infinity';

create view open.cameras as
select id, place, owner, purpose, contact,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from camera
 where known_to = 'infinity';

create view staff.cameras as
select id, place, owner, purpose, contact, state, azimuth_deg, view_deg, range_m, model,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from camera
 where known_to = 'infinity';

create view open.buildings as
select id, name, class, levels,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from building
 where known_to = 'infinity';

create view staff.buildings as
select id, name, class, levels,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from building
 where known_to = 'infinity';

create view open.roads as
select id, name, class,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from road
 where known_to = 'infinity';

create view staff.roads as
select id, name, class,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from road
 where known_to = 'infinity';

create view open.waterways as
select id, name, class,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from waterway
 where known_to = 'infinity';

create view staff.waterways as
select id, name, class,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from waterway
 where known_to = 'infinity';

create view open.land_uses as
select id, name, class,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from land_use
 where known_to = 'infinity';

create view staff.land_uses as
select id, name, class,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from land_use
 where known_to = 'infinity';

create view open.relics as
select id, name, rank, kind, decision_number, decision_date,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom
  from relic
 where known_to = 'infinity';

create view staff.relics as
select id, name, rank, kind, decision_number, decision_date,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom
  from relic
 where known_to = 'infinity';
