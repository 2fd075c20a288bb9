-- What is said to people on the spot is public; when somebody last looked at the camera is not.
alter table camera
  add column notice          text,
  add column last_checked_on date;
comment on table camera is 'The public sees place, owner, purpose, contact and notice only.';
comment on column camera.notice is 'How people on the spot are told that they are filmed.';

create or replace view open.cameras as
select id, place, owner, purpose, contact,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, geom,
       notice
  from camera
 where known_to = 'infinity';

create or replace view staff.cameras as
select id, place, owner, purpose, contact, state, azimuth_deg, view_deg, range_m, model,
       nullif(valid_from, '-infinity') as valid_from, nullif(valid_to, 'infinity') as valid_to, import_id, row_number, ref, geom,
       notice, last_checked_on, commune_code
  from camera
 where known_to = 'infinity';
