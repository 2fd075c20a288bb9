-- Photos of villages. A village is told by its code, which a merger of communes leaves as it is.
alter table place_media drop constraint place_media_collection_check;
alter table place_media add constraint place_media_collection_check
  check (collection in ('cultural_houses', 'institutions', 'cell_sites', 'cameras', 'villages'));

create or replace view place_photo_feature (collection, row_id, feature_id) as
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
                     coalesce(fe.thing, f.origin_id), f.ref, f.commune_code, f.place, f.geom)
union all
select 'villages', m.row_id, f.id
  from photo m
  join village t on t.id = m.row_id
  left join place_edit te on te.import_id = t.import_id
  cross join village f
  left join place_edit fe on fe.import_id = f.import_id
 where m.collection = 'villages' and f.known_to = 'infinity'
   and (f.code = t.code or coalesce(fe.thing, f.origin_id) = coalesce(te.thing, t.origin_id));
