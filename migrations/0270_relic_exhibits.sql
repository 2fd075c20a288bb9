-- What of a relic is heard and turned: sounds with a transcript, 360° panoramas, 3D models. Their originals are archived as
-- they came; what visitors are served is made of them. Of a sound the public file may have the bytes of its original, so it is
-- known by a hash of its own (`sha256`), and its bytes by theirs (`stored_sha256`).
alter table media
  drop constraint media_kind_check,
  drop constraint media_variant_check,
  add constraint media_kind_check check (kind in ('image', 'audio', 'model')),
  -- 'sound': without metadata; 'tiles': the parts of a panorama in one file; 'model': compressed for visitors.
  add constraint media_variant_check
    check (variant in ('original', 'picture', 'thumbnail', 'sound', 'tiles', 'model'));

alter table relic_media
  drop constraint relic_media_kind_check,
  add constraint relic_media_kind_check check (kind in ('image', 'audio', 'document', 'panorama', 'model')),
  add column transcript_vi text check (transcript_vi ~ '\S'),
  add column transcript_en text check (transcript_en ~ '\S'),
  -- The picture that is shown first of a panorama or a model, as visitors see it.
  add column poster_sha256 bytea check (length(poster_sha256) = 32),
  -- The original of a model's poster; a panorama is its own.
  add column poster_of     bytea check (length(poster_of) = 32),
  add constraint relic_media_heard_and_read check (kind <> 'audio' or public_sha256 is null or transcript_vi is not null);
create index relic_media_poster on relic_media (poster_sha256) where poster_sha256 is not null;
create index relic_media_poster_of on relic_media (poster_of) where poster_of is not null;

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
select poster_sha256, true from relic_media where poster_sha256 is not null and known_to = 'infinity' and valid_to = 'infinity';

-- The sounds, panoramas and models of relics as anyone may see them. `file`: by which it is asked for; `stored`: its bytes.
create view open.relic_exhibits as
select m.site_id, m.medium_id as id, m.position, m.kind, m.alt_vi, m.alt_en, m.caption_vi, m.caption_en, m.transcript_vi,
       m.transcript_en, m.author, m.licence, m.taken_on, encode(m.public_sha256, 'hex') as file,
       encode(f.stored_sha256, 'hex') as stored, f.mime, f.size_bytes, f.duration_s, f.width, f.height,
       encode(m.poster_sha256, 'hex') as poster, p.width as poster_width, p.height as poster_height,
       encode(m.thumb_sha256, 'hex') as thumbnail, t.width as thumb_width, t.height as thumb_height
  from relic_media m
  join media f on f.sha256 = m.public_sha256 and f.open
  left join media p on p.sha256 = m.poster_sha256 and p.open
  left join media t on t.sha256 = m.thumb_sha256 and t.open
 where m.kind in ('audio', 'panorama', 'model') and m.known_to = 'infinity' and m.valid_to = 'infinity';
