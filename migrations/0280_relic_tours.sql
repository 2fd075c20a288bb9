-- Relics in an order in which they are visited. A tour keeps its address for good, published or not.
create table relic_tour (
  id           bigint primary key generated always as identity,
  commune_code text,
  slug         text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title_vi     text not null check (title_vi ~ '\S'),
  title_en     text check (title_en ~ '\S'),
  lead_vi      text check (lead_vi ~ '\S'),
  lead_en      text check (lead_en ~ '\S'),
  -- The way as it was drawn; null: nobody drew one.
  line         geometry(LineString, 4326),
  published    boolean not null default false,
  version      integer not null default 1,
  changed_at   timestamptz not null default now()
);
create index relic_tour_commune on relic_tour (commune_code);

create table relic_tour_stop (
  tour_id  bigint not null references relic_tour,
  position integer not null check (position > 0),
  site_id  bigint not null references relic_site,
  primary key (tour_id, position),
  unique (tour_id, site_id)
);
create index relic_tour_stop_site on relic_tour_stop (site_id);

-- A drawn way would lead to a hidden place: it is nobody's while a stop is hidden.
create view open.relic_tours as
select t.id, t.commune_code, t.slug, t.title_vi, t.title_en, t.lead_vi, t.lead_en,
       case when not exists (select from relic_tour_stop p join relic_site s on s.id = p.site_id
                              where p.tour_id = t.id and s.protected) then t.line end as line,
       t.changed_at
  from relic_tour t
 where t.published;

create view open.relic_tour_stops as
select p.tour_id, p.position, p.site_id
  from relic_tour_stop p
  join relic_tour t on t.id = p.tour_id
 where t.published;

-- Words of an address below /di-tich that are no relic's: pages of the program stand there.
create or replace function relic_slug_base(name text) returns text
  language sql immutable parallel safe strict
  return (
    select case when words in ('tuyen', 'doi-tuong') then 'di-tich-' || words else words end
      from (select coalesce(nullif(trim(both '-' from regexp_replace(
              left(regexp_replace(search_text(name), '[^a-z0-9]+', '-', 'g') || '-', 61), '-[^-]*$', '')), ''), 'di-tich') as words) made
  );
update relic_slug set slug = 'di-tich-' || slug, base = 'di-tich-' || slug
 where slug in ('tuyen', 'doi-tuong')
   and not exists (select from relic_slug taken where taken.slug = 'di-tich-' || relic_slug.slug);
