-- Photos of places that staff keep by hand. A photo hangs on the thing, not on the row that told of it when the photo came.
-- Rows are closed and inserted, never changed; each says who did what, and why it was taken down. The original is kept for
-- good, with its checksum.
create sequence place_medium;
create table place_media (
  id             bigint primary key generated always as identity,
  -- The same through all its versions.
  medium_id      bigint not null default nextval('place_medium'),
  collection     text not null check (collection in ('cultural_houses', 'institutions', 'cell_sites', 'cameras')),
  -- A row of the collection's table that spoke of the thing when the photo came.
  row_id         bigint not null,
  position       integer not null,
  alt_vi         text not null check (alt_vi ~ '\S'),
  alt_en         text check (alt_en ~ '\S'),
  caption_vi     text check (caption_vi ~ '\S'),
  caption_en     text check (caption_en ~ '\S'),
  author         text not null check (author ~ '\S'),
  licence        text not null check (licence in ('CC0 1.0', 'CC BY 4.0', 'CC BY-SA 4.0', 'permission')),
  taken_on       date,
  -- The archived original, by the SHA-256 of the bytes that were handed in, and its pixels, upright.
  sha256         bytea not null check (length(sha256) = 32),
  width          integer not null,
  height         integer not null,
  -- What anyone is shown; null once it was taken down, and where nobody but staff sees it.
  public_sha256  bytea check (length(public_sha256) = 32),
  thumb_sha256   bytea check (length(thumb_sha256) = 32),
  account_id     bigint not null references account,
  action         text not null check (action in ('add', 'change', 'order', 'withdraw')),
  reason         text check (reason ~ '\S'),
  valid_from     date not null,
  valid_to       date not null default 'infinity',
  known_from     timestamptz not null,
  known_to       timestamptz not null default 'infinity',
  check (valid_from <= valid_to), check (known_from <= known_to),
  check ((reason is null) = (action <> 'withdraw')),
  -- A photo of a camera shows its model and where it looks: no file of it is ever made public.
  constraint place_media_cameras_hidden check (collection <> 'cameras' or (public_sha256 is null and thumb_sha256 is null))
);
comment on table place_media is 'A row that takes a photo down on the day on which it came holds no day.';
create index place_media_row on place_media (collection, row_id);
create index place_media_medium on place_media (medium_id);
create index place_media_original on place_media (sha256);
create index place_media_public on place_media (public_sha256) where public_sha256 is not null;
create index place_media_thumb on place_media (thumb_sha256) where thumb_sha256 is not null;
create index place_media_account on place_media (account_id);

create or replace view media_use (sha256, is_public) as
select sha256, false from report_media
union all
select public_sha256, true from report_media where public_sha256 is not null
union all
select thumb_sha256, true from report_media where thumb_sha256 is not null
union all
select sha256, false from relic_media
union all
select poster_of, false from relic_media where poster_of is not null
union all
select public_sha256, true from relic_media where public_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity'
union all
select thumb_sha256, true from relic_media where thumb_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity'
union all
select poster_sha256, true from relic_media where poster_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity'
union all
select sha256, false from place_media
union all
select public_sha256, true from place_media where public_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity'
union all
select thumb_sha256, true from place_media where thumb_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity';

-- Whether two rows of a collection speak of one thing: by what a hand edit changed (`thing`: the first row of it), by the
-- source's own id (a merger changes the commune, not the ground), else by the name within 50 m.
create function is_same_place(
    thing bigint, ref text, commune text, name text, ground geometry,
    other_thing bigint, other_ref text, other_commune text, other_name text, other_ground geometry) returns boolean
  language sql immutable parallel safe
  return case
    when thing = other_thing then true
    when ref is not null and other_ref is not null
      then ref = other_ref and (commune = other_commune or st_dwithin(ground::geography, other_ground::geography, 1))
    when ref is null and other_ref is null
      then search_text(name) = search_text(other_name) and st_dwithin(ground::geography, other_ground::geography, 50)
    else false
  end;

-- The rows that are known now of the things that have photos: `row_id` as the photo names it, `feature_id` as the map does.
create view place_photo_feature (collection, row_id, feature_id) as
with photo as (
  select distinct collection, row_id from place_media where known_to = 'infinity'
)
select 'cultural_houses', m.row_id, f.id
  from photo m
  join cultural_house t on t.id = m.row_id
  join house_site_row ts on ts.origin_id = t.origin_id
  join house_site_row fs on fs.site_id = ts.site_id
  join cultural_house f on f.origin_id = fs.origin_id and f.known_to = 'infinity'
 where m.collection = 'cultural_houses'
union all
select 'institutions', m.row_id, f.id
  from photo m
  join institution t on t.id = m.row_id
  left join place_edit te on te.import_id = t.import_id
  cross join institution f
  left join place_edit fe on fe.import_id = f.import_id
 where m.collection = 'institutions' and f.known_to = 'infinity'
   and is_same_place(coalesce(te.thing, t.origin_id), t.ref, t.commune_code, t.name, t.geom,
                     coalesce(fe.thing, f.origin_id), f.ref, f.commune_code, f.name, f.geom)
union all
select 'cell_sites', m.row_id, f.id
  from photo m
  join cell_site t on t.id = m.row_id
  left join place_edit te on te.import_id = t.import_id
  cross join cell_site f
  left join place_edit fe on fe.import_id = f.import_id
 where m.collection = 'cell_sites' and f.known_to = 'infinity' and f.operator = t.operator
   and is_same_place(coalesce(te.thing, t.origin_id), t.ref, t.commune_code, coalesce(t.name, ''), t.geom,
                     coalesce(fe.thing, f.origin_id), f.ref, f.commune_code, coalesce(f.name, ''), f.geom)
union all
select 'cameras', m.row_id, f.id
  from photo m
  join camera t on t.id = m.row_id
  left join place_edit te on te.import_id = t.import_id
  cross join camera f
  left join place_edit fe on fe.import_id = f.import_id
 where m.collection = 'cameras' and f.known_to = 'infinity'
   and is_same_place(coalesce(te.thing, t.origin_id), t.ref, t.commune_code, t.place, t.geom,
                     coalesce(fe.thing, f.origin_id), f.ref, f.commune_code, f.place, f.geom);

-- The photos of places as anyone may see them, by the map's features and by hash of their public files.
create view open.place_pictures as
select f.collection, f.feature_id, m.medium_id as id, m.position, m.alt_vi, m.alt_en, m.caption_vi, m.caption_en, m.author,
       m.licence, m.taken_on, encode(m.public_sha256, 'hex') as picture, p.width, p.height,
       encode(m.thumb_sha256, 'hex') as thumbnail, t.width as thumb_width, t.height as thumb_height
  from place_photo_feature f
  join place_media m on m.collection = f.collection and m.row_id = f.row_id
  join media p on p.sha256 = m.public_sha256 and p.open
  join media t on t.sha256 = m.thumb_sha256 and t.open
 where m.collection <> 'cameras' and m.known_to = 'infinity' and m.valid_to = 'infinity';
