-- Rows on their way in: a rough count is all that the planner needs, and each import waits for it.
alter table import_row
  alter column staging_id set statistics 10,
  alter column row_number set statistics 10,
  alter column commune_code set statistics 10,
  alter column problem set statistics 10;

-- Membership is asked by area; asked by place as well, it took longer than the neighbours' places do.
drop index place_area_place;
