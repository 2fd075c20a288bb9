-- Staff take along what is their commune's by the row's own word, as places are kept, and not by where its shape reaches.
create or replace view staff.premises as
select id, residents, households, kind, max_down_mbps, fibre, provider, nullif(valid_from, '-infinity') as valid_from,
       nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom, commune_code
  from premises
 where known_to = 'infinity';

create or replace view staff.cell_sites as
select id, operator, technologies, name, height_m, hardened, nullif(valid_from, '-infinity') as valid_from,
       nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom, commune_code
  from cell_site
 where known_to = 'infinity';

create or replace view staff.residential_areas as
select id, name, nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id,
       row_number, ref, geom, commune_code
  from residential_area
 where known_to = 'infinity';

create or replace view staff.cultural_houses as
select id, name, wifi, wifi_checked_on, provider, nullif(valid_from, '-infinity') as valid_from,
       nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom, commune_code
  from cultural_house
 where known_to = 'infinity';

create or replace view staff.institutions as
select id, name, kind, line_mbps, line_checked_on, nullif(valid_from, '-infinity') as valid_from,
       nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom, commune_code
  from institution
 where known_to = 'infinity';

create or replace view staff.buildings as
select id, name, class, levels, nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to,
       import_id, row_number, ref, geom, commune_code
  from building
 where known_to = 'infinity';

create or replace view staff.relics as
select id, name, rank, kind, decision_number, decision_date, nullif(valid_from, '-infinity') as valid_from,
       nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom, other_names, period, condition,
       opening, manager, manager_contact, sources, accuracy_m, protected, description, description_author,
       description_licence, description_en, commune_code
  from relic
 where known_to = 'infinity';
