-- What of a relic is shown to visitors beside its words. Rows are closed and inserted, never changed: what was here on a day
-- and known at a moment stays so. The original that was handed in is kept for good, with its checksum.
create sequence relic_medium;
create table relic_media (
  id             bigint primary key generated always as identity,
  -- The same through all its versions.
  medium_id      bigint not null default nextval('relic_medium'),
  site_id        bigint not null references relic_site,
  kind           text not null check (kind in ('image', 'audio', 'document')),
  position       integer not null,
  alt_vi         text not null check (alt_vi ~ '\S'),
  alt_en         text not null check (alt_en ~ '\S'),
  author         text not null check (author ~ '\S'),
  licence        text not null check (licence ~ '\S'),
  -- The archived original, by the SHA-256 of the bytes that were handed in.
  sha256         bytea not null check (length(sha256) = 32),
  -- What visitors are shown; null once it was taken down.
  public_sha256  bytea check (length(public_sha256) = 32),
  thumb_sha256   bytea check (length(thumb_sha256) = 32),
  -- Pixels of the original, upright.
  width          integer,
  height         integer,
  valid_from     date not null,
  valid_to       date not null default 'infinity',
  known_from     timestamptz not null,
  known_to       timestamptz not null default 'infinity',
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index relic_media_site on relic_media (site_id);
create index relic_media_public on relic_media (public_sha256) where public_sha256 is not null;
create index relic_media_thumb on relic_media (thumb_sha256) where thumb_sha256 is not null;
create index relic_media_original on relic_media (sha256);

create or replace view media_use (sha256, is_public) as
select sha256, false from report_media
union all
select public_sha256, true from report_media where public_sha256 is not null
union all
select thumb_sha256, true from report_media where thumb_sha256 is not null
union all
select sha256, false from relic_media
union all
select public_sha256, true from relic_media where public_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity'
union all
select thumb_sha256, true from relic_media where thumb_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity';

-- The rule of «số hóa», 0 to 7, of every relic in force on a day as known at a moment ('infinity': as known now). Of a site's
-- rows the youngest counts.
create function relic_scores(day date, known timestamptz)
  returns table (
    site_id bigint, import_id bigint, feature_id bigint, commune_code text, geom geometry,
    -- What each of the seven asks for, and how many images count.
    decided boolean, placed boolean, images bigint, pictured boolean, described boolean, more boolean, addressed boolean,
    archived boolean, score integer,
    -- The latest of the media that it stands on, and one checksum over their originals; null: there are none.
    media_from date, media_known_from timestamptz, media_sha256 text)
  language sql stable parallel safe
begin atomic
  with relics as (
    select distinct on (j.site_id) j.site_id, r.*
      from relic r
      join relic_site_row j on j.origin_id = r.origin_id
     where r.valid_from <= day and day < r.valid_to
       and r.known_from <= known and (known < r.known_to or r.known_to = 'infinity')
     order by j.site_id, r.id desc
  ), media as (
    select m.site_id, max(m.valid_from) as valid_from, max(m.known_from) as known_from,
           encode(sha256(string_agg(m.sha256, ''::bytea order by m.medium_id)), 'hex') as sha256,
           count(*) filter (where m.kind = 'image' and m.width::bigint * m.height >= 950000) as images,
           bool_or(m.kind <> 'image') as more
      from relic_media m
     where m.valid_from <= day and day < m.valid_to
       and m.known_from <= known and (known < m.known_to or m.known_to = 'infinity')
     group by m.site_id
  ), told as (
    select r.site_id, r.import_id, r.id as feature_id, r.commune_code, r.geom,
           r.rank is not null and r.decision_number is not null and r.decision_date is not null as decided,
           r.accuracy_m is not null as placed,
           coalesce(m.images, 0) as images, coalesce(m.images, 0) >= 5 as pictured,
           coalesce(r.description ~ '\S', false) as described, coalesce(m.more, false) as more,
           exists (select from relic_slug g where g.site_id = r.site_id) as addressed,
           m.sha256 is not null as archived, m.valid_from as media_from, m.known_from as media_known_from, m.sha256
      from relics r
      left join media m on m.site_id = r.site_id
  )
  select t.site_id, t.import_id, t.feature_id, t.commune_code, t.geom, t.decided, t.placed, t.images, t.pictured, t.described,
         t.more, t.addressed, t.archived,
         t.decided::integer + t.placed::integer + t.pictured::integer + t.described::integer + t.more::integer
           + t.addressed::integer + t.archived::integer,
         t.media_from, t.media_known_from, t.sha256
    from told t;
end;

-- Today's scores. Nothing of a place is in them, so that those of protected relics are public like the others.
create view open.relic_scores as
select site_id, decided, placed, images, pictured, described, more, addressed, archived, score
  from relic_scores((now() at time zone 'Asia/Ho_Chi_Minh')::date, 'infinity');
