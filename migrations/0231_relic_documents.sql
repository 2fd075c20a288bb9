-- A scanned decision or record is shown like a picture, and counts as a digitised document.
create or replace view open.relic_pictures as
select m.site_id, m.medium_id as id, m.position, m.alt_vi, m.alt_en, m.caption_vi, m.caption_en, m.author, m.licence, m.taken_on,
       encode(m.public_sha256, 'hex') as picture, p.width, p.height,
       encode(m.thumb_sha256, 'hex') as thumbnail, t.width as thumb_width, t.height as thumb_height, m.kind
  from relic_media m
  join media p on p.sha256 = m.public_sha256 and p.open
  join media t on t.sha256 = m.thumb_sha256 and t.open
 where m.kind in ('image', 'document') and m.known_to = 'infinity' and m.valid_to = 'infinity';
