-- Polygons are made ready for their tiles when they are drawn, so that a tile only moves corners: on the whole units of
-- the tiles of their zoom, valid there, outer rings in the direction that the format asks for, and cut along the tiles
-- that they reach into.

-- One box says in which tiles a row is drawn, so that the index finds those and no neighbours.
alter table drawing add column place box;
update drawing
   set place = case when core is null then geom::box3d::box
                    else (select box(core[0] - point(half, half), core[1] + point(half, half))
                            from (select 20037508.342789244 / 2 ^ (upper(zooms) - 1)) finest (half)) end;
update drawing set geom = st_forcepolygoncw(geom) where st_dimension(geom) = 2;
alter table drawing alter column place set not null;
comment on column drawing.place is 'Drawn in the tiles that this box touches, buffer included. The whole of a feature: its bounds. A piece cut for some tiles: from the centre of the first to the centre of the last.';
drop index drawing_place;
alter table drawing drop column core;
create index drawing_place on drawing using gist (zooms, place);
drop function drawing_pieces;

-- Cuts a long line (EPSG:3857) into the four quarters of a tile again and again, each with the tile buffer of its zoom
-- around it, until the pieces have at most so many vertices or are one tile. place as in drawing.
create function drawing_pieces(
    shape geometry, zoom integer, vertices integer, depth integer default 0, x integer default 0, y integer default 0)
  returns table (place box, geom geometry)
  language plpgsql immutable parallel safe rows 2 as $$
declare
  side constant double precision := 40075016.685578488 / 2 ^ zoom;
  quarter constant geometry := st_tileenvelope(depth, x, y);
  frame constant geometry := st_expand(quarter, side / 64 * 1.01);
  piece geometry := shape;
begin
  if not shape && frame then
    return;
  end if;
  if not shape @ frame then
    piece := st_collectionextract(st_clipbybox2d(shape, frame), 2);
  end if;
  if st_isempty(piece) then
    return;
  end if;
  if depth >= zoom or st_npoints(piece) <= vertices then
    return query select st_expand(quarter, -side / 2)::box3d::box, piece;
    return;
  end if;
  for dx in 0..1 loop
    for dy in 0..1 loop
      return query select * from drawing_pieces(piece, zoom, vertices, depth + 1, x * 2 + dx, y * 2 + dy);
    end loop;
  end loop;
end
$$;

