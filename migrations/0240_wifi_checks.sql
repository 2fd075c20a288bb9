-- What stays the same of a cultural house while files say new things of it: it carries the permanent address and the key of
-- the sheet on its wall. Never deleted: the address of what was taken back is not given to another.
create table house_site (
  id           bigint primary key generated always as identity,
  commune_code text,
  ref          text,
  name         text not null,
  geom         geometry(Point, 4326) not null,
  -- The key in the address on the wall is made of the installation's key and this number; a new number makes a new key.
  key_number   integer not null default 1
);
comment on column house_site.geom is 'Where it first was; a site without ref is found again by its name within 50 m of there.';
create unique index house_site_ref on house_site (commune_code, ref) nulls not distinct where ref is not null;
create index house_site_name on house_site (search_text(name)) where ref is null;

-- Which site a row speaks of, by the row's origin: pieces of one row are of one site.
create table house_site_row (
  origin_id bigint primary key,
  site_id   bigint not null references house_site
);
create index house_site_row_site on house_site_row (site_id);

-- Gives every cultural house its site: that of the thing that a hand edit changed, else told by its ref within its commune;
-- where there is none, by its name within 50 m.
-- Called by whatever changes cultural houses, in its transaction.
create function refresh_house_sites() returns void
  language plpgsql as $$
declare
  house record;
  found_id bigint;
begin
  for house in
    select distinct on (r.origin_id) r.origin_id, r.commune_code, r.ref, r.name, r.geom, r.import_id
      from cultural_house r
     where r.known_to = 'infinity' and not exists (select from house_site_row s where s.origin_id = r.origin_id)
     order by r.origin_id
  loop
    found_id := null;
    -- What was changed by hand stays what it was, wherever it was moved. (The table is made by a later migration.)
    if to_regclass('place_edit') is not null then
      select s.site_id into found_id
        from place_edit e join house_site_row s on s.origin_id = e.thing
       where e.import_id = house.import_id;
    end if;
    if found_id is not null then
      null;
    elsif house.ref is not null then
      select s.id into found_id from house_site s
       where s.commune_code is not distinct from house.commune_code and s.ref = house.ref;
    else
      select s.id into found_id from house_site s
       where s.ref is null and search_text(s.name) = search_text(house.name)
         and st_dwithin(s.geom::geography, house.geom::geography, 50)
       order by st_distance(s.geom::geography, house.geom::geography), s.id
       limit 1;
    end if;
    if found_id is null then
      insert into house_site (commune_code, ref, name, geom)
      values (house.commune_code, house.ref, house.name, house.geom)
      returning id into found_id;
    end if;
    insert into house_site_row (origin_id, site_id) values (house.origin_id, found_id);
  end loop;
end
$$;
select refresh_house_sites();

insert into installation_key (name, key)
select 'houses', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'utf8'));

-- What somebody found at a house. Rows are only ever added. A rate is Mbit/s between the checker's device and this server;
-- where it is null the reason stands beside it.
create table wifi_check (
  id           bigint primary key generated always as identity,
  site_id      bigint not null references house_site,
  -- The sender's own name of it: what is sent again is one check.
  wish         uuid not null,
  at           timestamptz not null,
  -- Read once this table's lock is held, so that a question that began before cannot miss it (settling_lock).
  recorded_at  timestamptz not null default clock_timestamp(),
  reachable    boolean not null,
  down_mbps    double precision check (down_mbps > 0 and down_mbps < 'infinity'),
  up_mbps      double precision check (up_mbps > 0 and up_mbps < 'infinity'),
  down_missing text check (down_missing in ('unreachable', 'not_measured', 'interrupted', 'busy')),
  up_missing   text check (up_missing in ('unreachable', 'not_measured', 'interrupted', 'busy')),
  -- Null: by whoever had the key of the sheet on the wall.
  account_id   bigint references account,
  network      text,
  unique (site_id, wish),
  check ((down_mbps is null) <> (down_missing is null)), check ((up_mbps is null) <> (up_missing is null)),
  check (reachable or (down_mbps is null and up_mbps is null))
);
create index wifi_check_site on wifi_check (site_id, at desc, id desc);
create index wifi_check_account on wifi_check (account_id) where account_id is not null;

-- The locks that what is becoming known holds until it is: a question's moment stays before their transactions.
create view settling_lock (relation, mode) as
values ('import'::regclass::oid, 'ShareRowExclusiveLock'), ('import'::regclass::oid, 'ExclusiveLock'),
       ('import'::regclass::oid, 'AccessExclusiveLock'), ('wifi_check'::regclass::oid, 'RowExclusiveLock');

-- The rule of "checked": the later of what a file says and what was found at the house decides; on one day what was found.
-- A file's day says that it worked. What lies after the day or more than so many days before it says nothing.
create function wifi_is_checked(file_day date, check_day date, reachable boolean, day date, days integer) returns boolean
  language sql immutable parallel safe
  return coalesce(
    case
      when check_day >= coalesce(case when file_day <= day then file_day end, '-infinity')
        then reachable and check_day >= day - days
      else file_day <= day and file_day >= day - days
    end, false);

-- The latest check of a site up to a day in Việt Nam, as known at a moment.
create function last_wifi_check(site bigint, day date, known timestamptz)
  returns table (check_id bigint, day date, at timestamptz, recorded_at timestamptz, reachable boolean)
  language sql stable parallel safe
begin atomic
  select c.id, (c.at at time zone 'Asia/Ho_Chi_Minh')::date, c.at, c.recorded_at, c.reachable
    from wifi_check c
   where c.site_id = site and c.at < (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' and c.recorded_at <= known
   order by c.at desc, c.id desc
   limit 1;
end;

create view open.house_places as
select j.site_id, r.commune_code, r.id as feature_id, r.name, r.wifi, r.wifi_checked_on, r.provider,
       i.title as declared_by, i.published_at as declared_at,
       nullif(r.valid_from, '-infinity') as valid_from, nullif(r.valid_to, 'infinity') as valid_to, r.geom
  from cultural_house r
  join house_site_row j on j.origin_id = r.origin_id
  join import i on i.id = r.import_id
 where r.known_to = 'infinity';

-- Neither who checked nor the name of the network is anybody's.
create view open.house_wifi_checks as
select id, site_id, at, reachable, down_mbps, up_mbps, down_missing, up_missing, account_id is null as by_key
  from wifi_check;

create view staff.house_wifi_checks as
select c.id, c.site_id, c.at, c.recorded_at, c.reachable, c.down_mbps, c.up_mbps, c.down_missing, c.up_missing,
       a.name as checked_by, c.network
  from wifi_check c
  left join account a on a.id = c.account_id;

-- What plans promise of Wifi at cultural houses.
create view open.wifi_targets as
select commune_code, year, quarter, comparator, value
  from target
 where indicator_code = 'cultural_house_wifi' and known_to = 'infinity';
