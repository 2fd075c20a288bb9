-- What an inventory says of a relic beside its rank and decision.
alter table relic
  add column other_names     text[],
  add column period          text,
  add column condition       text check (condition in ('good', 'fair', 'poor', 'lost')),
  add column opening         text,
  add column manager         text,
  add column manager_contact text,
  add column sources         text,
  add column accuracy_m      double precision check (accuracy_m >= 0);
comment on column relic.manager_contact is 'Of the office that manages it, never a private number.';
comment on column relic.accuracy_m is 'Radius in metres that holds the true place with 95 %.';

create or replace view open.relics as
select id, name, rank, kind, decision_number, decision_date,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom,
       other_names, period, condition, opening, manager, manager_contact, sources, accuracy_m
  from relic
 where known_to = 'infinity';

create or replace view staff.relics as
select id, name, rank, kind, decision_number, decision_date,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom,
       other_names, period, condition, opening, manager, manager_contact, sources, accuracy_m
  from relic
 where known_to = 'infinity';

-- What stays the same of a relic while files say new things of it: it carries the permanent address. Never deleted: the
-- address of what was taken back is not given to another.
create table relic_site (
  id           bigint primary key generated always as identity,
  commune_code text,
  ref          text,
  name         text not null
);
comment on column relic_site.name is 'Its latest name; a site without ref is found again by commune and name.';
create unique index relic_site_ref on relic_site (commune_code, ref) nulls not distinct where ref is not null;
create unique index relic_site_name on relic_site (commune_code, search_text(name)) nulls not distinct where ref is null;

-- Words of a name without diacritics, parted by hyphens; at most 60 characters, never half a word.
create function relic_slug_base(name text) returns text
  language sql immutable parallel safe strict
  return coalesce(nullif(trim(both '-' from regexp_replace(
    left(regexp_replace(search_text(name), '[^a-z0-9]+', '-', 'g') || '-', 61), '-[^-]*$', '')), ''), 'di-tich');

create table relic_slug (
  slug     text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  base     text not null,
  site_id  bigint not null references relic_site,
  position bigint not null generated always as identity
);
comment on table relic_slug is 'Every address that a site has had; the one with the greatest position is its own, the others lead there.';
comment on column relic_slug.base is 'The words of the name that it was made of; a number follows where another site has the same.';
create index relic_slug_site on relic_slug (site_id, position);
create index relic_slug_base_taken on relic_slug (base);

-- Sites whose address is not made of their name, and what it should be made of.
create view relic_site_wanting as
select s.id, relic_slug_base(s.name) as base
  from relic_site s
 where relic_slug_base(s.name) is distinct from
       (select g.base from relic_slug g where g.site_id = s.id order by g.position desc limit 1);

-- Which site a row speaks of, by the row's origin: pieces of one row are of one site.
create table relic_site_row (
  origin_id bigint primary key,
  site_id   bigint not null references relic_site
);
create index relic_site_row_site on relic_site_row (site_id);

-- Rows in force that have no site yet.
create view relic_row_unnamed as
select distinct on (r.origin_id) r.origin_id, r.commune_code, r.ref, r.name
  from relic r
 where r.known_to = 'infinity' and not exists (select from relic_site_row s where s.origin_id = r.origin_id)
 order by r.origin_id;

-- Gives every relic its site: told by its ref, where there is none by its name, within its commune. A new name gives a new
-- address; one that another site has gets a number. Called by whatever changes relics, in its transaction.
create function refresh_relic_sites() returns void
  language plpgsql as $$
declare
  higher integer := 0;
begin
  insert into relic_site (commune_code, ref, name)
  select distinct on (commune_code, ref, case when ref is null then search_text(name) end) commune_code, ref, name
    from relic_row_unnamed
   order by commune_code, ref, case when ref is null then search_text(name) end, origin_id
  on conflict do nothing;

  insert into relic_site_row (origin_id, site_id)
  select u.origin_id, s.id
    from relic_row_unnamed u
    join relic_site s on s.commune_code is not distinct from u.commune_code
     and (s.ref = u.ref or (s.ref is null and u.ref is null and search_text(s.name) = search_text(u.name)));

  update relic_site s set name = latest.name
    from (select distinct on (j.site_id) j.site_id, r.name
            from relic r join relic_site_row j on j.origin_id = r.origin_id
           where r.known_to = 'infinity'
           order by j.site_id, r.valid_to desc, r.valid_from desc, r.id desc) latest
   where latest.site_id = s.id and s.name <> latest.name
     and (s.ref is not null or search_text(s.name) = search_text(latest.name));

  update relic_slug g set position = default
    from relic_site_wanting w
   where g.site_id = w.id and g.base = w.base;

  while exists (select from relic_site_wanting) loop
    insert into relic_slug (slug, base, site_id)
    select base || case when number > 1 then '-' || number else '' end, base, id
      from (select w.id, w.base, row_number() over (partition by w.base order by w.id) + coalesce(t.count, 0) + higher as number
              from relic_site_wanting w left join (select base, count(*) from relic_slug group by base) t using (base)) numbered
    on conflict (slug) do nothing;
    higher := higher + 1;
  end loop;
end
$$;
select refresh_relic_sites();

create view open.relic_slugs as
select slug, site_id, position from relic_slug;

create view open.relic_places as
select s.site_id, g.slug, r.commune_code, r.id as feature_id, r.name, r.other_names, r.rank, r.kind, r.decision_number,
       r.decision_date, r.period, r.condition, r.opening, r.manager, r.manager_contact, r.sources, r.accuracy_m,
       nullif(r.valid_from, '-infinity') as valid_from, nullif(r.valid_to, 'infinity') as valid_to, r.geom
  from relic r
  join relic_site_row s on s.origin_id = r.origin_id
  join lateral (select slug from relic_slug where site_id = s.site_id order by position desc limit 1) g on true
 where r.known_to = 'infinity';
