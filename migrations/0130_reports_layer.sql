-- Public reports as a collection: found by place and by name, drawn in tiles, with a version that rises when they change.
create index report_public_place on report using gist (public_report_place(geom, sensitive)) where approved_at is not null;

create index report_search on report using gin (search_text(report_title(number, coalesce(public_text, description))) gin_trgm_ops)
  where approved_at is not null;

-- As `make_tile_layer` makes them, without drawings kept beside: a place that staff hide or correct moves at once.
create function open.reports_tile(zoom integer, x integer, y integer, day date)
  returns table (id bigint, number text, category text, theme text, state text, sensitive boolean, geom geometry)
  language plpgsql stable strict parallel safe rows 100 as $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant geometry := st_transform(st_expand(tile, 64 / scale), 4326);
begin
  return query
  select v.id, v.number, v.category, v.theme, v.state, v.sensitive,
         st_snaptogrid(st_transscale(st_transform(v.geom, 3857), -west, -north, scale, -scale), 1)
    from open.reports v
   where v.geom && reach
   order by v.id;
end
$$;

-- Raised at the end of the transaction, after every row of a report is locked: two changes cannot wait for one another.
create function raise_reports_version() returns trigger
  language plpgsql as $$
begin
  insert into collection_version (collection) values ('reports')
      on conflict (collection) do update set version = collection_version.version + 1, changed_at = clock_timestamp();
  return null;
end
$$;

-- What nobody may see changes nothing: taking a report in waits for no other.
create constraint trigger report_published after insert on report deferrable initially deferred
  for each row when (new.approved_at is not null) execute function raise_reports_version();
create constraint trigger report_changed after update on report deferrable initially deferred
  for each row when (old.approved_at is not null or new.approved_at is not null) execute function raise_reports_version();
create constraint trigger report_removed after delete on report deferrable initially deferred
  for each row when (old.approved_at is not null) execute function raise_reports_version();
create trigger report_unit_renamed after update of name on unit
  for each statement execute function raise_reports_version();
create trigger report_category_changed after update on report_category
  for each statement execute function raise_reports_version();

-- What categories are called, also those that are offered no more: public reports keep them.
create view open.report_category_names as
select code, name_vi, name_en, theme, position from report_category;
