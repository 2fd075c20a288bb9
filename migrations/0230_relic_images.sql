-- What staff say of an image beside its alternative text; the English alternative text may be left out.
alter table relic_media
  alter column alt_en drop not null,
  add column caption_vi text check (caption_vi ~ '\S'),
  add column caption_en text check (caption_en ~ '\S'),
  add column taken_on   date,
  -- `permission`: all rights reserved, published with the owner's permission.
  add check (licence in ('CC0 1.0', 'CC BY 4.0', 'CC BY-SA 4.0', 'permission'));

-- The images of relics as anyone may see them, by hash of their public files.
create view open.relic_pictures as
select m.site_id, m.medium_id as id, m.position, m.alt_vi, m.alt_en, m.caption_vi, m.caption_en, m.author, m.licence, m.taken_on,
       encode(m.public_sha256, 'hex') as picture, p.width, p.height,
       encode(m.thumb_sha256, 'hex') as thumbnail, t.width as thumb_width, t.height as thumb_height
  from relic_media m
  join media p on p.sha256 = m.public_sha256 and p.open
  join media t on t.sha256 = m.thumb_sha256 and t.open
 where m.kind = 'image' and m.known_to = 'infinity' and m.valid_to = 'infinity';
