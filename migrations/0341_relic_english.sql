-- The official text in English, by the author and under the licence of the Vietnamese one.
alter table relic add column description_en text;
comment on column relic.description_en is 'Official text in English, plain: paragraphs are parted by empty lines. It never stands alone: the Vietnamese text is the one that counts.';

create or replace view open.relics as
select r.id, r.name, r.rank, r.kind, r.decision_number, r.decision_date,
       nullif(r.valid_from, '-infinity') as valid_from, nullif(r.valid_to, 'infinity') as valid_to,
       (case when s.protected then relic_cell(r.geom) else r.geom end)::geometry(Geometry, 4326) as geom,
       r.other_names, r.period, r.condition, r.opening, r.manager, r.manager_contact, r.sources,
       case when not s.protected then r.accuracy_m end as accuracy_m,
       s.protected, r.description, r.description_author, r.description_licence, r.description_en
  from relic r
  join relic_site_row j on j.origin_id = r.origin_id
  join relic_site s on s.id = j.site_id
 where r.known_to = 'infinity';

create or replace view staff.relics as
select id, name, rank, kind, decision_number, decision_date,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom,
       other_names, period, condition, opening, manager, manager_contact, sources, accuracy_m,
       protected, description, description_author, description_licence, description_en
  from relic
 where known_to = 'infinity';

create or replace view open.relic_places as
select s.id as site_id, g.slug, r.commune_code, r.id as feature_id, r.name, r.other_names, r.rank, r.kind, r.decision_number,
       r.decision_date, r.period, r.condition, r.opening, r.manager, r.manager_contact, r.sources,
       case when not s.protected then r.accuracy_m end as accuracy_m,
       nullif(r.valid_from, '-infinity') as valid_from, nullif(r.valid_to, 'infinity') as valid_to,
       (case when s.protected then relic_cell(r.geom) else r.geom end)::geometry(Geometry, 4326) as geom,
       s.protected, r.description, r.description_author, r.description_licence, r.description_en
  from relic r
  join relic_site_row j on j.origin_id = r.origin_id
  join relic_site s on s.id = j.site_id
  join lateral (select slug from relic_slug where site_id = s.id order by position desc limit 1) g on true
 where r.known_to = 'infinity';
