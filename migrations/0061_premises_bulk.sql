-- Household points come by the hundred thousand. What each row costs on its way in counts: a foreign key is checked row by
-- row, which took a quarter of the time; the same promise is kept once per statement. A quadtree takes points in faster than
-- an R-tree and answers as fast.
alter table premises drop constraint premises_import_id_fkey;
create function require_import() returns trigger language plpgsql as $$
begin
  if exists (select import_id from added except select id from import) then
    raise foreign_key_violation using message = format('%s: import_id is no import', tg_table_name);
  end if;
  return null;
end
$$;
create trigger premises_of_import after insert on premises
  referencing new table as added for each statement execute function require_import();

drop index premises_geom;
create index premises_geom on premises using spgist (geom);
