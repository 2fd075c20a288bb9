-- How exact a public place is, in metres: of a place as measured and not moved since, its accuracy; of a hidden one half
-- the diagonal of its cell, whatever was measured. Other places have no row.
create view open.report_accuracy as
select seq as report_id, case when sensitive then 143 else accuracy_m end as accuracy_m
  from report
 where approved_at is not null and state <> 'duplicate'
   and (sensitive or (place_from = 'gps' and accuracy_m is not null and st_equals(geom, measured_geom)));
