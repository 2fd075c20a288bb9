-- What is told of a relic to its visitors, and whether its place is hidden.
alter table relic
  add column description         text,
  add column description_author  text,
  add column description_licence text,
  add column protected           boolean;
comment on column relic.description is 'Official text in Vietnamese, plain: paragraphs are parted by empty lines. Memories that people contribute never stand here.';
comment on column relic.protected is 'Its place is public as a 500 m cell only. Null: the file does not say, so that what an earlier one said holds.';

alter table relic_site add column protected boolean not null default false;
comment on column relic_site.protected is 'What the latest import that speaks of it says; only a stated no opens a place again.';

-- The cell of a grid that does not depend on the relic, in which a point of its ground lies: steps of latitude and, per row
-- of cells, of longitude; both about 500 m in Việt Nam.
create function relic_cell(geom geometry) returns geometry
  language sql immutable parallel safe
  return (
    with step as (select 500 / 110574.0 as lat_deg, st_pointonsurface(geom) as at),
         row_of as (select floor(st_y(at) / lat_deg) as r, lat_deg, at from step),
         cell as (select r, lat_deg, lat_deg / cos(radians((r + 0.5) * lat_deg)) as lng_deg, at from row_of),
         column_of as (select r, lat_deg, lng_deg, floor(st_x(at) / lng_deg) as c from cell)
    select st_makeenvelope(c * lng_deg, r * lat_deg, (c + 1) * lng_deg, (r + 1) * lat_deg, 4326) from column_of
  );

-- Follows refresh_relic_sites(). Of one import's rows the one that holds longest counts.
create function refresh_relic_protection() returns void
  language sql
begin atomic
  update relic_site s set protected = told.protected
    from (select site.id,
                 coalesce((select r.protected
                             from relic_site_row j
                             join relic r on r.origin_id = j.origin_id
                             join import i on i.id = r.import_id
                            where j.site_id = site.id and r.protected is not null and i.undone_at is null
                            order by r.import_id desc, r.valid_to desc, r.id desc
                            limit 1), false) as protected
            from relic_site site) told
   where told.id = s.id and told.protected <> s.protected;
end;

create index relic_origin on relic (origin_id);

create or replace view open.relics as
select r.id, r.name, r.rank, r.kind, r.decision_number, r.decision_date,
       nullif(r.valid_from, '-infinity') as valid_from, nullif(r.valid_to, 'infinity') as valid_to,
       (case when s.protected then relic_cell(r.geom) else r.geom end)::geometry(Geometry, 4326) as geom,
       r.other_names, r.period, r.condition, r.opening, r.manager, r.manager_contact, r.sources,
       case when not s.protected then r.accuracy_m end as accuracy_m,
       s.protected, r.description, r.description_author, r.description_licence
  from relic r
  join relic_site_row j on j.origin_id = r.origin_id
  join relic_site s on s.id = j.site_id
 where r.known_to = 'infinity';

create or replace view staff.relics as
select id, name, rank, kind, decision_number, decision_date,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom,
       other_names, period, condition, opening, manager, manager_contact, sources, accuracy_m,
       protected, description, description_author, description_licence
  from relic
 where known_to = 'infinity';

create or replace view open.relic_places as
select s.id as site_id, g.slug, r.commune_code, r.id as feature_id, r.name, r.other_names, r.rank, r.kind, r.decision_number,
       r.decision_date, r.period, r.condition, r.opening, r.manager, r.manager_contact, r.sources,
       case when not s.protected then r.accuracy_m end as accuracy_m,
       nullif(r.valid_from, '-infinity') as valid_from, nullif(r.valid_to, 'infinity') as valid_to,
       (case when s.protected then relic_cell(r.geom) else r.geom end)::geometry(Geometry, 4326) as geom,
       s.protected, r.description, r.description_author, r.description_licence
  from relic r
  join relic_site_row j on j.origin_id = r.origin_id
  join relic_site s on s.id = j.site_id
  join lateral (select slug from relic_slug where site_id = s.id order by position desc limit 1) g on true
 where r.known_to = 'infinity';

select make_tile_layer('relics', 'relic', '{name, rank, kind, protected}');