-- Cuts a valid polygon in whole tile units of a zoom (from the world's north-west corner, y down) into pieces for the
-- tiles of columns x0..x1 and rows y0..y1, halving the longer side. A piece is one tile with its buffer of 64 units, or a
-- block of tiles that the polygon fills altogether. place: from the first tile's centre to the last one's.
create function drawing_cut(shape geometry, x0 integer, x1 integer, y0 integer, y1 integer)
  returns table (place geometry, geom geometry)
  language plpgsql immutable parallel safe rows 4 as $$
declare
  frame constant geometry :=
    st_makeenvelope(x0 * 4096.0 - 64, y0 * 4096.0 - 64, (x1 + 1) * 4096.0 + 64, (y1 + 1) * 4096.0 + 64, 3857);
  middle integer;
  piece geometry := shape;
begin
  if not shape && frame then
    return;
  end if;
  if not shape @ frame then
    -- The cut of an edge often lies exactly between two units: the small shift rounds it up on every engine.
    piece := st_snaptogrid(st_translate(st_clipbybox2d(shape, frame), 1e-6, 1e-6), 1);
    if not st_isvalid(piece) then
      piece := st_intersection(shape, frame, 1);
    end if;
    piece := st_collectionextract(piece, 3);
  end if;
  if st_isempty(piece) then
    return;
  end if;
  if (x0 = x1 and y0 = y1) or (st_npoints(piece) = 5 and st_area(piece) = st_area(frame)) then
    return query
    select st_makeline(st_point(x0 * 4096 + 2048, y0 * 4096 + 2048), st_point(x1 * 4096 + 2048, y1 * 4096 + 2048)), piece;
  elsif x1 - x0 >= y1 - y0 then
    middle := (x0 + x1) / 2;
    return query select * from drawing_cut(piece, x0, middle, y0, y1);
    return query select * from drawing_cut(piece, middle + 1, x1, y0, y1);
  else
    middle := (y0 + y1) / 2;
    return query select * from drawing_cut(piece, x0, x1, y0, middle);
    return query select * from drawing_cut(piece, x0, x1, middle + 1, y1);
  end if;
end
$$;

-- A polygon in EPSG:3857 as the tiles of a zoom have it, still in EPSG:3857: one row where every tile that it reaches into
-- shows all of it, else its pieces. No row where it vanishes between the units. Everything is computed
-- from the corner of its first tile, because boxes are kept in single precision.
create function drawing_tiles(shape geometry, zoom integer)
  returns table (place box, geom geometry)
  language plpgsql immutable parallel safe rows 4 as $$
declare
  half constant double precision := 20037508.342789244;
  side constant double precision := 2 * half / 2 ^ zoom;
  scale constant double precision := 4096 / side;
  last constant integer := (2 ^ zoom)::integer - 1;
  x0 constant integer := greatest(floor((st_xmin(shape) + half) / side - 0.016), 0);
  x1 constant integer := least(floor((st_xmax(shape) + half) / side + 0.016), last);
  y0 constant integer := greatest(floor((half - st_ymax(shape)) / side - 0.016), 0);
  y1 constant integer := least(floor((half - st_ymin(shape)) / side + 0.016), last);
  west constant double precision := x0 * 4096 - 2048 * 2 ^ zoom;
  north constant double precision := y0 * 4096 - 2048 * 2 ^ zoom;
  exact constant geometry := st_transscale(shape, half - x0 * side, y0 * side - half, scale, -scale);
  g geometry := st_snaptogrid(exact, 1);
begin
  -- Snapping may make rings touch or cross; the slower way rounds all corners at once and keeps the shape valid. Not
  -- st_makevalid: GEOS throws inside it at times, which the embedded engine does not survive.
  if not st_isvalid(g) then
    g := st_reduceprecision(exact, 1);
  end if;
  g := st_forcepolygonccw(st_collectionextract(g, 3));
  if st_isempty(g) then
    return;
  elsif st_xmin(g) >= (x1 - x0) * 4096 - 64 and st_xmax(g) <= 4160
    and st_ymin(g) >= (y1 - y0) * 4096 - 64 and st_ymax(g) <= 4160 then
    g := st_transscale(g, west, north, 1 / scale, -1 / scale);
    return query select g::box3d::box, g;
  else
    return query
    select st_transscale(cut.place, west, north, 1 / scale, -1 / scale)::box3d::box,
           st_transscale(st_forcepolygonccw(cut.geom), west, north, 1 / scale, -1 / scale)
      from drawing_cut(g, 0, x1 - x0, 0, y1 - y0) cut;
  end if;
end
$$;

drop function tile_geometry;

-- What of a shape in the units of a tile (1/4096 of its side, y down) lies no more than 64 units beyond the tile's edge.
-- Null where nothing is left. Polygons that reach further are whole blocks of tiles, so that what is cut stays valid.
create function tile_cut(shape geometry) returns geometry
  language plpgsql immutable strict parallel safe as $$
declare
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
  g constant geometry := st_collectionextract(
    st_snaptogrid(st_translate(st_clipbybox2d(shape, frame), 1e-6, 1e-6), 1), st_dimension(shape) + 1);
begin
  return case when st_isempty(g) then null when st_dimension(g) = 2 then st_forcepolygonccw(g) else g end;
end
$$;

-- Makes (again, when other properties are declared for tiles) the function by which anyone may draw a collection in a
-- tile: open.<collection>_tile(zoom, x, y, day), a row for each feature with the given columns of open.<collection>, geom
-- in tile units, by id; geom is null where a feature vanishes between the units. The same on every engine, also where
-- PostGIS was built without st_asmvtgeom. A function and not a query, because it is planned once per connection and not
-- at each tile. `properties`: what the registry declares for tiles; a test compares the two.
create function make_tile_layer(collection text, source text, properties text[]) returns void
  language plpgsql as $make$
declare
  columns constant text := (select string_agg(format('v.%I', name), ', ') from unnest(properties) name);
  result constant text := (
    select string_agg(format('%I %s', name, format_type(atttypid, atttypmod)), ', ' order by position)
      from unnest(properties) with ordinality declared (name, position)
      join pg_attribute on attrelid = format('open.%I', collection)::regclass and attname = name);
begin
  execute format('drop function if exists open.%I', collection || '_tile');
  execute format($layer$
create function open.%1$I(zoom integer, x integer, y integer, day date)
  returns table (id bigint, %2$s, geom geometry)
  language plpgsql stable strict parallel safe rows 100 as $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, %3$s, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from %4$I drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.%5$I v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$
$layer$, collection || '_tile', result, columns, 'drawing_' || source, collection);
end
$make$;

select make_tile_layer(collection, source, properties)
  from (values
    ('communes', 'commune', '{code, name, kind, province, illustration}'::text[]),
    ('villages', 'village', '{commune_code, code, name, kind, provisional}'),
    ('coverage_claims', 'coverage_claim', '{operator, technology}'),
    ('cell_sites', 'cell_site', '{operator, technologies, name}'),
    ('fibre_lines', 'fibre_line', '{operator, name}'),
    ('fixed_services', 'fixed_service', '{provider, down_mbps, technology}'),
    ('residential_areas', 'residential_area', '{name}'),
    ('cultural_houses', 'cultural_house', '{name, wifi, wifi_checked_on}'),
    ('institutions', 'institution', '{name, kind, line_mbps, line_checked_on}'),
    ('cameras', 'camera', '{place, owner, purpose, contact}'),
    ('relics', 'relic', '{name, rank, kind}'),
    ('buildings', 'building', '{name, class}'),
    ('roads', 'road', '{name, class}'),
    ('waterways', 'waterway', '{name, class}'),
    ('land_uses', 'land_use', '{name, class}')
  ) layers (collection, source, properties);
