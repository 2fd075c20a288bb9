CREATE SCHEMA open;

CREATE SCHEMA staff;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

CREATE FUNCTION open.buildings_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, class text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, v.class, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_building drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.buildings v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.cameras_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, place text, owner text, purpose text, contact text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.place, v.owner, v.purpose, v.contact, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_camera drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.cameras v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.cell_sites_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, operator text, technologies text[], name text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.operator, v.technologies, v.name, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_cell_site drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.cell_sites v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.communes_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, code text, name text, kind text, province text, illustration boolean, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.code, v.name, v.kind, v.province, v.illustration, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_commune drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.communes v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.coverage_claims_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, operator text, technology text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.operator, v.technology, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_coverage_claim drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.coverage_claims v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.cultural_houses_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, wifi text, wifi_checked_on date, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, v.wifi, v.wifi_checked_on, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_cultural_house drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.cultural_houses v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.fibre_lines_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, operator text, name text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.operator, v.name, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_fibre_line drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.fibre_lines v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.fixed_services_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, provider text, down_mbps double precision, technology text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.provider, v.down_mbps, v.technology, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_fixed_service drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.fixed_services v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.institutions_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, kind text, line_mbps double precision, line_checked_on date, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, v.kind, v.line_mbps, v.line_checked_on, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_institution drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.institutions v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.land_uses_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, class text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, v.class, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_land_use drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.land_uses v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.relics_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, rank text, kind text, protected boolean, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, v.rank, v.kind, v.protected, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_relic drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.relics v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.report_number_now(number text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  with recursive way as (
    select id, number, duplicate_of, approved_at, sensitive, array[id] as seen from report where number = $1
    union all
    select r.id, r.number, r.duplicate_of, r.approved_at, r.sensitive, way.seen || r.id
      from way join report r on r.id = way.duplicate_of
     where way.approved_at is not null and r.sensitive = way.sensitive and r.id <> all (way.seen)
  )
  select number from way where duplicate_of is null and approved_at is not null $_$;

CREATE FUNCTION open.reports_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, number text, category text, theme text, state text, sensitive boolean, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
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

CREATE FUNCTION open.residential_areas_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_residential_area drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.residential_areas v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.roads_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, class text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, v.class, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_road drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.roads v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.villages_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, commune_code text, code text, name text, kind text, provisional boolean, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.commune_code, v.code, v.name, v.kind, v.provisional, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_village drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.villages v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION open.waterways_tile(zoom integer, x integer, y integer, day date) RETURNS TABLE(id bigint, name text, class text, geom public.geometry)
    LANGUAGE plpgsql STABLE STRICT ROWS 100 PARALLEL SAFE
    AS $$
declare
  tile constant geometry := st_tileenvelope(zoom, x, y);
  west constant double precision := st_xmin(tile);
  north constant double precision := st_ymax(tile);
  scale constant double precision := 4096 / (st_xmax(tile) - west);
  reach constant box := st_expand(tile, 64 / scale)::box3d::box;
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
begin
  return query
  select v.id, v.name, v.class, case when d.shape @ frame then d.shape else tile_cut(d.shape) end
    from (select drawing.feature_id, st_snaptogrid(st_transscale(drawing.geom, -west, -north, scale, -scale), 1) as shape
            from drawing_waterway drawing
           where drawing.zooms @> zoom and drawing.place && reach
             and drawing.valid_from <= day and day < drawing.valid_to
          offset 0) d
    join open.waterways v on v.id = d.feature_id
   where (v.valid_from is null or v.valid_from <= day) and (v.valid_to is null or day < v.valid_to)
   order by v.id;
end
$$;

CREATE FUNCTION public.drawing_cut(shape public.geometry, x0 integer, x1 integer, y0 integer, y1 integer) RETURNS TABLE(place public.geometry, geom public.geometry)
    LANGUAGE plpgsql IMMUTABLE ROWS 4 PARALLEL SAFE
    AS $$
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

CREATE FUNCTION public.drawing_pieces(shape public.geometry, zoom integer, vertices integer, depth integer DEFAULT 0, x integer DEFAULT 0, y integer DEFAULT 0) RETURNS TABLE(place box, geom public.geometry)
    LANGUAGE plpgsql IMMUTABLE ROWS 2 PARALLEL SAFE
    AS $$
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

CREATE FUNCTION public.drawing_tiles(shape public.geometry, zoom integer) RETURNS TABLE(place box, geom public.geometry)
    LANGUAGE plpgsql IMMUTABLE ROWS 4 PARALLEL SAFE
    AS $$
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

CREATE FUNCTION public.guard_audit_head() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'UPDATE' then
    if new.last_id = old.last_id + 1 and new.previous = old.hash then
      return new;
    end if;
  end if;
  raise exception '% only goes on', tg_table_name;
end $$;

CREATE FUNCTION public.guard_quality_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.closed_at is not null then
    raise exception 'quality_round % is closed', old.id;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

CREATE FUNCTION public.search_text(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, NORMALIZE(value, NFC)));

CREATE FUNCTION public.is_same_place(thing bigint, ref text, commune text, name text, ground public.geometry, other_thing bigint, other_ref text, other_commune text, other_name text, other_ground public.geometry) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (thing = other_thing) THEN true WHEN ((ref IS NOT NULL) AND (other_ref IS NOT NULL)) THEN ((ref = other_ref) AND ((commune = other_commune) OR public.st_dwithin((ground)::public.geography, (other_ground)::public.geography, (1)::double precision))) WHEN ((ref IS NULL) AND (other_ref IS NULL)) THEN ((public.search_text(name) = public.search_text(other_name)) AND public.st_dwithin((ground)::public.geography, (other_ground)::public.geography, (50)::double precision)) ELSE false END;

CREATE FUNCTION public.keep_quality_round() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'What a round found is only added to';
end
$$;

CREATE TABLE public.wifi_check (
    id bigint NOT NULL,
    site_id bigint NOT NULL,
    wish uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    reachable boolean NOT NULL,
    down_mbps double precision,
    up_mbps double precision,
    down_missing text,
    up_missing text,
    account_id bigint,
    network text,
    CONSTRAINT wifi_check_check CHECK (((down_mbps IS NULL) <> (down_missing IS NULL))),
    CONSTRAINT wifi_check_check1 CHECK (((up_mbps IS NULL) <> (up_missing IS NULL))),
    CONSTRAINT wifi_check_check2 CHECK ((reachable OR ((down_mbps IS NULL) AND (up_mbps IS NULL)))),
    CONSTRAINT wifi_check_down_mbps_check CHECK (((down_mbps > (0)::double precision) AND (down_mbps < 'Infinity'::double precision))),
    CONSTRAINT wifi_check_down_missing_check CHECK ((down_missing = ANY (ARRAY['unreachable'::text, 'not_measured'::text, 'interrupted'::text, 'busy'::text]))),
    CONSTRAINT wifi_check_up_mbps_check CHECK (((up_mbps > (0)::double precision) AND (up_mbps < 'Infinity'::double precision))),
    CONSTRAINT wifi_check_up_missing_check CHECK ((up_missing = ANY (ARRAY['unreachable'::text, 'not_measured'::text, 'interrupted'::text, 'busy'::text])))
);

CREATE FUNCTION public.last_wifi_check(site bigint, day date, known timestamp with time zone) RETURNS TABLE(check_id bigint, day date, at timestamp with time zone, recorded_at timestamp with time zone, reachable boolean)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT c.id,
     ((c.at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS timezone,
     c.at,
     c.recorded_at,
     c.reachable
    FROM public.wifi_check c
   WHERE ((c.site_id = last_wifi_check.site) AND (c.at < (((last_wifi_check.day + 1))::timestamp without time zone AT TIME ZONE 'Asia/Ho_Chi_Minh'::text)) AND (c.recorded_at <= last_wifi_check.known))
   ORDER BY c.at DESC, c.id DESC
  LIMIT 1;
END;

CREATE FUNCTION public.make_tile_layer(collection text, source text, properties text[]) RETURNS void
    LANGUAGE plpgsql
    AS $_$
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
$_$;

CREATE FUNCTION public.public_report_place(geom public.geometry, sensitive boolean) RETURNS public.geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (NOT sensitive) THEN geom ELSE (WITH step AS (SELECT ((200)::numeric / 110574.0) AS lat_deg), row_of AS (SELECT floor((public.st_y(public_report_place.geom) / (step.lat_deg)::double precision)) AS r, step.lat_deg FROM step), cell AS (SELECT row_of.r, row_of.lat_deg, ((row_of.lat_deg)::double precision / cos(radians(((row_of.r + (0.5)::double precision) * (row_of.lat_deg)::double precision)))) AS lng_deg FROM row_of) SELECT public.st_setsrid(public.st_makepoint(((floor((public.st_x(public_report_place.geom) / cell.lng_deg)) + (0.5)::double precision) * cell.lng_deg), ((cell.r + (0.5)::double precision) * (cell.lat_deg)::double precision)), 4326) AS st_setsrid FROM cell) END;

CREATE FUNCTION public.raise_houses_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into collection_version (collection) values ('cultural_houses')
      on conflict (collection) do update set version = collection_version.version + 1, changed_at = clock_timestamp();
  return null;
end
$$;

CREATE FUNCTION public.raise_reports_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into collection_version (collection) values ('reports')
      on conflict (collection) do update set version = collection_version.version + 1, changed_at = clock_timestamp();
  return null;
end
$$;

CREATE FUNCTION public.refresh_house_sites() RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  house record;
  found_id bigint;
begin
  -- What another commune's import took over and gave back, undone, is its own commune's again; what was changed by hand says
  -- nothing of the commune whose files speak of it.
  update house_site s set commune_code = back.commune_code
    from (select distinct on (r.commune_code, r.ref) r.commune_code, j.site_id
            from cultural_house r
            join house_site_row j on j.origin_id = r.origin_id
            join house_site t on t.id = j.site_id and t.ref = r.ref and t.commune_code is distinct from r.commune_code
           where r.known_to = 'infinity'
             and not exists (select from place_edit e where e.import_id = r.import_id)
             and not exists (
               select from house_site_row k join cultural_house o on o.origin_id = k.origin_id
                where k.site_id = t.id and o.known_to = 'infinity' and o.commune_code is not distinct from t.commune_code)
             and not exists (
               select from house_site o where o.ref = r.ref and o.commune_code is not distinct from r.commune_code)
           order by r.commune_code, r.ref, j.site_id) back
   where s.id = back.site_id;

  for house in
    select distinct on (r.origin_id) r.origin_id, r.commune_code, r.ref, r.name, r.geom, r.import_id
      from cultural_house r
     where r.known_to = 'infinity' and not exists (select from house_site_row s where s.origin_id = r.origin_id)
     order by r.origin_id
  loop
    -- What was changed by hand stays what it was, wherever it was moved.
    select s.site_id into found_id
      from place_edit e join house_site_row s on s.origin_id = e.thing
     where e.import_id = house.import_id;
    if found_id is not null then
      null;
    elsif house.ref is not null then
      select s.id into found_id from house_site s
       where s.commune_code is not distinct from house.commune_code and s.ref = house.ref;
      if found_id is null then
        -- Neighbours over a border may have one number: both are there on the same days.
        select s.id into found_id
          from cultural_house r
          join house_site_row j on j.origin_id = r.origin_id
          join house_site s on s.id = j.site_id and s.ref = house.ref
         where r.geom && st_expand(house.geom, 0.001) and r.ref = house.ref
           and st_dwithin(r.geom::geography, house.geom::geography, 50)
           and not exists (
             select from house_site_row k
               join cultural_house o on o.origin_id = k.origin_id and o.known_to = 'infinity'
               join cultural_house n on n.origin_id = house.origin_id and n.known_to = 'infinity'
              where k.site_id = s.id
                and daterange(o.valid_from, o.valid_to) && daterange(n.valid_from, n.valid_to))
         order by st_distance(r.geom::geography, house.geom::geography), s.id
         limit 1;
        update house_site set commune_code = house.commune_code where id = found_id;
      end if;
    else
      select s.id into found_id from house_site s
       where s.ref is null and search_text(s.name) = search_text(house.name)
         and st_dwithin(s.geom::geography, house.geom::geography, 50)
       order by st_distance(s.geom::geography, house.geom::geography), s.id
       limit 1;
    end if;
    if found_id is null then
      insert into house_site (commune_code, ref, name, geom)
      values (house.commune_code, house.ref, house.name, house.geom)
      returning id into found_id;
    end if;
    insert into house_site_row (origin_id, site_id) values (house.origin_id, found_id);
  end loop;
end
$$;

CREATE SEQUENCE public.feature_id
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.import (
    id bigint NOT NULL,
    collection text NOT NULL,
    title text NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    size_bytes bigint NOT NULL,
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    crs text,
    commune_code text,
    rows_in integer NOT NULL,
    rows_refused integer DEFAULT 0 NOT NULL,
    rows_repaired integer DEFAULT 0 NOT NULL,
    imported_by text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    undone_by text
);

CREATE TABLE public.relic (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(Geometry,4326) NOT NULL,
    name text NOT NULL,
    rank text,
    kind text,
    decision_number text,
    decision_date date,
    other_names text[],
    period text,
    condition text,
    opening text,
    manager text,
    manager_contact text,
    sources text,
    accuracy_m double precision,
    description text,
    description_author text,
    description_licence text,
    protected boolean,
    description_en text,
    CONSTRAINT relic_accuracy_m_check CHECK ((accuracy_m >= (0)::double precision)),
    CONSTRAINT relic_check CHECK ((valid_from < valid_to)),
    CONSTRAINT relic_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT relic_condition_check CHECK ((condition = ANY (ARRAY['good'::text, 'fair'::text, 'poor'::text, 'lost'::text]))),
    CONSTRAINT relic_rank_check CHECK ((rank = ANY (ARRAY['special_national'::text, 'national'::text, 'provincial'::text, 'inventory'::text])))
);

CREATE TABLE public.relic_site (
    id bigint NOT NULL,
    commune_code text,
    ref text,
    name text NOT NULL,
    protected boolean DEFAULT false NOT NULL
);

CREATE TABLE public.relic_site_row (
    origin_id bigint NOT NULL,
    site_id bigint NOT NULL
);

CREATE FUNCTION public.refresh_relic_protection() RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
 WITH today AS MATERIALIZED (
          SELECT ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS day
         ), standing AS MATERIALIZED (
          SELECT DISTINCT j.site_id
            FROM today,
             (public.relic r
              JOIN public.relic_site_row j ON ((j.origin_id = r.origin_id)))
           WHERE ((r.known_to = 'infinity'::timestamp with time zone) AND (r.valid_from <= today.day) AND (today.day < r.valid_to))
         )
  UPDATE public.relic_site s SET protected = told.protected
    FROM ( SELECT site.id,
             COALESCE(( SELECT r.protected
                    FROM ((public.relic_site_row j
                      JOIN public.relic r ON ((r.origin_id = j.origin_id)))
                      JOIN public.import i ON ((i.id = r.import_id)))
                   WHERE ((j.site_id = site.id) AND (r.protected IS NOT NULL) AND (i.undone_at IS NULL) AND (r.protected OR ((r.valid_from <= today.day) AND ((today.day < r.valid_to) OR (NOT (site.id IN ( SELECT standing.site_id
                            FROM standing)))))))
                   ORDER BY r.import_id DESC, r.valid_to DESC, r.id DESC
                  LIMIT 1), false) AS protected
            FROM public.relic_site site,
             today) told
   WHERE ((told.id = s.id) AND (told.protected <> s.protected));
END;

CREATE FUNCTION public.refresh_relic_sites() RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  higher integer := 0;
begin
  insert into relic_site (commune_code, ref, name)
  select distinct on (commune_code, ref, case when ref is null then search_text(name) end) commune_code, ref, name
    from relic_row_unnamed
   order by commune_code, ref, case when ref is null then search_text(name) end, origin_id
  on conflict do nothing;

  insert into relic_site_row (origin_id, site_id)
  select u.origin_id, s.id
    from relic_row_unnamed u
    join relic_site s on s.commune_code is not distinct from u.commune_code
     and (s.ref = u.ref or (s.ref is null and u.ref is null and search_text(s.name) = search_text(u.name)));

  update relic_site s set name = latest.name
    from (select distinct on (j.site_id) j.site_id, r.name
            from relic r join relic_site_row j on j.origin_id = r.origin_id
           where r.known_to = 'infinity'
           order by j.site_id, r.valid_to desc, r.valid_from desc, r.id desc) latest
   where latest.site_id = s.id and s.name <> latest.name
     and (s.ref is not null or search_text(s.name) = search_text(latest.name));

  update relic_slug g set position = default
    from relic_site_wanting w
   where g.site_id = w.id and g.base = w.base
     and g.position = (select max(position) from relic_slug other where other.site_id = w.id and other.base = w.base);

  while exists (select from relic_site_wanting) loop
    insert into relic_slug (slug, base, site_id)
    select base || case when number > 1 then '-' || number else '' end, base, id
      from (select w.id, w.base, row_number() over (partition by w.base order by w.id) + coalesce(t.count, 0) + higher as number
              from relic_site_wanting w left join (select base, count(*) from relic_slug group by base) t using (base)) numbered
    on conflict (slug) do nothing;
    higher := higher + 1;
  end loop;
end
$$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

CREATE FUNCTION public.relic_cell(geom public.geometry) RETURNS public.geometry
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (WITH step AS (SELECT ((500)::numeric / 110574.0) AS lat_deg, public.st_pointonsurface(relic_cell.geom) AS at), row_of AS (SELECT floor((public.st_y(step.at) / (step.lat_deg)::double precision)) AS r, step.lat_deg, step.at FROM step), cell AS (SELECT row_of.r, row_of.lat_deg, ((row_of.lat_deg)::double precision / cos(radians(((row_of.r + (0.5)::double precision) * (row_of.lat_deg)::double precision)))) AS lng_deg, row_of.at FROM row_of), column_of AS (SELECT cell.r, cell.lat_deg, cell.lng_deg, floor((public.st_x(cell.at) / cell.lng_deg)) AS c FROM cell) SELECT public.st_makeenvelope((column_of.c * column_of.lng_deg), (column_of.r * (column_of.lat_deg)::double precision), ((column_of.c + (1)::double precision) * column_of.lng_deg), ((column_of.r + (1)::double precision) * (column_of.lat_deg)::double precision), 4326) AS st_makeenvelope FROM column_of);

CREATE SEQUENCE public.relic_medium
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.relic_media (
    id bigint NOT NULL,
    medium_id bigint DEFAULT nextval('public.relic_medium'::regclass) NOT NULL,
    site_id bigint NOT NULL,
    kind text NOT NULL,
    "position" integer NOT NULL,
    alt_vi text NOT NULL,
    alt_en text,
    author text NOT NULL,
    licence text NOT NULL,
    sha256 bytea NOT NULL,
    public_sha256 bytea,
    thumb_sha256 bytea,
    width integer,
    height integer,
    valid_from date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    caption_vi text,
    caption_en text,
    taken_on date,
    transcript_vi text,
    transcript_en text,
    poster_sha256 bytea,
    poster_of bytea,
    CONSTRAINT relic_media_alt_en_check CHECK ((alt_en ~ '\S'::text)),
    CONSTRAINT relic_media_alt_vi_check CHECK ((alt_vi ~ '\S'::text)),
    CONSTRAINT relic_media_author_check CHECK ((author ~ '\S'::text)),
    CONSTRAINT relic_media_caption_en_check CHECK ((caption_en ~ '\S'::text)),
    CONSTRAINT relic_media_caption_vi_check CHECK ((caption_vi ~ '\S'::text)),
    CONSTRAINT relic_media_check CHECK ((valid_from < valid_to)),
    CONSTRAINT relic_media_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT relic_media_heard_and_read CHECK (((kind <> 'audio'::text) OR (public_sha256 IS NULL) OR (transcript_vi IS NOT NULL))),
    CONSTRAINT relic_media_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'audio'::text, 'document'::text, 'panorama'::text, 'model'::text]))),
    CONSTRAINT relic_media_licence_check CHECK ((licence ~ '\S'::text)),
    CONSTRAINT relic_media_licence_check1 CHECK ((licence = ANY (ARRAY['CC0 1.0'::text, 'CC BY 4.0'::text, 'CC BY-SA 4.0'::text, 'permission'::text]))),
    CONSTRAINT relic_media_poster_of_check CHECK ((length(poster_of) = 32)),
    CONSTRAINT relic_media_poster_sha256_check CHECK ((length(poster_sha256) = 32)),
    CONSTRAINT relic_media_public_sha256_check CHECK ((length(public_sha256) = 32)),
    CONSTRAINT relic_media_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT relic_media_thumb_sha256_check CHECK ((length(thumb_sha256) = 32)),
    CONSTRAINT relic_media_transcript_en_check CHECK ((transcript_en ~ '\S'::text)),
    CONSTRAINT relic_media_transcript_vi_check CHECK ((transcript_vi ~ '\S'::text))
);

CREATE TABLE public.relic_slug (
    slug text NOT NULL,
    base text NOT NULL,
    site_id bigint NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT relic_slug_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

CREATE FUNCTION public.relic_scores(day date, known timestamp with time zone) RETURNS TABLE(site_id bigint, import_id bigint, feature_id bigint, commune_code text, geom public.geometry, decided boolean, placed boolean, images bigint, pictured boolean, described boolean, more boolean, addressed boolean, archived boolean, score integer, media_from date, media_known_from timestamp with time zone, media_sha256 text)
    LANGUAGE sql STABLE PARALLEL SAFE
    BEGIN ATOMIC
 WITH relics AS (
          SELECT DISTINCT ON (j.site_id) j.site_id,
             r.id,
             r.origin,
             r.origin_id,
             r.import_id,
             r.row_number,
             r.ref,
             r.commune_code,
             r.valid_from,
             r.valid_to,
             r.known_from,
             r.known_to,
             r.geom,
             r.name,
             r.rank,
             r.kind,
             r.decision_number,
             r.decision_date,
             r.other_names,
             r.period,
             r.condition,
             r.opening,
             r.manager,
             r.manager_contact,
             r.sources,
             r.accuracy_m,
             r.description,
             r.description_author,
             r.description_licence,
             r.protected
            FROM (public.relic r
              JOIN public.relic_site_row j ON ((j.origin_id = r.origin_id)))
           WHERE ((r.valid_from <= relic_scores.day) AND (relic_scores.day < r.valid_to) AND (r.known_from <= relic_scores.known) AND ((relic_scores.known < r.known_to) OR (r.known_to = 'infinity'::timestamp with time zone)))
           ORDER BY j.site_id, r.id DESC
         ), media AS (
          SELECT m.site_id,
             max(m.valid_from) AS valid_from,
             max(m.known_from) AS known_from,
             encode(sha256(string_agg(m.sha256, '\x'::bytea ORDER BY m.medium_id)), 'hex'::text) AS sha256,
             count(*) FILTER (WHERE ((m.kind = 'image'::text) AND (((m.width)::bigint * m.height) >= 950000))) AS images,
             bool_or((m.kind <> 'image'::text)) AS more
            FROM public.relic_media m
           WHERE ((m.valid_from <= relic_scores.day) AND (relic_scores.day < m.valid_to) AND (m.known_from <= relic_scores.known) AND ((relic_scores.known < m.known_to) OR (m.known_to = 'infinity'::timestamp with time zone)))
           GROUP BY m.site_id
         ), told AS (
          SELECT r.site_id,
             r.import_id,
             r.id AS feature_id,
             r.commune_code,
             r.geom,
             ((r.rank IS NOT NULL) AND (r.decision_number IS NOT NULL) AND (r.decision_date IS NOT NULL)) AS decided,
             (r.accuracy_m IS NOT NULL) AS placed,
             COALESCE(m.images, (0)::bigint) AS images,
             (COALESCE(m.images, (0)::bigint) >= 5) AS pictured,
             COALESCE((r.description ~ '\S'::text), false) AS described,
             COALESCE(m.more, false) AS more,
             (EXISTS ( SELECT
                    FROM public.relic_slug g
                   WHERE (g.site_id = r.site_id))) AS addressed,
             (m.sha256 IS NOT NULL) AS archived,
             m.valid_from AS media_from,
             m.known_from AS media_known_from,
             m.sha256
            FROM (relics r
              LEFT JOIN media m ON ((m.site_id = r.site_id)))
         )
  SELECT t.site_id,
     t.import_id,
     t.feature_id,
     t.commune_code,
     t.geom,
     t.decided,
     t.placed,
     t.images,
     t.pictured,
     t.described,
     t.more,
     t.addressed,
     t.archived,
     (((((((t.decided)::integer + (t.placed)::integer) + (t.pictured)::integer) + (t.described)::integer) + (t.more)::integer) + (t.addressed)::integer) + (t.archived)::integer),
     t.media_from,
     t.media_known_from,
     t.sha256
    FROM told t;
END;

CREATE FUNCTION public.relic_slug_base(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT CASE WHEN (made.words = ANY (ARRAY['tuyen'::text, 'doi-tuong'::text])) THEN ('di-tich-'::text || made.words) ELSE made.words END AS words FROM (SELECT COALESCE(NULLIF(TRIM(BOTH '-'::text FROM regexp_replace("left"((regexp_replace(public.search_text(relic_slug_base.name), '[^a-z0-9]+'::text, '-'::text, 'g'::text) || '-'::text), 61), '-[^-]*$'::text, ''::text)), ''::text), 'di-tich'::text) AS words) made);

CREATE FUNCTION public.report_family(root uuid) RETURNS TABLE(id uuid)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  with recursive family as (
    select $1 as id
    union
    select merged.id
      from family f
     cross join lateral (select r.id from report r where r.duplicate_of = f.id offset 0) merged
  )
  select id from family $_$;

CREATE FUNCTION public.report_title(number text, said text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (number || COALESCE((' · '::text || "left"(said, 90)), ''::text));

CREATE FUNCTION public.report_witnesses(root uuid) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  select (count(distinct f.id) - 1 + count(c.code_hash))::integer
    from report_family($1) f
    left join report_code c on c.report_id = f.id and c.kind = 'witness' $_$;

CREATE FUNCTION public.require_import() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if exists (select import_id from added except select id from import) then
    raise foreign_key_violation using message = format('%s: import_id is no import', tg_table_name);
  end if;
  return null;
end
$$;

CREATE FUNCTION public.tile_cut(shape public.geometry) RETURNS public.geometry
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
declare
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
  g constant geometry := st_collectionextract(
    st_snaptogrid(st_translate(st_clipbybox2d(shape, frame), 1e-6, 1e-6), 1), st_dimension(shape) + 1);
begin
  return case when st_isempty(g) then null when st_dimension(g) = 2 then st_forcepolygonccw(g) else g end;
end
$$;

CREATE TABLE public.village (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    population integer,
    households integer,
    predecessor text,
    provisional boolean DEFAULT false NOT NULL,
    CONSTRAINT village_check CHECK ((valid_from < valid_to)),
    CONSTRAINT village_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT village_households_check CHECK ((households >= 0)),
    CONSTRAINT village_population_check CHECK ((population >= 0))
);

CREATE FUNCTION public.village_register_withheld(asked public.village) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  select coalesce(coalesce(nullif(asked.households, 0), asked.population) < 5, asked.households = 0, false)
      or exists (
        select from village other
         where other.commune_code = asked.commune_code and other.known_to = 'infinity'
           and coalesce(nullif(other.households, 0), other.population) between 1 and 4)
     and exists (
        select
          from (select asked.valid_from as day
                union
                select other.valid_from
                  from village other
                 where other.commune_code = asked.commune_code and other.known_to = 'infinity'
                   and asked.valid_from < other.valid_from and other.valid_from < asked.valid_to) change
         cross join lateral (
           select count(*) as villages, sum(size) as households, min(size) as fewest
             from (select other.code, coalesce(nullif(other.households, 0), other.population) as size
                     from village other
                    where other.commune_code = asked.commune_code and other.known_to = 'infinity'
                      and other.valid_from <= change.day and change.day < other.valid_to) sized
            where size > 0
              and (size, code collate "C") < (coalesce(nullif(asked.households, 0), asked.population), asked.code collate "C")
         ) smaller
         where smaller.fewest < 5 and (smaller.villages = 1 or smaller.households < 5))
$$;

CREATE FUNCTION public.wifi_is_checked(file_day date, check_day date, reachable boolean, day date, days integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(CASE WHEN (check_day >= COALESCE(CASE WHEN (file_day <= day) THEN file_day ELSE NULL::date END, '-infinity'::date)) THEN (reachable AND (check_day >= (day - days))) ELSE ((file_day <= day) AND (file_day >= (day - days))) END, false);

CREATE FUNCTION staff.may_read_contacts(account_id bigint, report_id uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  with recursive way as (
    select r.id, r.duplicate_of, r.unit_id, r.commune_code, r.category_code from report r where r.id = $2
    union
    select r.id, r.duplicate_of, r.unit_id, r.commune_code, r.category_code
      from way join report r on r.id = way.duplicate_of
  )
  select exists (
    select from staff.reports_of($1) seen
      join way handled on handled.duplicate_of is null
      join account a on a.id = $1 and a.role in ('officer', 'leader')
      left join category_unit g on g.commune_code = handled.commune_code and g.category_code = handled.category_code
     where seen.id = $2 and a.unit_id = coalesce(handled.unit_id, g.unit_id)) $_$;

CREATE TABLE public.report_contact (
    report_id uuid NOT NULL,
    code_hash bytea,
    name text,
    phone text,
    email text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE FUNCTION staff.report_contacts_of(account_id bigint, report_id uuid) RETURNS SETOF public.report_contact
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  select contact.*
    from report_family($2) f
    join report_contact contact on contact.report_id = f.id
   where staff.may_read_contacts($1, $2) $_$;

CREATE TABLE public.report (
    id uuid NOT NULL,
    seq bigint NOT NULL,
    number text NOT NULL,
    commune_code text,
    village_code text,
    category_code text NOT NULL,
    sensitive boolean NOT NULL,
    urgent boolean NOT NULL,
    state text DEFAULT 'new'::text NOT NULL,
    description text,
    public_text text,
    geom public.geometry(Point,4326) NOT NULL,
    measured_geom public.geometry(Point,4326),
    accuracy_m double precision,
    place_from text NOT NULL,
    observed_at timestamp with time zone,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    channel text NOT NULL,
    taken_in_by bigint,
    unit_id bigint,
    assignee_id bigint,
    receive_due_at timestamp with time zone,
    resolve_due_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    waiting_since timestamp with time zone,
    paused_minutes integer DEFAULT 0 NOT NULL,
    resolved_at timestamp with time zone,
    closed_at timestamp with time zone,
    reopened_at timestamp with time zone,
    reason text,
    handed_to text,
    duplicate_of uuid,
    approved_at timestamp with time zone,
    approved_by bigint,
    result_approved_at timestamp with time zone,
    foreign_system text,
    foreign_id text,
    version integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT report_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'staff'::text, 'desk'::text, 'phone_call'::text, 'open311'::text, 'demo'::text]))),
    CONSTRAINT report_check CHECK (((state = 'duplicate'::text) = (duplicate_of IS NOT NULL))),
    CONSTRAINT report_check1 CHECK (((state <> 'out_of_scope'::text) OR (handed_to IS NOT NULL))),
    CONSTRAINT report_check2 CHECK (((state <> 'closed_unresolved'::text) OR (reason IS NOT NULL))),
    CONSTRAINT report_place_from_check CHECK ((place_from = ANY (ARRAY['gps'::text, 'photo'::text, 'map'::text]))),
    CONSTRAINT report_state_check CHECK ((state = ANY (ARRAY['new'::text, 'received'::text, 'assigned'::text, 'in_progress'::text, 'waiting_for_reporter'::text, 'resolved'::text, 'closed'::text, 'closed_unresolved'::text, 'duplicate'::text, 'out_of_scope'::text])))
);

CREATE FUNCTION staff.reports_of(account_id bigint) RETURNS SETOF public.report
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
  select r.*
    from report r
    join account a on a.id = $1 and a.disabled_at is null
   where case a.role
           when 'field' then r.taken_in_by = a.id or r.assignee_id = a.id
           when 'officer' then r.unit_id = a.unit_id
             or (r.unit_id is null
                 and exists (select from category_unit g
                              where g.commune_code = r.commune_code and g.category_code = r.category_code
                                and g.unit_id = a.unit_id))
           when 'leader' then a.commune_code is null or r.commune_code = a.commune_code
           else false
         end $_$;

CREATE TABLE public.building (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    name text,
    class text,
    levels integer,
    CONSTRAINT building_check CHECK ((valid_from < valid_to)),
    CONSTRAINT building_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT building_levels_check CHECK ((levels >= 0))
);

CREATE VIEW open.buildings AS
 SELECT building.id,
    building.name,
    building.class,
    building.levels,
    NULLIF(building.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(building.valid_to, 'infinity'::date) AS valid_to,
    building.geom
   FROM public.building
  WHERE (building.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.camera (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(Point,4326) NOT NULL,
    place text NOT NULL,
    owner text NOT NULL,
    purpose text NOT NULL,
    contact text,
    state text,
    azimuth_deg double precision,
    view_deg double precision,
    range_m double precision,
    model text,
    notice text,
    last_checked_on date,
    CONSTRAINT camera_azimuth_deg_check CHECK (((azimuth_deg >= (0)::double precision) AND (azimuth_deg < (360)::double precision))),
    CONSTRAINT camera_check CHECK ((valid_from < valid_to)),
    CONSTRAINT camera_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT camera_range_m_check CHECK ((range_m > (0)::double precision)),
    CONSTRAINT camera_state_check CHECK ((state = ANY (ARRAY['working'::text, 'broken'::text, 'unknown'::text]))),
    CONSTRAINT camera_view_deg_check CHECK (((view_deg > (0)::double precision) AND (view_deg <= (360)::double precision)))
);

CREATE VIEW open.cameras AS
 SELECT camera.id,
    camera.place,
    camera.owner,
    camera.purpose,
    camera.contact,
    NULLIF(camera.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(camera.valid_to, 'infinity'::date) AS valid_to,
    camera.geom,
    camera.notice
   FROM public.camera
  WHERE (camera.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.cell_site (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(Point,4326) NOT NULL,
    operator text NOT NULL,
    technologies text[] NOT NULL,
    name text,
    height_m double precision,
    hardened boolean,
    CONSTRAINT cell_site_check CHECK ((valid_from < valid_to)),
    CONSTRAINT cell_site_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT cell_site_height_m_check CHECK ((height_m >= (0)::double precision))
);

CREATE VIEW open.cell_sites AS
 SELECT cell_site.id,
    cell_site.operator,
    cell_site.technologies,
    cell_site.name,
    cell_site.height_m,
    cell_site.hardened,
    NULLIF(cell_site.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(cell_site.valid_to, 'infinity'::date) AS valid_to,
    cell_site.geom
   FROM public.cell_site
  WHERE (cell_site.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.commune (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiPolygon,4326),
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'xã'::text NOT NULL,
    province text,
    illustration boolean DEFAULT false NOT NULL,
    CONSTRAINT commune_check CHECK ((valid_from < valid_to)),
    CONSTRAINT commune_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT commune_code_check CHECK ((code ~ '^[0-9]{5}$'::text))
);

CREATE TABLE public.plan (
    commune_code text NOT NULL,
    year integer NOT NULL,
    level text NOT NULL,
    village_kind text,
    vn2000_srid integer NOT NULL,
    note text,
    note_en text
);

CREATE TABLE public.premises (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(Point,4326) NOT NULL,
    residents integer,
    households integer DEFAULT 1 NOT NULL,
    kind text DEFAULT 'household'::text NOT NULL,
    max_down_mbps double precision,
    fibre text,
    provider text,
    CONSTRAINT premises_check CHECK ((valid_from < valid_to)),
    CONSTRAINT premises_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT premises_fibre_check CHECK ((fibre = ANY (ARRAY['yes'::text, 'no'::text]))),
    CONSTRAINT premises_households_check CHECK ((households >= 0)),
    CONSTRAINT premises_kind_check CHECK ((kind = ANY (ARRAY['household'::text, 'business'::text]))),
    CONSTRAINT premises_max_down_mbps_check CHECK ((max_down_mbps >= (0)::double precision)),
    CONSTRAINT premises_residents_check CHECK ((residents >= 0))
);

CREATE TABLE public.target (
    id bigint NOT NULL,
    commune_code text NOT NULL,
    indicator_code text NOT NULL,
    year integer NOT NULL,
    quarter integer,
    comparator text NOT NULL,
    value double precision NOT NULL,
    stretch double precision,
    lead_unit text,
    source_row text,
    note text,
    note_en text,
    known_from timestamp with time zone DEFAULT date_trunc('milliseconds'::text, now()) NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    CONSTRAINT target_check CHECK ((known_from < known_to)),
    CONSTRAINT target_comparator_check CHECK ((comparator = ANY (ARRAY['>='::text, '='::text]))),
    CONSTRAINT target_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
);

CREATE VIEW open.commune_holdings AS
 SELECT c.id AS commune_id,
    c.code,
    (EXISTS ( SELECT
           FROM public.premises p
          WHERE ((p.known_to = 'infinity'::timestamp with time zone) AND (p.geom OPERATOR(public.&&) c.geom) AND public.st_covers(c.geom, p.geom)))) AS premises,
    ( SELECT count(DISTINCT t.indicator_code) AS count
           FROM public.target t
          WHERE ((t.commune_code = c.code) AND (t.known_to = 'infinity'::timestamp with time zone))) AS targets,
    ( SELECT pl.year
           FROM public.plan pl
          WHERE (pl.commune_code = c.code)) AS plan_year
   FROM public.commune c
  WHERE (c.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW open.communes AS
 SELECT commune.id,
    commune.code,
    commune.name,
    commune.kind,
    commune.province,
    commune.illustration,
    NULLIF(commune.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(commune.valid_to, 'infinity'::date) AS valid_to,
    commune.geom
   FROM public.commune
  WHERE (commune.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.coverage_claim (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    delivery_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    operator text NOT NULL,
    technology text NOT NULL,
    resolution_m double precision DEFAULT 100 NOT NULL,
    level text,
    method text DEFAULT 'declared'::text NOT NULL,
    CONSTRAINT coverage_claim_check CHECK ((valid_from < valid_to)),
    CONSTRAINT coverage_claim_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT coverage_claim_method_check CHECK ((method = ANY (ARRAY['declared'::text, 'model'::text, 'measured'::text]))),
    CONSTRAINT coverage_claim_resolution_m_check CHECK ((resolution_m >= (0)::double precision)),
    CONSTRAINT coverage_claim_technology_check CHECK ((technology = ANY (ARRAY['4G'::text, '5G'::text])))
);

CREATE VIEW open.coverage_claims AS
 SELECT coverage_claim.id,
    coverage_claim.operator,
    coverage_claim.technology,
    coverage_claim.resolution_m,
    coverage_claim.level,
    coverage_claim.method,
    coverage_claim.delivery_id,
    NULLIF(coverage_claim.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(coverage_claim.valid_to, 'infinity'::date) AS valid_to,
    coverage_claim.geom
   FROM public.coverage_claim
  WHERE (coverage_claim.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.cultural_house (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(Point,4326) NOT NULL,
    name text NOT NULL,
    wifi text DEFAULT 'unknown'::text NOT NULL,
    wifi_checked_on date,
    provider text,
    CONSTRAINT cultural_house_check CHECK ((valid_from < valid_to)),
    CONSTRAINT cultural_house_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT cultural_house_wifi_check CHECK ((wifi = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])))
);

CREATE TABLE public.house_site_row (
    origin_id bigint NOT NULL,
    site_id bigint NOT NULL
);

CREATE VIEW open.cultural_houses AS
 SELECT h.id,
    h.name,
    h.wifi,
    GREATEST(h.wifi_checked_on, l.day) AS wifi_checked_on,
    h.provider,
    NULLIF(h.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(h.valid_to, 'infinity'::date) AS valid_to,
    h.geom,
    ((i.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS wifi_declared_on,
        CASE
            WHEN (l.day >= COALESCE(h.wifi_checked_on, '-infinity'::date)) THEN l.reachable
            WHEN (h.wifi_checked_on IS NOT NULL) THEN
            CASE h.wifi
                WHEN 'yes'::text THEN true
                WHEN 'no'::text THEN false
                ELSE NULL::boolean
            END
            ELSE NULL::boolean
        END AS wifi_reachable,
    ((m.at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS wifi_measured_on,
    m.down_mbps AS wifi_down_mbps,
    m.up_mbps AS wifi_up_mbps
   FROM ((((public.cultural_house h
     JOIN public.import i ON ((i.id = h.import_id)))
     LEFT JOIN public.house_site_row s ON ((s.origin_id = h.origin_id)))
     LEFT JOIN LATERAL public.last_wifi_check(s.site_id, (h.valid_to - 1), 'infinity'::timestamp with time zone) l(check_id, day, at, recorded_at, reachable) ON (true))
     LEFT JOIN LATERAL ( SELECT c.at,
            c.down_mbps,
            c.up_mbps
           FROM public.wifi_check c
          WHERE ((c.site_id = s.site_id) AND ((c.down_mbps IS NOT NULL) OR (c.up_mbps IS NOT NULL)) AND (c.at < ((h.valid_to)::timestamp without time zone AT TIME ZONE 'Asia/Ho_Chi_Minh'::text)))
          ORDER BY c.at DESC, c.id DESC
         LIMIT 1) m ON (true))
  WHERE (h.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.fibre_line (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiLineString,4326) NOT NULL,
    operator text NOT NULL,
    name text,
    CONSTRAINT fibre_line_check CHECK ((valid_from < valid_to)),
    CONSTRAINT fibre_line_check1 CHECK ((known_from <= known_to))
);

CREATE VIEW open.fibre_lines AS
 SELECT fibre_line.id,
    fibre_line.operator,
    fibre_line.name,
    NULLIF(fibre_line.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(fibre_line.valid_to, 'infinity'::date) AS valid_to,
    fibre_line.geom
   FROM public.fibre_line
  WHERE (fibre_line.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.fixed_service (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    provider text NOT NULL,
    down_mbps double precision NOT NULL,
    technology text,
    CONSTRAINT fixed_service_check CHECK ((valid_from < valid_to)),
    CONSTRAINT fixed_service_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT fixed_service_down_mbps_check CHECK ((down_mbps > (0)::double precision))
);

CREATE VIEW open.fixed_services AS
 SELECT fixed_service.id,
    fixed_service.provider,
    fixed_service.down_mbps,
    fixed_service.technology,
    NULLIF(fixed_service.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(fixed_service.valid_to, 'infinity'::date) AS valid_to,
    fixed_service.geom
   FROM public.fixed_service
  WHERE (fixed_service.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW open.house_places AS
 SELECT j.site_id,
    r.commune_code,
    r.id AS feature_id,
    r.name,
    r.wifi,
    r.wifi_checked_on,
    r.provider,
    i.title AS declared_by,
    i.published_at AS declared_at,
    NULLIF(r.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(r.valid_to, 'infinity'::date) AS valid_to,
    r.geom
   FROM ((public.cultural_house r
     JOIN public.house_site_row j ON ((j.origin_id = r.origin_id)))
     JOIN public.import i ON ((i.id = r.import_id)))
  WHERE (r.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW open.house_wifi_checks AS
 SELECT wifi_check.id,
    wifi_check.site_id,
    wifi_check.at,
    wifi_check.reachable,
    wifi_check.down_mbps,
    wifi_check.up_mbps,
    wifi_check.down_missing,
    wifi_check.up_missing,
    (wifi_check.account_id IS NULL) AS by_key
   FROM public.wifi_check;

CREATE TABLE public.institution (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(Point,4326) NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    line_mbps double precision,
    line_checked_on date,
    CONSTRAINT institution_check CHECK ((valid_from < valid_to)),
    CONSTRAINT institution_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT institution_kind_check CHECK ((kind = ANY (ARRAY['office'::text, 'school'::text, 'health'::text]))),
    CONSTRAINT institution_line_mbps_check CHECK ((line_mbps >= (0)::double precision))
);

CREATE VIEW open.institutions AS
 SELECT institution.id,
    institution.name,
    institution.kind,
    institution.line_mbps,
    institution.line_checked_on,
    NULLIF(institution.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(institution.valid_to, 'infinity'::date) AS valid_to,
    institution.geom
   FROM public.institution
  WHERE (institution.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.land_use (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    name text,
    class text,
    CONSTRAINT land_use_check CHECK ((valid_from < valid_to)),
    CONSTRAINT land_use_check1 CHECK ((known_from <= known_to))
);

CREATE VIEW open.land_uses AS
 SELECT land_use.id,
    land_use.name,
    land_use.class,
    NULLIF(land_use.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(land_use.valid_to, 'infinity'::date) AS valid_to,
    land_use.geom
   FROM public.land_use
  WHERE (land_use.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.media (
    sha256 bytea NOT NULL,
    stored_sha256 bytea NOT NULL,
    kind text NOT NULL,
    mime text NOT NULL,
    size_bytes bigint NOT NULL,
    width integer,
    height integer,
    duration_s double precision,
    open boolean DEFAULT false NOT NULL,
    made_of bytea,
    variant text DEFAULT 'original'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    checked_at timestamp with time zone,
    damaged_at timestamp with time zone,
    CONSTRAINT media_check CHECK (((NOT open) OR (variant <> 'original'::text))),
    CONSTRAINT media_check1 CHECK (((made_of IS NULL) = (variant = 'original'::text))),
    CONSTRAINT media_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'audio'::text, 'model'::text]))),
    CONSTRAINT media_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT media_stored_sha256_check CHECK ((length(stored_sha256) = 32)),
    CONSTRAINT media_variant_check CHECK ((variant = ANY (ARRAY['original'::text, 'picture'::text, 'thumbnail'::text, 'sound'::text, 'tiles'::text, 'model'::text])))
);

CREATE VIEW open.media AS
 SELECT media.sha256,
    media.stored_sha256,
    media.mime,
    media.size_bytes
   FROM public.media
  WHERE media.open;

CREATE TABLE public.operator (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    name text NOT NULL,
    technologies text[] NOT NULL,
    CONSTRAINT operator_check CHECK ((valid_from < valid_to)),
    CONSTRAINT operator_check1 CHECK ((known_from <= known_to))
);

CREATE VIEW open.operators AS
 SELECT operator.id,
    operator.commune_code,
    operator.name,
    operator.technologies,
    NULLIF(operator.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(operator.valid_to, 'infinity'::date) AS valid_to
   FROM public.operator
  WHERE (operator.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.place_edit (
    import_id bigint NOT NULL,
    thing bigint,
    account_id bigint NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    wish uuid,
    CONSTRAINT place_edit_action_check CHECK ((action = ANY (ARRAY['create'::text, 'change'::text, 'end'::text, 'restore'::text]))),
    CONSTRAINT place_edit_check CHECK (((thing IS NULL) = (action = 'create'::text))),
    CONSTRAINT place_edit_reason_check CHECK ((reason ~ '\S'::text))
);

CREATE SEQUENCE public.place_medium
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.place_media (
    id bigint NOT NULL,
    medium_id bigint DEFAULT nextval('public.place_medium'::regclass) NOT NULL,
    collection text NOT NULL,
    row_id bigint NOT NULL,
    "position" integer NOT NULL,
    alt_vi text NOT NULL,
    alt_en text,
    caption_vi text,
    caption_en text,
    author text NOT NULL,
    licence text NOT NULL,
    taken_on date,
    sha256 bytea NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    public_sha256 bytea,
    thumb_sha256 bytea,
    account_id bigint NOT NULL,
    action text NOT NULL,
    reason text,
    valid_from date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    CONSTRAINT place_media_action_check CHECK ((action = ANY (ARRAY['add'::text, 'change'::text, 'order'::text, 'withdraw'::text]))),
    CONSTRAINT place_media_alt_en_check CHECK ((alt_en ~ '\S'::text)),
    CONSTRAINT place_media_alt_vi_check CHECK ((alt_vi ~ '\S'::text)),
    CONSTRAINT place_media_author_check CHECK ((author ~ '\S'::text)),
    CONSTRAINT place_media_cameras_hidden CHECK (((collection <> 'cameras'::text) OR ((public_sha256 IS NULL) AND (thumb_sha256 IS NULL)))),
    CONSTRAINT place_media_caption_en_check CHECK ((caption_en ~ '\S'::text)),
    CONSTRAINT place_media_caption_vi_check CHECK ((caption_vi ~ '\S'::text)),
    CONSTRAINT place_media_check CHECK ((valid_from <= valid_to)),
    CONSTRAINT place_media_check1 CHECK ((known_from <= known_to)),
    CONSTRAINT place_media_check2 CHECK (((reason IS NULL) = (action <> 'withdraw'::text))),
    CONSTRAINT place_media_collection_check CHECK ((collection = ANY (ARRAY['cultural_houses'::text, 'institutions'::text, 'cell_sites'::text, 'cameras'::text, 'villages'::text]))),
    CONSTRAINT place_media_licence_check CHECK ((licence = ANY (ARRAY['CC0 1.0'::text, 'CC BY 4.0'::text, 'CC BY-SA 4.0'::text, 'permission'::text]))),
    CONSTRAINT place_media_public_sha256_check CHECK ((length(public_sha256) = 32)),
    CONSTRAINT place_media_reason_check CHECK ((reason ~ '\S'::text)),
    CONSTRAINT place_media_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT place_media_thumb_sha256_check CHECK ((length(thumb_sha256) = 32))
);

CREATE VIEW public.place_photo_feature AS
 WITH photo AS (
         SELECT DISTINCT place_media.collection,
            place_media.row_id
           FROM public.place_media
          WHERE (place_media.known_to = 'infinity'::timestamp with time zone)
        )
 SELECT 'cultural_houses'::text AS collection,
    m.row_id,
    f.id AS feature_id
   FROM ((((photo m
     JOIN public.cultural_house t ON ((t.id = m.row_id)))
     JOIN public.house_site_row ts ON ((ts.origin_id = t.origin_id)))
     JOIN public.house_site_row fs ON ((fs.site_id = ts.site_id)))
     JOIN public.cultural_house f ON (((f.origin_id = fs.origin_id) AND (f.known_to = 'infinity'::timestamp with time zone))))
  WHERE (m.collection = 'cultural_houses'::text)
UNION ALL
 SELECT 'institutions'::text AS collection,
    m.row_id,
    f.id AS feature_id
   FROM ((((photo m
     JOIN public.institution t ON ((t.id = m.row_id)))
     LEFT JOIN public.place_edit te ON ((te.import_id = t.import_id)))
     CROSS JOIN public.institution f)
     LEFT JOIN public.place_edit fe ON ((fe.import_id = f.import_id)))
  WHERE ((m.collection = 'institutions'::text) AND (f.known_to = 'infinity'::timestamp with time zone) AND public.is_same_place(COALESCE(te.thing, t.origin_id), t.ref, t.commune_code, t.name, t.geom, COALESCE(fe.thing, f.origin_id), f.ref, f.commune_code, f.name, f.geom))
UNION ALL
 SELECT 'cell_sites'::text AS collection,
    m.row_id,
    f.id AS feature_id
   FROM ((((photo m
     JOIN public.cell_site t ON ((t.id = m.row_id)))
     LEFT JOIN public.place_edit te ON ((te.import_id = t.import_id)))
     CROSS JOIN public.cell_site f)
     LEFT JOIN public.place_edit fe ON ((fe.import_id = f.import_id)))
  WHERE ((m.collection = 'cell_sites'::text) AND (f.known_to = 'infinity'::timestamp with time zone) AND (f.operator = t.operator) AND public.is_same_place(COALESCE(te.thing, t.origin_id), t.ref, t.commune_code, COALESCE(t.name, ''::text), t.geom, COALESCE(fe.thing, f.origin_id), f.ref, f.commune_code, COALESCE(f.name, ''::text), f.geom))
UNION ALL
 SELECT 'cameras'::text AS collection,
    m.row_id,
    f.id AS feature_id
   FROM ((((photo m
     JOIN public.camera t ON ((t.id = m.row_id)))
     LEFT JOIN public.place_edit te ON ((te.import_id = t.import_id)))
     CROSS JOIN public.camera f)
     LEFT JOIN public.place_edit fe ON ((fe.import_id = f.import_id)))
  WHERE ((m.collection = 'cameras'::text) AND (f.known_to = 'infinity'::timestamp with time zone) AND public.is_same_place(COALESCE(te.thing, t.origin_id), t.ref, t.commune_code, t.place, t.geom, COALESCE(fe.thing, f.origin_id), f.ref, f.commune_code, f.place, f.geom))
UNION ALL
 SELECT 'villages'::text AS collection,
    m.row_id,
    f.id AS feature_id
   FROM ((((photo m
     JOIN public.village t ON ((t.id = m.row_id)))
     LEFT JOIN public.place_edit te ON ((te.import_id = t.import_id)))
     CROSS JOIN public.village f)
     LEFT JOIN public.place_edit fe ON ((fe.import_id = f.import_id)))
  WHERE ((m.collection = 'villages'::text) AND (f.known_to = 'infinity'::timestamp with time zone) AND ((f.code = t.code) OR (COALESCE(fe.thing, f.origin_id) = COALESCE(te.thing, t.origin_id))));

CREATE VIEW open.place_pictures AS
 SELECT f.collection,
    f.feature_id,
    m.medium_id AS id,
    m."position",
    m.alt_vi,
    m.alt_en,
    m.caption_vi,
    m.caption_en,
    m.author,
    m.licence,
    m.taken_on,
    encode(m.public_sha256, 'hex'::text) AS picture,
    p.width,
    p.height,
    encode(m.thumb_sha256, 'hex'::text) AS thumbnail,
    t.width AS thumb_width,
    t.height AS thumb_height
   FROM (((public.place_photo_feature f
     JOIN public.place_media m ON (((m.collection = f.collection) AND (m.row_id = f.row_id))))
     JOIN public.media p ON (((p.sha256 = m.public_sha256) AND p.open)))
     JOIN public.media t ON (((t.sha256 = m.thumb_sha256) AND t.open)))
  WHERE ((m.collection <> 'cameras'::text) AND (m.known_to = 'infinity'::timestamp with time zone) AND (m.valid_to = 'infinity'::date));

CREATE VIEW open.relic_exhibits AS
 SELECT m.site_id,
    m.medium_id AS id,
    m."position",
    m.kind,
    m.alt_vi,
    m.alt_en,
    m.caption_vi,
    m.caption_en,
    m.transcript_vi,
    m.transcript_en,
    m.author,
    m.licence,
    m.taken_on,
    encode(m.public_sha256, 'hex'::text) AS file,
    encode(f.stored_sha256, 'hex'::text) AS stored,
    f.mime,
    f.size_bytes,
    f.duration_s,
    f.width,
    f.height,
    encode(m.poster_sha256, 'hex'::text) AS poster,
    p.width AS poster_width,
    p.height AS poster_height,
    encode(m.thumb_sha256, 'hex'::text) AS thumbnail,
    t.width AS thumb_width,
    t.height AS thumb_height
   FROM (((public.relic_media m
     JOIN public.media f ON (((f.sha256 = m.public_sha256) AND f.open)))
     LEFT JOIN public.media p ON (((p.sha256 = m.poster_sha256) AND p.open)))
     LEFT JOIN public.media t ON (((t.sha256 = m.thumb_sha256) AND t.open)))
  WHERE ((m.kind = ANY (ARRAY['audio'::text, 'panorama'::text, 'model'::text])) AND (m.known_to = 'infinity'::timestamp with time zone) AND (m.valid_to = 'infinity'::date));

CREATE TABLE public.relic_memory (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    site_id bigint NOT NULL,
    text text NOT NULL,
    contributor text NOT NULL,
    licence text NOT NULL,
    consented_on date NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT relic_memory_contributor_check CHECK ((contributor ~ '\S'::text)),
    CONSTRAINT relic_memory_licence_check CHECK ((licence ~ '\S'::text)),
    CONSTRAINT relic_memory_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'withdrawn'::text]))),
    CONSTRAINT relic_memory_text_check CHECK ((text ~ '\S'::text))
);

CREATE VIEW open.relic_memories AS
 SELECT relic_memory.site_id,
    relic_memory.id,
    relic_memory.text,
    relic_memory.contributor,
    relic_memory.licence,
    relic_memory.added_at
   FROM public.relic_memory
  WHERE (relic_memory.state = 'shown'::text);

CREATE VIEW open.relic_pictures AS
 SELECT m.site_id,
    m.medium_id AS id,
    m."position",
    m.alt_vi,
    m.alt_en,
    m.caption_vi,
    m.caption_en,
    m.author,
    m.licence,
    m.taken_on,
    encode(m.public_sha256, 'hex'::text) AS picture,
    p.width,
    p.height,
    encode(m.thumb_sha256, 'hex'::text) AS thumbnail,
    t.width AS thumb_width,
    t.height AS thumb_height,
    m.kind
   FROM ((public.relic_media m
     JOIN public.media p ON (((p.sha256 = m.public_sha256) AND p.open)))
     JOIN public.media t ON (((t.sha256 = m.thumb_sha256) AND t.open)))
  WHERE ((m.kind = ANY (ARRAY['image'::text, 'document'::text])) AND (m.known_to = 'infinity'::timestamp with time zone) AND (m.valid_to = 'infinity'::date));

CREATE VIEW open.relic_places AS
 SELECT s.id AS site_id,
    g.slug,
    r.commune_code,
    r.id AS feature_id,
    r.name,
    r.other_names,
    r.rank,
    r.kind,
    r.decision_number,
    r.decision_date,
    r.period,
    r.condition,
    r.opening,
    r.manager,
    r.manager_contact,
    r.sources,
        CASE
            WHEN (NOT s.protected) THEN r.accuracy_m
            ELSE NULL::double precision
        END AS accuracy_m,
    NULLIF(r.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(r.valid_to, 'infinity'::date) AS valid_to,
    (
        CASE
            WHEN s.protected THEN public.relic_cell(r.geom)
            ELSE r.geom
        END)::public.geometry(Geometry,4326) AS geom,
    s.protected,
    r.description,
    r.description_author,
    r.description_licence,
    r.description_en
   FROM (((public.relic r
     JOIN public.relic_site_row j ON ((j.origin_id = r.origin_id)))
     JOIN public.relic_site s ON ((s.id = j.site_id)))
     JOIN LATERAL ( SELECT relic_slug.slug
           FROM public.relic_slug
          WHERE (relic_slug.site_id = s.id)
          ORDER BY relic_slug."position" DESC
         LIMIT 1) g ON (true))
  WHERE (r.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW open.relic_scores AS
 SELECT relic_scores.site_id,
    relic_scores.decided,
    relic_scores.placed,
    relic_scores.images,
    relic_scores.pictured,
    relic_scores.described,
    relic_scores.more,
    relic_scores.addressed,
    relic_scores.archived,
    relic_scores.score
   FROM public.relic_scores(((now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date, 'infinity'::timestamp with time zone) relic_scores(site_id, import_id, feature_id, commune_code, geom, decided, placed, images, pictured, described, more, addressed, archived, score, media_from, media_known_from, media_sha256);

CREATE VIEW open.relic_slugs AS
 SELECT relic_slug.slug,
    relic_slug.site_id,
    relic_slug."position"
   FROM public.relic_slug;

CREATE TABLE public.relic_tour (
    id bigint NOT NULL,
    commune_code text,
    slug text NOT NULL,
    title_vi text NOT NULL,
    title_en text,
    lead_vi text,
    lead_en text,
    line public.geometry(LineString,4326),
    published boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT relic_tour_lead_en_check CHECK ((lead_en ~ '\S'::text)),
    CONSTRAINT relic_tour_lead_vi_check CHECK ((lead_vi ~ '\S'::text)),
    CONSTRAINT relic_tour_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT relic_tour_title_en_check CHECK ((title_en ~ '\S'::text)),
    CONSTRAINT relic_tour_title_vi_check CHECK ((title_vi ~ '\S'::text))
);

CREATE TABLE public.relic_tour_stop (
    tour_id bigint NOT NULL,
    "position" integer NOT NULL,
    site_id bigint NOT NULL,
    CONSTRAINT relic_tour_stop_position_check CHECK (("position" > 0))
);

CREATE VIEW open.relic_tour_stops AS
 SELECT p.tour_id,
    p."position",
    p.site_id
   FROM (public.relic_tour_stop p
     JOIN public.relic_tour t ON ((t.id = p.tour_id)))
  WHERE t.published;

CREATE VIEW open.relic_tours AS
 SELECT t.id,
    t.commune_code,
    t.slug,
    t.title_vi,
    t.title_en,
    t.lead_vi,
    t.lead_en,
        CASE
            WHEN (NOT (EXISTS ( SELECT
               FROM (public.relic_tour_stop p
                 JOIN public.relic_site s ON ((s.id = p.site_id)))
              WHERE ((p.tour_id = t.id) AND s.protected)))) THEN t.line
            ELSE NULL::public.geometry
        END AS line,
    t.changed_at
   FROM public.relic_tour t
  WHERE t.published;

CREATE VIEW open.relics AS
 SELECT r.id,
    r.name,
    r.rank,
    r.kind,
    r.decision_number,
    r.decision_date,
    NULLIF(r.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(r.valid_to, 'infinity'::date) AS valid_to,
    (
        CASE
            WHEN s.protected THEN public.relic_cell(r.geom)
            ELSE r.geom
        END)::public.geometry(Geometry,4326) AS geom,
    r.other_names,
    r.period,
    r.condition,
    r.opening,
    r.manager,
    r.manager_contact,
    r.sources,
        CASE
            WHEN (NOT s.protected) THEN r.accuracy_m
            ELSE NULL::double precision
        END AS accuracy_m,
    s.protected,
    r.description,
    r.description_author,
    r.description_licence,
    r.description_en
   FROM ((public.relic r
     JOIN public.relic_site_row j ON ((j.origin_id = r.origin_id)))
     JOIN public.relic_site s ON ((s.id = j.site_id)))
  WHERE (r.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW open.report_accuracy AS
 SELECT report.seq AS report_id,
        CASE
            WHEN report.sensitive THEN (143)::double precision
            ELSE report.accuracy_m
        END AS accuracy_m
   FROM public.report
  WHERE ((report.approved_at IS NOT NULL) AND (report.state <> 'duplicate'::text) AND (report.sensitive OR ((report.place_from = 'gps'::text) AND (report.accuracy_m IS NOT NULL) AND public.st_equals(report.geom, report.measured_geom))));

CREATE TABLE public.report_category (
    code text NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    theme text NOT NULL,
    sensitive boolean DEFAULT false NOT NULL,
    urgent boolean DEFAULT false NOT NULL,
    resolve_hours integer NOT NULL,
    duplicate_radius_m integer NOT NULL,
    duplicate_days integer NOT NULL,
    "position" integer NOT NULL,
    ended_at timestamp with time zone,
    receive_hours integer DEFAULT 8 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    set_by_hand boolean DEFAULT false NOT NULL,
    CONSTRAINT report_category_receive_hours_check CHECK ((receive_hours > 0)),
    CONSTRAINT report_category_resolve_hours_check CHECK ((resolve_hours > 0)),
    CONSTRAINT report_category_theme_check CHECK ((theme = ANY (ARRAY['waste'::text, 'traffic'::text, 'other'::text])))
);

CREATE VIEW open.report_categories AS
 SELECT report_category.code,
    report_category.name_vi,
    report_category.name_en,
    report_category.theme,
    report_category.sensitive,
    report_category.urgent,
    report_category.resolve_hours,
    report_category.duplicate_radius_m,
    report_category.duplicate_days,
    report_category."position"
   FROM public.report_category
  WHERE (report_category.ended_at IS NULL);

CREATE VIEW open.report_categories_ever AS
 SELECT report_category.code,
    report_category.name_vi,
    report_category.name_en,
    report_category.theme,
    report_category.sensitive,
    report_category.urgent,
    report_category.receive_hours,
    report_category.resolve_hours,
    report_category.duplicate_radius_m,
    report_category.duplicate_days,
    report_category."position",
    report_category.ended_at
   FROM public.report_category;

CREATE VIEW open.report_category_names AS
 SELECT report_category.code,
    report_category.name_vi,
    report_category.name_en,
    report_category.theme,
    report_category."position"
   FROM public.report_category;

CREATE TABLE public.report_event (
    id bigint NOT NULL,
    report_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    kind text NOT NULL,
    account_id bigint,
    from_state text,
    to_state text,
    open boolean DEFAULT false NOT NULL,
    text text,
    text_open boolean DEFAULT false NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL
);

CREATE VIEW open.report_history AS
 SELECT e.id,
    r.seq AS report_id,
    e.at,
    e.kind,
    e.to_state,
        CASE
            WHEN e.text_open THEN COALESCE((e.data ->> 'publicText'::text), e.text)
            ELSE NULL::text
        END AS text
   FROM (public.report_event e
     JOIN public.report r ON ((r.id = e.report_id)))
  WHERE (e.open AND (r.approved_at IS NOT NULL) AND (r.state <> 'duplicate'::text));

CREATE TABLE public.report_media (
    report_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    role text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    size_bytes bigint,
    announced_at timestamp with time zone DEFAULT now() NOT NULL,
    received_at timestamp with time zone,
    boxes jsonb DEFAULT '[]'::jsonb NOT NULL,
    public_sha256 bytea,
    thumb_sha256 bytea,
    added_by bigint,
    CONSTRAINT report_media_role_check CHECK ((role = ANY (ARRAY['before'::text, 'after'::text, 'voice'::text]))),
    CONSTRAINT report_media_sha256_check CHECK ((length(sha256) = 32))
);

CREATE VIEW open.report_pictures AS
 SELECT root.seq AS report_id,
    m.role,
    m."position",
    member.received_at,
    encode(m.public_sha256, 'hex'::text) AS picture,
    encode(m.thumb_sha256, 'hex'::text) AS thumbnail
   FROM (((public.report root
     CROSS JOIN LATERAL public.report_family(root.id) f(id))
     JOIN public.report member ON ((member.id = f.id)))
     JOIN public.report_media m ON ((m.report_id = member.id)))
  WHERE ((root.approved_at IS NOT NULL) AND (root.state <> 'duplicate'::text) AND (m.public_sha256 IS NOT NULL) AND (m.thumb_sha256 IS NOT NULL) AND ((root.sensitive = member.sensitive) OR (root.sensitive AND (member.approved_at IS NULL))) AND ((m.role = 'before'::text) OR ((m.role = 'after'::text) AND (member.id = root.id) AND (root.result_approved_at IS NOT NULL))));

CREATE TABLE public.unit (
    id bigint NOT NULL,
    commune_code text NOT NULL,
    name text NOT NULL,
    ended_at timestamp with time zone
);

CREATE VIEW open.reports AS
 SELECT r.seq AS id,
    r.number,
    r.commune_code,
        CASE
            WHEN r.sensitive THEN NULL::text
            ELSE r.village_code
        END AS village_code,
    r.category_code AS category,
    c.theme,
    r.state,
    r.sensitive,
    COALESCE(r.public_text, r.description) AS description,
    r.received_at,
    r.acknowledged_at,
    r.resolved_at,
    r.closed_at,
    r.reopened_at,
        CASE
            WHEN (r.waiting_since IS NULL) THEN r.resolve_due_at
            ELSE NULL::timestamp with time zone
        END AS resolve_due_at,
    COALESCE(
        CASE
            WHEN (r.state = 'new'::text) THEN ((r.receive_due_at < now()) OR (r.resolve_due_at < now()))
            WHEN (r.state = ANY (ARRAY['received'::text, 'assigned'::text, 'in_progress'::text])) THEN (r.resolve_due_at < now())
            WHEN (r.state = 'waiting_for_reporter'::text) THEN (r.resolve_due_at < r.waiting_since)
            ELSE NULL::boolean
        END, false) AS overdue,
    (r.receive_due_at >= r.acknowledged_at) AS received_in_time,
    (r.resolve_due_at >= r.resolved_at) AS resolved_in_time,
    r.result_approved_at,
    r.updated_at,
    u.name AS unit,
        CASE
            WHEN (r.result_approved_at IS NOT NULL) THEN r.reason
            ELSE NULL::text
        END AS reason,
    r.handed_to,
    public.report_witnesses(r.id) AS witnesses,
    public.report_title(r.number, COALESCE(r.public_text, r.description)) AS title,
    ((r.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS received_on,
    ((r.resolved_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS resolved_on,
    ((r.closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS closed_on,
    NULL::date AS valid_from,
    NULL::date AS valid_to,
    public.public_report_place(r.geom, r.sensitive) AS geom,
    u.id AS unit_id,
    u.commune_code AS unit_commune
   FROM ((public.report r
     JOIN public.report_category c ON ((c.code = r.category_code)))
     LEFT JOIN public.unit u ON ((u.id = r.unit_id)))
  WHERE ((r.approved_at IS NOT NULL) AND (r.state <> 'duplicate'::text));

CREATE VIEW open.reports_not_public AS
 SELECT report.commune_code,
    ((report.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date AS day,
    count(*) AS count
   FROM public.report
  WHERE ((report.approved_at IS NULL) AND (report.state <> 'duplicate'::text))
  GROUP BY report.commune_code, (((report.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date);

CREATE TABLE public.residential_area (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    name text,
    CONSTRAINT residential_area_check CHECK ((valid_from < valid_to)),
    CONSTRAINT residential_area_check1 CHECK ((known_from <= known_to))
);

CREATE VIEW open.residential_areas AS
 SELECT residential_area.id,
    residential_area.name,
    NULLIF(residential_area.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(residential_area.valid_to, 'infinity'::date) AS valid_to,
    residential_area.geom
   FROM public.residential_area
  WHERE (residential_area.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.road (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(MultiLineString,4326) NOT NULL,
    name text,
    class text,
    CONSTRAINT road_check CHECK ((valid_from < valid_to)),
    CONSTRAINT road_check1 CHECK ((known_from <= known_to))
);

CREATE VIEW open.roads AS
 SELECT road.id,
    road.name,
    road.class,
    NULLIF(road.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(road.valid_to, 'infinity'::date) AS valid_to,
    road.geom
   FROM public.road
  WHERE (road.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW open.villages AS
 SELECT village.id,
    village.commune_code,
    village.code,
    village.name,
    village.kind,
    register.population,
    register.households,
    village.predecessor,
    village.provisional,
    NULLIF(village.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(village.valid_to, 'infinity'::date) AS valid_to,
    village.geom
   FROM (public.village
     LEFT JOIN LATERAL ( SELECT village.population,
            village.households) register ON ((NOT public.village_register_withheld(village.*))))
  WHERE (village.known_to = 'infinity'::timestamp with time zone);

CREATE TABLE public.waterway (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    origin bigint,
    origin_id bigint GENERATED ALWAYS AS (COALESCE(origin, id)) STORED NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    ref text,
    commune_code text,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    known_from timestamp with time zone NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    geom public.geometry(Geometry,4326) NOT NULL,
    name text,
    class text,
    CONSTRAINT waterway_check CHECK ((valid_from < valid_to)),
    CONSTRAINT waterway_check1 CHECK ((known_from <= known_to))
);

CREATE VIEW open.waterways AS
 SELECT waterway.id,
    waterway.name,
    waterway.class,
    NULLIF(waterway.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(waterway.valid_to, 'infinity'::date) AS valid_to,
    waterway.geom
   FROM public.waterway
  WHERE (waterway.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW open.wifi_targets AS
 SELECT target.commune_code,
    target.year,
    target.quarter,
    target.comparator,
    target.value
   FROM public.target
  WHERE ((target.indicator_code = 'cultural_house_wifi'::text) AND (target.known_to = 'infinity'::timestamp with time zone));

CREATE TABLE public.account (
    id bigint NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    commune_code text,
    unit_id bigint,
    password_hash text,
    totp_secret text,
    totp_pending text,
    totp_last_step bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone,
    CONSTRAINT account_check CHECK (((role <> 'officer'::text) OR (unit_id IS NOT NULL))),
    CONSTRAINT account_login_check CHECK ((login = lower(login))),
    CONSTRAINT account_role_check CHECK ((role = ANY (ARRAY['field'::text, 'officer'::text, 'leader'::text, 'planner'::text, 'culture'::text, 'administrator'::text])))
);

ALTER TABLE public.account ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.answer_template (
    id bigint NOT NULL,
    commune_code text,
    title text NOT NULL,
    text text NOT NULL,
    ended_at timestamp with time zone,
    category_code text,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE public.answer_template ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.answer_template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.api_key (
    id bigint NOT NULL,
    key_hash bytea NOT NULL,
    system text NOT NULL,
    commune_code text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone
);

ALTER TABLE public.api_key ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_key_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.area AS
 SELECT village.origin_id AS id,
    'village'::text AS kind,
    village.import_id,
    village.geom
   FROM public.village
  WHERE (village.origin IS NULL)
UNION ALL
 SELECT commune.origin_id AS id,
    'commune'::text AS kind,
    commune.import_id,
    commune.geom
   FROM public.commune
  WHERE ((commune.origin IS NULL) AND (commune.geom IS NOT NULL))
UNION ALL
 SELECT fixed_service.origin_id AS id,
    'fixed_service'::text AS kind,
    fixed_service.import_id,
    fixed_service.geom
   FROM public.fixed_service
  WHERE (fixed_service.origin IS NULL);

CREATE TABLE public.area_coverage (
    area_id bigint NOT NULL,
    slice_id bigint NOT NULL
);

CREATE TABLE public.area_land (
    area_id bigint NOT NULL,
    m2 double precision NOT NULL
);

CREATE TABLE public.audit_entry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id bigint,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    subject_id text,
    commune_code text,
    before jsonb,
    after jsonb,
    from_hash text,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);

CREATE TABLE public.audit_head (
    single boolean DEFAULT true NOT NULL,
    last_id bigint NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_head_single_check CHECK (single)
);

CREATE TABLE public.category_unit (
    commune_code text NOT NULL,
    category_code text NOT NULL,
    unit_id bigint NOT NULL
);

CREATE TABLE public.collection_version (
    collection text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.coverage_edge (
    slice_id bigint NOT NULL,
    safe_m double precision,
    near_m double precision,
    geom public.geometry(LineString,4326) NOT NULL,
    reach public.geometry(Polygon,4326) NOT NULL
);

CREATE TABLE public.coverage_piece (
    slice_id bigint NOT NULL,
    geom public.geometry(Polygon,4326) NOT NULL
);

CREATE TABLE public.coverage_run (
    slice_id bigint NOT NULL,
    safe_m double precision,
    near_m double precision,
    geom public.geometry(LineString,4326) NOT NULL,
    reach public.geometry(Polygon,4326) NOT NULL
);

CREATE TABLE public.coverage_slice (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    delivery_id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    resolution_m double precision NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    CONSTRAINT coverage_slice_check CHECK ((valid_from < valid_to))
);

CREATE TABLE public.covered_land (
    area_id bigint NOT NULL,
    slice_ids bigint[] NOT NULL,
    covered_m2 double precision NOT NULL
);

CREATE TABLE public.delivery (
    id bigint DEFAULT nextval('public.feature_id'::regclass) NOT NULL,
    import_id bigint NOT NULL,
    operator text NOT NULL,
    technology text NOT NULL,
    valid_from date NOT NULL,
    commune_codes text[] NOT NULL,
    CONSTRAINT delivery_technology_check CHECK ((technology = ANY (ARRAY['4G'::text, '5G'::text])))
);

CREATE TABLE public.drawing (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
)
PARTITION BY LIST (collection);

CREATE TABLE public.drawing_building (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_camera (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_cell_site (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_commune (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_coverage_claim (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_cultural_house (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_fibre_line (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_fixed_service (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_institution (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_land_use (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_relic (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_residential_area (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_road (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_village (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.drawing_waterway (
    collection text NOT NULL,
    feature_id bigint NOT NULL,
    zooms int4range NOT NULL,
    valid_from date DEFAULT '-infinity'::date NOT NULL,
    valid_to date DEFAULT 'infinity'::date NOT NULL,
    geom public.geometry(Geometry,3857) NOT NULL,
    place box NOT NULL
);

CREATE TABLE public.embed_site (
    id bigint NOT NULL,
    origin text NOT NULL,
    note text NOT NULL,
    added_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT embed_site_note_check CHECK ((note <> ''::text)),
    CONSTRAINT embed_site_origin_check CHECK ((origin ~ '^https?://(\*\.)?[a-z0-9.-]+(:[0-9]+)?$'::text))
);

ALTER TABLE public.embed_site ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.embed_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.footprint (
    id bigint NOT NULL,
    import_id bigint NOT NULL,
    floor_mm2 bigint NOT NULL,
    point public.geometry(Point,4326) NOT NULL,
    CONSTRAINT footprint_floor_mm2_check CHECK ((floor_mm2 >= 0))
);

CREATE TABLE public.holiday (
    day date NOT NULL,
    name text NOT NULL,
    worked boolean DEFAULT false NOT NULL,
    provisional boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    set_by_hand boolean DEFAULT false NOT NULL,
    removed boolean DEFAULT false NOT NULL
);

CREATE TABLE public.house_site (
    id bigint NOT NULL,
    commune_code text,
    ref text,
    name text NOT NULL,
    geom public.geometry(Point,4326) NOT NULL,
    key_number integer DEFAULT 1 NOT NULL
);

ALTER TABLE public.house_site ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.house_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.import ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE UNLOGGED TABLE public.import_row (
    staging_id bigint NOT NULL,
    row_number integer NOT NULL,
    fields jsonb NOT NULL,
    geom public.geometry(Geometry,4326),
    commune_code text,
    repaired boolean DEFAULT false NOT NULL,
    problem text,
    problem_value text
);
ALTER TABLE ONLY public.import_row ALTER COLUMN staging_id SET STATISTICS 10;
ALTER TABLE ONLY public.import_row ALTER COLUMN row_number SET STATISTICS 10;
ALTER TABLE ONLY public.import_row ALTER COLUMN commune_code SET STATISTICS 10;
ALTER TABLE ONLY public.import_row ALTER COLUMN problem SET STATISTICS 10;

CREATE TABLE public.import_staging (
    id bigint NOT NULL,
    collection text NOT NULL,
    host text NOT NULL,
    pid integer NOT NULL,
    pid_started text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    publishing_at timestamp with time zone
);

ALTER TABLE public.import_staging ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.import_staging_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.indicator (
    code text NOT NULL,
    kind text NOT NULL,
    unit text NOT NULL,
    numerator text NOT NULL,
    denominator text,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    note text,
    numerator_en text,
    denominator_en text,
    note_en text,
    CONSTRAINT indicator_kind_check CHECK ((kind = ANY (ARRAY['computed'::text, 'entered'::text]))),
    CONSTRAINT indicator_unit_check CHECK ((unit = ANY (ARRAY['percent'::text, 'count'::text])))
);

CREATE TABLE public.installation_key (
    name text NOT NULL,
    key bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.measurement (
    id bigint NOT NULL,
    commune_code text NOT NULL,
    indicator_code text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    numerator double precision,
    denominator double precision,
    value double precision NOT NULL,
    source_title text NOT NULL,
    source_sha256 text,
    entered_by text NOT NULL,
    known_from timestamp with time zone DEFAULT now() NOT NULL,
    known_to timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    CONSTRAINT measurement_check CHECK ((period_start <= period_end))
);

ALTER TABLE public.measurement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.measurement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.media_use AS
 SELECT report_media.sha256,
    false AS is_public
   FROM public.report_media
UNION ALL
 SELECT report_media.public_sha256 AS sha256,
    true AS is_public
   FROM public.report_media
  WHERE (report_media.public_sha256 IS NOT NULL)
UNION ALL
 SELECT report_media.thumb_sha256 AS sha256,
    true AS is_public
   FROM public.report_media
  WHERE (report_media.thumb_sha256 IS NOT NULL)
UNION ALL
 SELECT relic_media.sha256,
    false AS is_public
   FROM public.relic_media
UNION ALL
 SELECT relic_media.poster_of AS sha256,
    false AS is_public
   FROM public.relic_media
  WHERE (relic_media.poster_of IS NOT NULL)
UNION ALL
 SELECT relic_media.public_sha256 AS sha256,
    true AS is_public
   FROM public.relic_media
  WHERE ((relic_media.public_sha256 IS NOT NULL) AND (relic_media.known_to = 'infinity'::timestamp with time zone) AND (relic_media.valid_to = 'infinity'::date))
UNION ALL
 SELECT relic_media.thumb_sha256 AS sha256,
    true AS is_public
   FROM public.relic_media
  WHERE ((relic_media.thumb_sha256 IS NOT NULL) AND (relic_media.known_to = 'infinity'::timestamp with time zone) AND (relic_media.valid_to = 'infinity'::date))
UNION ALL
 SELECT relic_media.poster_sha256 AS sha256,
    true AS is_public
   FROM public.relic_media
  WHERE ((relic_media.poster_sha256 IS NOT NULL) AND (relic_media.known_to = 'infinity'::timestamp with time zone) AND (relic_media.valid_to = 'infinity'::date))
UNION ALL
 SELECT place_media.sha256,
    false AS is_public
   FROM public.place_media
UNION ALL
 SELECT place_media.public_sha256 AS sha256,
    true AS is_public
   FROM public.place_media
  WHERE ((place_media.public_sha256 IS NOT NULL) AND (place_media.known_to = 'infinity'::timestamp with time zone) AND (place_media.valid_to = 'infinity'::date))
UNION ALL
 SELECT place_media.thumb_sha256 AS sha256,
    true AS is_public
   FROM public.place_media
  WHERE ((place_media.thumb_sha256 IS NOT NULL) AND (place_media.known_to = 'infinity'::timestamp with time zone) AND (place_media.valid_to = 'infinity'::date));

CREATE SEQUENCE public.migration_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.one_time_link (
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    removes_factor boolean DEFAULT false NOT NULL
);

CREATE TABLE public.village_centre (
    id bigint NOT NULL,
    import_id bigint NOT NULL,
    point public.geometry(Point,4326) NOT NULL
);

CREATE VIEW public.place AS
 SELECT premises.origin_id AS id,
    'premises'::text AS kind,
    premises.import_id,
    premises.geom AS point
   FROM public.premises
  WHERE (premises.origin IS NULL)
UNION ALL
 SELECT footprint.id,
    'footprint'::text AS kind,
    footprint.import_id,
    footprint.point
   FROM public.footprint
UNION ALL
 SELECT village_centre.id,
    'village_centre'::text AS kind,
    village_centre.import_id,
    village_centre.point
   FROM public.village_centre
UNION ALL
 SELECT cultural_house.origin_id AS id,
    'cultural_house'::text AS kind,
    cultural_house.import_id,
    cultural_house.geom AS point
   FROM public.cultural_house
  WHERE (cultural_house.origin IS NULL)
UNION ALL
 SELECT institution.origin_id AS id,
    'institution'::text AS kind,
    institution.import_id,
    institution.geom AS point
   FROM public.institution
  WHERE (institution.origin IS NULL)
UNION ALL
 SELECT camera.origin_id AS id,
    'camera'::text AS kind,
    camera.import_id,
    camera.geom AS point
   FROM public.camera
  WHERE (camera.origin IS NULL);

CREATE TABLE public.place_area (
    area_id bigint NOT NULL,
    place_id bigint NOT NULL
);

CREATE TABLE public.place_coverage (
    place_id bigint NOT NULL,
    slice_id bigint NOT NULL,
    depth smallint NOT NULL,
    CONSTRAINT place_coverage_depth_check CHECK (((depth >= 1) AND (depth <= 3)))
);

ALTER TABLE public.place_media ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.place_media_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.quality_case (
    id bigint NOT NULL,
    commune_code text NOT NULL,
    key text NOT NULL,
    unit_id bigint,
    account_id bigint,
    accepted_reason text,
    accepted_on date,
    accepted_by bigint,
    accepted_measure double precision,
    geom public.geometry(Geometry,4326),
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT quality_case_accepted_reason_check CHECK ((accepted_reason ~ '\S'::text)),
    CONSTRAINT quality_case_check CHECK ((((accepted_reason IS NULL) = (accepted_on IS NULL)) AND ((accepted_reason IS NULL) = (accepted_by IS NULL))))
);

ALTER TABLE public.quality_case ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.quality_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.quality_round (
    id bigint NOT NULL,
    commune_code text NOT NULL,
    name text NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    task text,
    limits jsonb NOT NULL,
    started_by bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    closed_by bigint,
    closed_at timestamp with time zone,
    conclusion text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT quality_round_check CHECK ((from_day <= to_day)),
    CONSTRAINT quality_round_check1 CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
    CONSTRAINT quality_round_name_check CHECK ((name ~ '\S'::text))
);

CREATE TABLE public.quality_round_finding (
    round_id bigint NOT NULL,
    ending boolean NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    accepted boolean NOT NULL,
    text_vi text NOT NULL,
    text_en text NOT NULL,
    geom public.geometry(Geometry,4326),
    accepted_reason text,
    accepted_by text,
    accepted_on date,
    CONSTRAINT quality_round_finding_check CHECK ((accepted OR (accepted_reason IS NULL))),
    CONSTRAINT quality_round_finding_check1 CHECK ((((accepted_reason IS NULL) = (accepted_on IS NULL)) AND ((accepted_reason IS NULL) = (accepted_by IS NULL))))
);

CREATE VIEW public.quality_known_gap AS
 SELECT quality_case.commune_code,
    quality_case.key,
    quality_case.geom
   FROM public.quality_case
  WHERE (quality_case.geom IS NOT NULL)
UNION ALL
 SELECT r.commune_code,
    f.key,
    f.geom
   FROM (public.quality_round_finding f
     JOIN public.quality_round r ON ((r.id = f.round_id)))
  WHERE ((f.kind = 'gap'::text) AND (NOT f.ending) AND (f.geom IS NOT NULL) AND (r.closed_at IS NULL));

CREATE TABLE public.quality_limit (
    commune_code text NOT NULL,
    limits jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.quality_round_check (
    round_id bigint NOT NULL,
    ending boolean NOT NULL,
    kind text NOT NULL,
    found integer,
    accepted integer,
    reason text,
    CONSTRAINT quality_round_check_check CHECK (((found IS NULL) = (reason IS NOT NULL)))
);

ALTER TABLE public.quality_round ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.quality_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.relic_bag_row (
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    site_id bigint NOT NULL
);

ALTER TABLE public.relic_media ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.relic_media_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.relic_memory_event (
    id bigint NOT NULL,
    memory_id uuid NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    account_id bigint NOT NULL,
    action text NOT NULL,
    reason text,
    was jsonb,
    CONSTRAINT relic_memory_event_action_check CHECK ((action = ANY (ARRAY['add'::text, 'change'::text, 'show'::text, 'withdraw'::text]))),
    CONSTRAINT relic_memory_event_reason_check CHECK ((reason ~ '\S'::text))
);

ALTER TABLE public.relic_memory_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.relic_memory_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.relic_row_unnamed AS
 SELECT DISTINCT ON (r.origin_id) r.origin_id,
    r.commune_code,
    r.ref,
    r.name
   FROM public.relic r
  WHERE ((r.known_to = 'infinity'::timestamp with time zone) AND (NOT (EXISTS ( SELECT
           FROM public.relic_site_row s
          WHERE (s.origin_id = r.origin_id)))))
  ORDER BY r.origin_id;

ALTER TABLE public.relic_site ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.relic_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW public.relic_site_wanting AS
 SELECT s.id,
    public.relic_slug_base(s.name) AS base
   FROM public.relic_site s
  WHERE (public.relic_slug_base(s.name) IS DISTINCT FROM ( SELECT g.base
           FROM public.relic_slug g
          WHERE (g.site_id = s.id)
          ORDER BY g."position" DESC
         LIMIT 1));

ALTER TABLE public.relic_slug ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.relic_slug_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.relic_tour ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.relic_tour_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_code (
    code_hash bytea NOT NULL,
    report_id uuid NOT NULL,
    kind text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT report_code_kind_check CHECK ((kind = ANY (ARRAY['reporter'::text, 'witness'::text])))
);

CREATE TABLE public.report_counter (
    year integer NOT NULL,
    last integer NOT NULL
);

ALTER TABLE public.report_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.report_forgotten (
    key text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT report_forgotten_key_check CHECK ((key ~ '^((report|memory) [0-9a-f-]{36}|code [0-9a-f]{64})$'::text))
);

CREATE TABLE public.report_rate (
    key bytea NOT NULL,
    span timestamp with time zone NOT NULL,
    count integer NOT NULL
);

ALTER TABLE public.report ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.report_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.session (
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);

CREATE VIEW public.settling_lock AS
 SELECT "*VALUES*".column1 AS relation,
    "*VALUES*".column2 AS mode
   FROM (VALUES (('public.import'::regclass)::oid,'ShareRowExclusiveLock'::text), (('public.import'::regclass)::oid,'ExclusiveLock'::text), (('public.import'::regclass)::oid,'AccessExclusiveLock'::text), (('public.wifi_check'::regclass)::oid,'RowExclusiveLock'::text)) "*VALUES*";

CREATE TABLE public.shipped (
    name text NOT NULL,
    sha256 text NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.sign_in_failure (
    key bytea NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    blocked_to timestamp with time zone
);

ALTER TABLE public.target ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.task (
    id bigint NOT NULL,
    commune_code text NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    lead_unit text,
    support_units text,
    due text,
    product text,
    due_note text,
    due_note_en text
);

ALTER TABLE public.task ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trusted_device (
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.wifi_check ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.wifi_check_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.working_time (
    weekday integer NOT NULL,
    from_minute integer NOT NULL,
    to_minute integer NOT NULL,
    CONSTRAINT working_time_check CHECK ((from_minute < to_minute)),
    CONSTRAINT working_time_from_minute_check CHECK ((from_minute >= 0)),
    CONSTRAINT working_time_to_minute_check CHECK ((to_minute <= 1440)),
    CONSTRAINT working_time_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

CREATE VIEW staff.buildings AS
 SELECT building.id,
    building.name,
    building.class,
    building.levels,
    NULLIF(building.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(building.valid_to, 'infinity'::date) AS valid_to,
    building.import_id,
    building.row_number,
    building.ref,
    building.geom,
    building.commune_code
   FROM public.building
  WHERE (building.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.cameras AS
 SELECT camera.id,
    camera.place,
    camera.owner,
    camera.purpose,
    camera.contact,
    camera.state,
    camera.azimuth_deg,
    camera.view_deg,
    camera.range_m,
    camera.model,
    NULLIF(camera.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(camera.valid_to, 'infinity'::date) AS valid_to,
    camera.import_id,
    camera.row_number,
    camera.ref,
    camera.geom,
    camera.notice,
    camera.last_checked_on,
    camera.commune_code
   FROM public.camera
  WHERE (camera.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.cell_sites AS
 SELECT cell_site.id,
    cell_site.operator,
    cell_site.technologies,
    cell_site.name,
    cell_site.height_m,
    cell_site.hardened,
    NULLIF(cell_site.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(cell_site.valid_to, 'infinity'::date) AS valid_to,
    cell_site.import_id,
    cell_site.row_number,
    cell_site.ref,
    cell_site.geom,
    cell_site.commune_code
   FROM public.cell_site
  WHERE (cell_site.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.communes AS
 SELECT commune.id,
    commune.code,
    commune.name,
    commune.kind,
    commune.province,
    commune.illustration,
    NULLIF(commune.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(commune.valid_to, 'infinity'::date) AS valid_to,
    commune.import_id,
    commune.row_number,
    commune.ref,
    commune.geom
   FROM public.commune
  WHERE (commune.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.coverage_claims AS
 SELECT coverage_claim.id,
    coverage_claim.operator,
    coverage_claim.technology,
    coverage_claim.resolution_m,
    coverage_claim.level,
    coverage_claim.method,
    coverage_claim.delivery_id,
    NULLIF(coverage_claim.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(coverage_claim.valid_to, 'infinity'::date) AS valid_to,
    coverage_claim.import_id,
    coverage_claim.row_number,
    coverage_claim.ref,
    coverage_claim.geom
   FROM public.coverage_claim
  WHERE (coverage_claim.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.cultural_houses AS
 SELECT cultural_house.id,
    cultural_house.name,
    cultural_house.wifi,
    cultural_house.wifi_checked_on,
    cultural_house.provider,
    NULLIF(cultural_house.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(cultural_house.valid_to, 'infinity'::date) AS valid_to,
    cultural_house.import_id,
    cultural_house.row_number,
    cultural_house.ref,
    cultural_house.geom,
    cultural_house.commune_code
   FROM public.cultural_house
  WHERE (cultural_house.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.fibre_lines AS
 SELECT fibre_line.id,
    fibre_line.operator,
    fibre_line.name,
    NULLIF(fibre_line.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(fibre_line.valid_to, 'infinity'::date) AS valid_to,
    fibre_line.import_id,
    fibre_line.row_number,
    fibre_line.ref,
    fibre_line.geom
   FROM public.fibre_line
  WHERE (fibre_line.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.fixed_services AS
 SELECT fixed_service.id,
    fixed_service.provider,
    fixed_service.down_mbps,
    fixed_service.technology,
    NULLIF(fixed_service.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(fixed_service.valid_to, 'infinity'::date) AS valid_to,
    fixed_service.import_id,
    fixed_service.row_number,
    fixed_service.ref,
    fixed_service.geom
   FROM public.fixed_service
  WHERE (fixed_service.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.house_wifi_checks AS
 SELECT c.id,
    c.site_id,
    c.at,
    c.recorded_at,
    c.reachable,
    c.down_mbps,
    c.up_mbps,
    c.down_missing,
    c.up_missing,
    a.name AS checked_by,
    c.network
   FROM (public.wifi_check c
     LEFT JOIN public.account a ON ((a.id = c.account_id)));

CREATE VIEW staff.institutions AS
 SELECT institution.id,
    institution.name,
    institution.kind,
    institution.line_mbps,
    institution.line_checked_on,
    NULLIF(institution.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(institution.valid_to, 'infinity'::date) AS valid_to,
    institution.import_id,
    institution.row_number,
    institution.ref,
    institution.geom,
    institution.commune_code
   FROM public.institution
  WHERE (institution.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.land_uses AS
 SELECT land_use.id,
    land_use.name,
    land_use.class,
    NULLIF(land_use.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(land_use.valid_to, 'infinity'::date) AS valid_to,
    land_use.import_id,
    land_use.row_number,
    land_use.ref,
    land_use.geom
   FROM public.land_use
  WHERE (land_use.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.operators AS
 SELECT operator.id,
    operator.commune_code,
    operator.name,
    operator.technologies,
    NULLIF(operator.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(operator.valid_to, 'infinity'::date) AS valid_to,
    operator.import_id,
    operator.row_number,
    operator.ref
   FROM public.operator
  WHERE (operator.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.premises AS
 SELECT premises.id,
    premises.residents,
    premises.households,
    premises.kind,
    premises.max_down_mbps,
    premises.fibre,
    premises.provider,
    NULLIF(premises.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(premises.valid_to, 'infinity'::date) AS valid_to,
    premises.import_id,
    premises.row_number,
    premises.ref,
    premises.geom,
    premises.commune_code
   FROM public.premises
  WHERE (premises.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.relic_scores AS
 SELECT t.site_id,
    g.slug,
    r.name,
    r.rank,
    r.kind,
    r.commune_code,
    s.protected,
    t.decided,
    t.placed,
    t.images,
    t.pictured,
    t.described,
    t.more,
    t.addressed,
    t.archived,
    t.score
   FROM (((public.relic_scores(((now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date, 'infinity'::timestamp with time zone) t(site_id, import_id, feature_id, commune_code, geom, decided, placed, images, pictured, described, more, addressed, archived, score, media_from, media_known_from, media_sha256)
     JOIN public.relic r ON ((r.id = t.feature_id)))
     JOIN public.relic_site s ON ((s.id = t.site_id)))
     JOIN LATERAL ( SELECT relic_slug.slug
           FROM public.relic_slug
          WHERE (relic_slug.site_id = s.id)
          ORDER BY relic_slug."position" DESC
         LIMIT 1) g ON (true));

CREATE VIEW staff.relics AS
 SELECT relic.id,
    relic.name,
    relic.rank,
    relic.kind,
    relic.decision_number,
    relic.decision_date,
    NULLIF(relic.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(relic.valid_to, 'infinity'::date) AS valid_to,
    relic.import_id,
    relic.row_number,
    relic.ref,
    relic.geom,
    relic.other_names,
    relic.period,
    relic.condition,
    relic.opening,
    relic.manager,
    relic.manager_contact,
    relic.sources,
    relic.accuracy_m,
    relic.protected,
    relic.description,
    relic.description_author,
    relic.description_licence,
    relic.description_en,
    relic.commune_code
   FROM public.relic
  WHERE (relic.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.residential_areas AS
 SELECT residential_area.id,
    residential_area.name,
    NULLIF(residential_area.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(residential_area.valid_to, 'infinity'::date) AS valid_to,
    residential_area.import_id,
    residential_area.row_number,
    residential_area.ref,
    residential_area.geom,
    residential_area.commune_code
   FROM public.residential_area
  WHERE (residential_area.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.roads AS
 SELECT road.id,
    road.name,
    road.class,
    NULLIF(road.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(road.valid_to, 'infinity'::date) AS valid_to,
    road.import_id,
    road.row_number,
    road.ref,
    road.geom
   FROM public.road
  WHERE (road.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.villages AS
 SELECT village.id,
    village.commune_code,
    village.code,
    village.name,
    village.kind,
    village.population,
    village.households,
    village.predecessor,
    village.provisional,
    NULLIF(village.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(village.valid_to, 'infinity'::date) AS valid_to,
    village.import_id,
    village.row_number,
    village.ref,
    village.geom
   FROM public.village
  WHERE (village.known_to = 'infinity'::timestamp with time zone);

CREATE VIEW staff.waterways AS
 SELECT waterway.id,
    waterway.name,
    waterway.class,
    NULLIF(waterway.valid_from, '-infinity'::date) AS valid_from,
    NULLIF(waterway.valid_to, 'infinity'::date) AS valid_to,
    waterway.import_id,
    waterway.row_number,
    waterway.ref,
    waterway.geom
   FROM public.waterway
  WHERE (waterway.known_to = 'infinity'::timestamp with time zone);

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_building FOR VALUES IN ('buildings');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_camera FOR VALUES IN ('cameras');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_cell_site FOR VALUES IN ('cell_sites');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_commune FOR VALUES IN ('communes');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_coverage_claim FOR VALUES IN ('coverage_claims');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_cultural_house FOR VALUES IN ('cultural_houses');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_fibre_line FOR VALUES IN ('fibre_lines');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_fixed_service FOR VALUES IN ('fixed_services');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_institution FOR VALUES IN ('institutions');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_land_use FOR VALUES IN ('land_uses');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_relic FOR VALUES IN ('relics');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_residential_area FOR VALUES IN ('residential_areas');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_road FOR VALUES IN ('roads');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_village FOR VALUES IN ('villages');

ALTER TABLE ONLY public.drawing ATTACH PARTITION public.drawing_waterway FOR VALUES IN ('waterways');

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.answer_template
    ADD CONSTRAINT answer_template_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_key_hash_key UNIQUE (key_hash);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_system_key UNIQUE (system);

ALTER TABLE ONLY public.area_coverage
    ADD CONSTRAINT area_coverage_pkey PRIMARY KEY (area_id, slice_id);

ALTER TABLE ONLY public.area_land
    ADD CONSTRAINT area_land_pkey PRIMARY KEY (area_id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (single);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.camera
    ADD CONSTRAINT camera_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.category_unit
    ADD CONSTRAINT category_unit_pkey PRIMARY KEY (commune_code, category_code);

ALTER TABLE ONLY public.cell_site
    ADD CONSTRAINT cell_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.collection_version
    ADD CONSTRAINT collection_version_pkey PRIMARY KEY (collection);

ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coverage_claim
    ADD CONSTRAINT coverage_claim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coverage_slice
    ADD CONSTRAINT coverage_slice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.covered_land
    ADD CONSTRAINT covered_land_pkey PRIMARY KEY (area_id, slice_ids);

ALTER TABLE ONLY public.cultural_house
    ADD CONSTRAINT cultural_house_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_import_id_operator_technology_valid_from_key UNIQUE (import_id, operator, technology, valid_from);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.embed_site
    ADD CONSTRAINT embed_site_origin_key UNIQUE (origin);

ALTER TABLE ONLY public.embed_site
    ADD CONSTRAINT embed_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.fibre_line
    ADD CONSTRAINT fibre_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.fixed_service
    ADD CONSTRAINT fixed_service_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.footprint
    ADD CONSTRAINT footprint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.house_site
    ADD CONSTRAINT house_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.house_site_row
    ADD CONSTRAINT house_site_row_pkey PRIMARY KEY (origin_id);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.import_staging
    ADD CONSTRAINT import_staging_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.installation_key
    ADD CONSTRAINT installation_key_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.institution
    ADD CONSTRAINT institution_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.land_use
    ADD CONSTRAINT land_use_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.measurement
    ADD CONSTRAINT measurement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.media
    ADD CONSTRAINT media_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.operator
    ADD CONSTRAINT operator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_area
    ADD CONSTRAINT place_area_pkey PRIMARY KEY (area_id, place_id);

ALTER TABLE ONLY public.place_coverage
    ADD CONSTRAINT place_coverage_pkey PRIMARY KEY (place_id, slice_id) INCLUDE (depth);

ALTER TABLE ONLY public.place_edit
    ADD CONSTRAINT place_edit_pkey PRIMARY KEY (import_id);

ALTER TABLE ONLY public.place_media
    ADD CONSTRAINT place_media_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (commune_code);

ALTER TABLE ONLY public.premises
    ADD CONSTRAINT premises_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.quality_case
    ADD CONSTRAINT quality_case_commune_code_key_key UNIQUE (commune_code, key);

ALTER TABLE ONLY public.quality_case
    ADD CONSTRAINT quality_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.quality_limit
    ADD CONSTRAINT quality_limit_pkey PRIMARY KEY (commune_code);

ALTER TABLE ONLY public.quality_round_check
    ADD CONSTRAINT quality_round_check_pkey PRIMARY KEY (round_id, ending, kind);

ALTER TABLE ONLY public.quality_round_finding
    ADD CONSTRAINT quality_round_finding_pkey PRIMARY KEY (round_id, ending, key);

ALTER TABLE ONLY public.quality_round
    ADD CONSTRAINT quality_round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relic_bag_row
    ADD CONSTRAINT relic_bag_row_pkey PRIMARY KEY (import_id, row_number);

ALTER TABLE ONLY public.relic_media
    ADD CONSTRAINT relic_media_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relic_memory_event
    ADD CONSTRAINT relic_memory_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relic_memory
    ADD CONSTRAINT relic_memory_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relic
    ADD CONSTRAINT relic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relic_site
    ADD CONSTRAINT relic_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relic_site_row
    ADD CONSTRAINT relic_site_row_pkey PRIMARY KEY (origin_id);

ALTER TABLE ONLY public.relic_slug
    ADD CONSTRAINT relic_slug_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.relic_tour
    ADD CONSTRAINT relic_tour_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.relic_tour
    ADD CONSTRAINT relic_tour_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.relic_tour_stop
    ADD CONSTRAINT relic_tour_stop_pkey PRIMARY KEY (tour_id, "position");

ALTER TABLE ONLY public.relic_tour_stop
    ADD CONSTRAINT relic_tour_stop_tour_id_site_id_key UNIQUE (tour_id, site_id);

ALTER TABLE ONLY public.report_category
    ADD CONSTRAINT report_category_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.report_code
    ADD CONSTRAINT report_code_pkey PRIMARY KEY (code_hash);

ALTER TABLE ONLY public.report_counter
    ADD CONSTRAINT report_counter_pkey PRIMARY KEY (year);

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_foreign_system_foreign_id_key UNIQUE (foreign_system, foreign_id);

ALTER TABLE ONLY public.report_forgotten
    ADD CONSTRAINT report_forgotten_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.report_media
    ADD CONSTRAINT report_media_pkey PRIMARY KEY (report_id, sha256, role);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_number_key UNIQUE (number);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.report_rate
    ADD CONSTRAINT report_rate_pkey PRIMARY KEY (key, span);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_seq_key UNIQUE (seq);

ALTER TABLE ONLY public.residential_area
    ADD CONSTRAINT residential_area_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.road
    ADD CONSTRAINT road_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.shipped
    ADD CONSTRAINT shipped_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.sign_in_failure
    ADD CONSTRAINT sign_in_failure_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trusted_device
    ADD CONSTRAINT trusted_device_pkey PRIMARY KEY (token_hash, account_id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_commune_code_name_key UNIQUE (commune_code, name);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.village_centre
    ADD CONSTRAINT village_centre_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.village
    ADD CONSTRAINT village_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.waterway
    ADD CONSTRAINT waterway_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wifi_check
    ADD CONSTRAINT wifi_check_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.wifi_check
    ADD CONSTRAINT wifi_check_site_id_wish_key UNIQUE (site_id, wish);

ALTER TABLE ONLY public.working_time
    ADD CONSTRAINT working_time_pkey PRIMARY KEY (weekday, from_minute);

CREATE UNIQUE INDEX account_login ON public.account USING btree (login);

CREATE INDEX area_coverage_slice ON public.area_coverage USING btree (slice_id);

CREATE INDEX audit_at ON public.audit_entry USING btree (at);

CREATE INDEX audit_subject ON public.audit_entry USING btree (subject, subject_id);

CREATE INDEX building_geom ON public.building USING gist (geom);

CREATE INDEX building_import ON public.building USING btree (import_id);

CREATE INDEX building_origin ON public.building USING btree (origin_id);

CREATE INDEX building_ref ON public.building USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX camera_geom ON public.camera USING gist (geom);

CREATE INDEX camera_import ON public.camera USING btree (import_id);

CREATE INDEX camera_ref ON public.camera USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX camera_search ON public.camera USING gin (public.search_text(place) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX cell_site_geom ON public.cell_site USING gist (geom);

CREATE INDEX cell_site_import ON public.cell_site USING btree (import_id);

CREATE INDEX cell_site_ref ON public.cell_site USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX cell_site_search ON public.cell_site USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX commune_code ON public.commune USING btree (code, known_to);

CREATE INDEX commune_geom ON public.commune USING gist (geom);

CREATE INDEX commune_import ON public.commune USING btree (import_id);

CREATE INDEX commune_search ON public.commune USING gin (public.search_text(((kind || ' '::text) || name)) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX coverage_claim_delivery ON public.coverage_claim USING btree (delivery_id);

CREATE INDEX coverage_claim_geom ON public.coverage_claim USING gist (geom);

CREATE INDEX coverage_claim_import ON public.coverage_claim USING btree (import_id);

CREATE INDEX coverage_edge_reach ON public.coverage_edge USING gist (reach);

CREATE INDEX coverage_edge_slice ON public.coverage_edge USING btree (slice_id);

CREATE INDEX coverage_piece_geom ON public.coverage_piece USING gist (geom);

CREATE INDEX coverage_piece_slice ON public.coverage_piece USING btree (slice_id);

CREATE INDEX coverage_run_reach ON public.coverage_run USING gist (reach);

CREATE INDEX coverage_run_slice ON public.coverage_run USING btree (slice_id);

CREATE INDEX coverage_slice_delivery ON public.coverage_slice USING btree (delivery_id, valid_from);

CREATE INDEX coverage_slice_geom ON public.coverage_slice USING gist (geom);

CREATE INDEX cultural_house_geom ON public.cultural_house USING gist (geom);

CREATE INDEX cultural_house_import ON public.cultural_house USING btree (import_id);

CREATE INDEX cultural_house_origin ON public.cultural_house USING btree (origin_id);

CREATE INDEX cultural_house_ref ON public.cultural_house USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX cultural_house_search ON public.cultural_house USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX delivery_communes ON public.delivery USING gin (commune_codes);

CREATE INDEX drawing_feature ON ONLY public.drawing USING btree (feature_id);

CREATE INDEX drawing_building_feature_id_idx ON public.drawing_building USING btree (feature_id);

CREATE INDEX drawing_place ON ONLY public.drawing USING gist (zooms, place);

CREATE INDEX drawing_building_zooms_place_idx ON public.drawing_building USING gist (zooms, place);

CREATE INDEX drawing_camera_feature_id_idx ON public.drawing_camera USING btree (feature_id);

CREATE INDEX drawing_camera_zooms_place_idx ON public.drawing_camera USING gist (zooms, place);

CREATE INDEX drawing_cell_site_feature_id_idx ON public.drawing_cell_site USING btree (feature_id);

CREATE INDEX drawing_cell_site_zooms_place_idx ON public.drawing_cell_site USING gist (zooms, place);

CREATE INDEX drawing_commune_feature_id_idx ON public.drawing_commune USING btree (feature_id);

CREATE INDEX drawing_commune_zooms_place_idx ON public.drawing_commune USING gist (zooms, place);

CREATE INDEX drawing_coverage_claim_feature_id_idx ON public.drawing_coverage_claim USING btree (feature_id);

CREATE INDEX drawing_coverage_claim_zooms_place_idx ON public.drawing_coverage_claim USING gist (zooms, place);

CREATE INDEX drawing_cultural_house_feature_id_idx ON public.drawing_cultural_house USING btree (feature_id);

CREATE INDEX drawing_cultural_house_zooms_place_idx ON public.drawing_cultural_house USING gist (zooms, place);

CREATE INDEX drawing_fibre_line_feature_id_idx ON public.drawing_fibre_line USING btree (feature_id);

CREATE INDEX drawing_fibre_line_zooms_place_idx ON public.drawing_fibre_line USING gist (zooms, place);

CREATE INDEX drawing_fixed_service_feature_id_idx ON public.drawing_fixed_service USING btree (feature_id);

CREATE INDEX drawing_fixed_service_zooms_place_idx ON public.drawing_fixed_service USING gist (zooms, place);

CREATE INDEX drawing_institution_feature_id_idx ON public.drawing_institution USING btree (feature_id);

CREATE INDEX drawing_institution_zooms_place_idx ON public.drawing_institution USING gist (zooms, place);

CREATE INDEX drawing_land_use_feature_id_idx ON public.drawing_land_use USING btree (feature_id);

CREATE INDEX drawing_land_use_zooms_place_idx ON public.drawing_land_use USING gist (zooms, place);

CREATE INDEX drawing_relic_feature_id_idx ON public.drawing_relic USING btree (feature_id);

CREATE INDEX drawing_relic_zooms_place_idx ON public.drawing_relic USING gist (zooms, place);

CREATE INDEX drawing_residential_area_feature_id_idx ON public.drawing_residential_area USING btree (feature_id);

CREATE INDEX drawing_residential_area_zooms_place_idx ON public.drawing_residential_area USING gist (zooms, place);

CREATE INDEX drawing_road_feature_id_idx ON public.drawing_road USING btree (feature_id);

CREATE INDEX drawing_road_zooms_place_idx ON public.drawing_road USING gist (zooms, place);

CREATE INDEX drawing_village_feature_id_idx ON public.drawing_village USING btree (feature_id);

CREATE INDEX drawing_village_zooms_place_idx ON public.drawing_village USING gist (zooms, place);

CREATE INDEX drawing_waterway_feature_id_idx ON public.drawing_waterway USING btree (feature_id);

CREATE INDEX drawing_waterway_zooms_place_idx ON public.drawing_waterway USING gist (zooms, place);

CREATE INDEX fibre_line_geom ON public.fibre_line USING gist (geom);

CREATE INDEX fibre_line_import ON public.fibre_line USING btree (import_id);

CREATE INDEX fibre_line_ref ON public.fibre_line USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX fibre_line_search ON public.fibre_line USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX fixed_service_geom ON public.fixed_service USING gist (geom);

CREATE INDEX fixed_service_import ON public.fixed_service USING btree (import_id);

CREATE INDEX fixed_service_ref ON public.fixed_service USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX footprint_import ON public.footprint USING btree (import_id);

CREATE INDEX footprint_point ON public.footprint USING gist (point);

CREATE INDEX house_site_name ON public.house_site USING btree (public.search_text(name)) WHERE (ref IS NULL);

CREATE UNIQUE INDEX house_site_ref ON public.house_site USING btree (commune_code, ref) NULLS NOT DISTINCT WHERE (ref IS NOT NULL);

CREATE INDEX house_site_row_site ON public.house_site_row USING btree (site_id);

CREATE INDEX import_row_staging ON public.import_row USING btree (staging_id, row_number);

CREATE INDEX import_sha256 ON public.import USING btree (sha256) WHERE (undone_at IS NULL);

CREATE INDEX institution_geom ON public.institution USING gist (geom);

CREATE INDEX institution_import ON public.institution USING btree (import_id);

CREATE INDEX institution_ref ON public.institution USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX institution_search ON public.institution USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX land_use_geom ON public.land_use USING gist (geom);

CREATE INDEX land_use_import ON public.land_use USING btree (import_id);

CREATE INDEX land_use_ref ON public.land_use USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX media_checked ON public.media USING btree (checked_at NULLS FIRST);

CREATE INDEX media_damaged ON public.media USING btree (damaged_at) WHERE (damaged_at IS NOT NULL);

CREATE INDEX media_made_of ON public.media USING btree (made_of);

CREATE INDEX media_stored ON public.media USING btree (stored_sha256);

CREATE INDEX operator_import ON public.operator USING btree (import_id);

CREATE INDEX operator_ref ON public.operator USING btree (ref) WHERE (ref IS NOT NULL);

CREATE INDEX place_edit_thing ON public.place_edit USING btree (thing);

CREATE UNIQUE INDEX place_edit_wish ON public.place_edit USING btree (account_id, wish);

CREATE INDEX place_media_account ON public.place_media USING btree (account_id);

CREATE INDEX place_media_medium ON public.place_media USING btree (medium_id);

CREATE INDEX place_media_original ON public.place_media USING btree (sha256);

CREATE INDEX place_media_public ON public.place_media USING btree (public_sha256) WHERE (public_sha256 IS NOT NULL);

CREATE INDEX place_media_row ON public.place_media USING btree (collection, row_id);

CREATE INDEX place_media_thumb ON public.place_media USING btree (thumb_sha256) WHERE (thumb_sha256 IS NOT NULL);

CREATE INDEX premises_geom ON public.premises USING spgist (geom);

CREATE INDEX premises_import ON public.premises USING btree (import_id);

CREATE INDEX premises_origin ON public.premises USING btree (origin_id);

CREATE INDEX premises_ref ON public.premises USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE UNIQUE INDEX quality_round_open ON public.quality_round USING btree (commune_code) WHERE (closed_at IS NULL);

CREATE INDEX relic_geom ON public.relic USING gist (geom);

CREATE INDEX relic_import ON public.relic USING btree (import_id);

CREATE INDEX relic_media_original ON public.relic_media USING btree (sha256);

CREATE INDEX relic_media_poster ON public.relic_media USING btree (poster_sha256) WHERE (poster_sha256 IS NOT NULL);

CREATE INDEX relic_media_poster_of ON public.relic_media USING btree (poster_of) WHERE (poster_of IS NOT NULL);

CREATE INDEX relic_media_public ON public.relic_media USING btree (public_sha256) WHERE (public_sha256 IS NOT NULL);

CREATE INDEX relic_media_site ON public.relic_media USING btree (site_id);

CREATE INDEX relic_media_thumb ON public.relic_media USING btree (thumb_sha256) WHERE (thumb_sha256 IS NOT NULL);

CREATE INDEX relic_memory_event_memory ON public.relic_memory_event USING btree (memory_id);

CREATE INDEX relic_memory_site ON public.relic_memory USING btree (site_id);

CREATE INDEX relic_origin ON public.relic USING btree (origin_id);

CREATE INDEX relic_ref ON public.relic USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX relic_search ON public.relic USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE UNIQUE INDEX relic_site_name ON public.relic_site USING btree (commune_code, public.search_text(name)) NULLS NOT DISTINCT WHERE (ref IS NULL);

CREATE UNIQUE INDEX relic_site_ref ON public.relic_site USING btree (commune_code, ref) NULLS NOT DISTINCT WHERE (ref IS NOT NULL);

CREATE INDEX relic_site_row_site ON public.relic_site_row USING btree (site_id);

CREATE INDEX relic_slug_base_taken ON public.relic_slug USING btree (base);

CREATE INDEX relic_slug_site ON public.relic_slug USING btree (site_id, "position");

CREATE INDEX relic_tour_commune ON public.relic_tour USING btree (commune_code);

CREATE INDEX relic_tour_stop_site ON public.relic_tour_stop USING btree (site_id);

CREATE INDEX report_code_report ON public.report_code USING btree (report_id);

CREATE INDEX report_contact_report ON public.report_contact USING btree (report_id);

CREATE INDEX report_duplicates ON public.report USING btree (duplicate_of) WHERE (duplicate_of IS NOT NULL);

CREATE INDEX report_event_report ON public.report_event USING btree (report_id, at, id);

CREATE INDEX report_geom ON public.report USING gist (geom);

CREATE INDEX report_inbox ON public.report USING btree (commune_code, state, received_at);

CREATE INDEX report_media_public ON public.report_media USING btree (public_sha256) WHERE (public_sha256 IS NOT NULL);

CREATE INDEX report_media_sha256 ON public.report_media USING btree (sha256);

CREATE INDEX report_media_thumb ON public.report_media USING btree (thumb_sha256) WHERE (thumb_sha256 IS NOT NULL);

CREATE INDEX report_public_place ON public.report USING gist (public.public_report_place(geom, sensitive)) WHERE (approved_at IS NOT NULL);

CREATE INDEX report_search ON public.report USING gin (public.search_text(public.report_title(number, COALESCE(public_text, description))) public.gin_trgm_ops) WHERE (approved_at IS NOT NULL);

CREATE INDEX report_unit ON public.report USING btree (unit_id, state);

CREATE INDEX report_updated ON public.report USING btree (updated_at);

CREATE INDEX residential_area_geom ON public.residential_area USING gist (geom);

CREATE INDEX residential_area_import ON public.residential_area USING btree (import_id);

CREATE INDEX residential_area_ref ON public.residential_area USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX residential_area_search ON public.residential_area USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX road_geom ON public.road USING gist (geom);

CREATE INDEX road_import ON public.road USING btree (import_id);

CREATE INDEX road_ref ON public.road USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX road_search ON public.road USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX session_account ON public.session USING btree (account_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX target_in_force ON public.target USING btree (commune_code, indicator_code, year, quarter) NULLS NOT DISTINCT WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX trusted_device_account ON public.trusted_device USING btree (account_id);

CREATE INDEX village_centre_import ON public.village_centre USING btree (import_id);

CREATE INDEX village_centre_point ON public.village_centre USING gist (point);

CREATE INDEX village_code ON public.village USING btree (code, known_to);

CREATE INDEX village_commune ON public.village USING btree (commune_code);

CREATE INDEX village_geom ON public.village USING gist (geom);

CREATE INDEX village_import ON public.village USING btree (import_id);

CREATE INDEX village_origin ON public.village USING btree (origin_id);

CREATE INDEX village_search ON public.village USING gin (public.search_text(((kind || ' '::text) || name)) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX waterway_geom ON public.waterway USING gist (geom);

CREATE INDEX waterway_import ON public.waterway USING btree (import_id);

CREATE INDEX waterway_ref ON public.waterway USING btree (ref, commune_code) WHERE (ref IS NOT NULL);

CREATE INDEX waterway_search ON public.waterway USING gin (public.search_text(name) public.gin_trgm_ops) WHERE (known_to = 'infinity'::timestamp with time zone);

CREATE INDEX wifi_check_account ON public.wifi_check USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX wifi_check_site ON public.wifi_check USING btree (site_id, at DESC, id DESC);

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_building_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_building_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_camera_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_camera_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_cell_site_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_cell_site_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_commune_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_commune_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_coverage_claim_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_coverage_claim_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_cultural_house_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_cultural_house_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_fibre_line_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_fibre_line_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_fixed_service_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_fixed_service_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_institution_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_institution_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_land_use_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_land_use_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_relic_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_relic_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_residential_area_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_residential_area_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_road_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_road_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_village_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_village_zooms_place_idx;

ALTER INDEX public.drawing_feature ATTACH PARTITION public.drawing_waterway_feature_id_idx;

ALTER INDEX public.drawing_place ATTACH PARTITION public.drawing_waterway_zooms_place_idx;

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_entry_keep BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_head_goes_on BEFORE DELETE OR UPDATE ON public.audit_head FOR EACH ROW EXECUTE FUNCTION public.guard_audit_head();

CREATE TRIGGER audit_head_keep BEFORE TRUNCATE ON public.audit_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER premises_of_import AFTER INSERT ON public.premises REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.require_import();

CREATE TRIGGER quality_round_check_kept BEFORE DELETE OR UPDATE ON public.quality_round_check FOR EACH ROW EXECUTE FUNCTION public.keep_quality_round();

CREATE TRIGGER quality_round_closed BEFORE DELETE OR UPDATE ON public.quality_round FOR EACH ROW EXECUTE FUNCTION public.guard_quality_round();

CREATE TRIGGER quality_round_finding_kept BEFORE DELETE OR UPDATE ON public.quality_round_finding FOR EACH ROW EXECUTE FUNCTION public.keep_quality_round();

CREATE TRIGGER report_category_changed AFTER UPDATE ON public.report_category FOR EACH STATEMENT EXECUTE FUNCTION public.raise_reports_version();

CREATE CONSTRAINT TRIGGER report_changed AFTER UPDATE ON public.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.approved_at IS NOT NULL) OR (new.approved_at IS NOT NULL))) EXECUTE FUNCTION public.raise_reports_version();

CREATE CONSTRAINT TRIGGER report_published AFTER INSERT ON public.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.approved_at IS NOT NULL)) EXECUTE FUNCTION public.raise_reports_version();

CREATE CONSTRAINT TRIGGER report_removed AFTER DELETE ON public.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.approved_at IS NOT NULL)) EXECUTE FUNCTION public.raise_reports_version();

CREATE TRIGGER report_unit_renamed AFTER UPDATE OF name ON public.unit FOR EACH STATEMENT EXECUTE FUNCTION public.raise_reports_version();

CREATE TRIGGER wifi_check_known AFTER INSERT ON public.wifi_check FOR EACH STATEMENT EXECUTE FUNCTION public.raise_houses_version();

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.answer_template
    ADD CONSTRAINT answer_template_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.report_category(code);

ALTER TABLE ONLY public.area_coverage
    ADD CONSTRAINT area_coverage_slice_id_fkey FOREIGN KEY (slice_id) REFERENCES public.coverage_slice(id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.camera
    ADD CONSTRAINT camera_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.category_unit
    ADD CONSTRAINT category_unit_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.report_category(code);

ALTER TABLE ONLY public.category_unit
    ADD CONSTRAINT category_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.cell_site
    ADD CONSTRAINT cell_site_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.coverage_claim
    ADD CONSTRAINT coverage_claim_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);

ALTER TABLE ONLY public.coverage_claim
    ADD CONSTRAINT coverage_claim_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.coverage_edge
    ADD CONSTRAINT coverage_edge_slice_id_fkey FOREIGN KEY (slice_id) REFERENCES public.coverage_slice(id);

ALTER TABLE ONLY public.coverage_piece
    ADD CONSTRAINT coverage_piece_slice_id_fkey FOREIGN KEY (slice_id) REFERENCES public.coverage_slice(id);

ALTER TABLE ONLY public.coverage_run
    ADD CONSTRAINT coverage_run_slice_id_fkey FOREIGN KEY (slice_id) REFERENCES public.coverage_slice(id);

ALTER TABLE ONLY public.coverage_slice
    ADD CONSTRAINT coverage_slice_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.delivery(id);

ALTER TABLE ONLY public.cultural_house
    ADD CONSTRAINT cultural_house_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.fibre_line
    ADD CONSTRAINT fibre_line_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.fixed_service
    ADD CONSTRAINT fixed_service_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.footprint
    ADD CONSTRAINT footprint_id_fkey FOREIGN KEY (id) REFERENCES public.building(id);

ALTER TABLE ONLY public.footprint
    ADD CONSTRAINT footprint_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.house_site_row
    ADD CONSTRAINT house_site_row_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.house_site(id);

ALTER TABLE ONLY public.institution
    ADD CONSTRAINT institution_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.land_use
    ADD CONSTRAINT land_use_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.measurement
    ADD CONSTRAINT measurement_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);

ALTER TABLE ONLY public.media
    ADD CONSTRAINT media_made_of_fkey FOREIGN KEY (made_of) REFERENCES public.media(sha256);

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.operator
    ADD CONSTRAINT operator_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.place_edit
    ADD CONSTRAINT place_edit_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.place_edit
    ADD CONSTRAINT place_edit_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.place_media
    ADD CONSTRAINT place_media_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.quality_case
    ADD CONSTRAINT quality_case_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.quality_case
    ADD CONSTRAINT quality_case_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.quality_case
    ADD CONSTRAINT quality_case_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.quality_round_check
    ADD CONSTRAINT quality_round_check_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.quality_round(id);

ALTER TABLE ONLY public.quality_round
    ADD CONSTRAINT quality_round_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.quality_round_finding
    ADD CONSTRAINT quality_round_finding_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.quality_round(id);

ALTER TABLE ONLY public.quality_round
    ADD CONSTRAINT quality_round_started_by_fkey FOREIGN KEY (started_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.relic_bag_row
    ADD CONSTRAINT relic_bag_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.relic_bag_row
    ADD CONSTRAINT relic_bag_row_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.relic_site(id);

ALTER TABLE ONLY public.relic
    ADD CONSTRAINT relic_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.relic_media
    ADD CONSTRAINT relic_media_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.relic_site(id);

ALTER TABLE ONLY public.relic_memory_event
    ADD CONSTRAINT relic_memory_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.relic_memory_event
    ADD CONSTRAINT relic_memory_event_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.relic_memory(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.relic_memory
    ADD CONSTRAINT relic_memory_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.relic_site(id);

ALTER TABLE ONLY public.relic_site_row
    ADD CONSTRAINT relic_site_row_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.relic_site(id);

ALTER TABLE ONLY public.relic_slug
    ADD CONSTRAINT relic_slug_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.relic_site(id);

ALTER TABLE ONLY public.relic_tour_stop
    ADD CONSTRAINT relic_tour_stop_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.relic_site(id);

ALTER TABLE ONLY public.relic_tour_stop
    ADD CONSTRAINT relic_tour_stop_tour_id_fkey FOREIGN KEY (tour_id) REFERENCES public.relic_tour(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_category_code_fkey FOREIGN KEY (category_code) REFERENCES public.report_category(code);

ALTER TABLE ONLY public.report_code
    ADD CONSTRAINT report_code_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id);

ALTER TABLE ONLY public.report_contact
    ADD CONSTRAINT report_contact_code_hash_fkey FOREIGN KEY (code_hash) REFERENCES public.report_code(code_hash);

ALTER TABLE ONLY public.report_contact
    ADD CONSTRAINT report_contact_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES public.report(id);

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.report_event
    ADD CONSTRAINT report_event_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id);

ALTER TABLE ONLY public.report_media
    ADD CONSTRAINT report_media_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.report_media
    ADD CONSTRAINT report_media_public_sha256_fkey FOREIGN KEY (public_sha256) REFERENCES public.media(sha256);

ALTER TABLE ONLY public.report_media
    ADD CONSTRAINT report_media_report_id_fkey FOREIGN KEY (report_id) REFERENCES public.report(id);

ALTER TABLE ONLY public.report_media
    ADD CONSTRAINT report_media_thumb_sha256_fkey FOREIGN KEY (thumb_sha256) REFERENCES public.media(sha256);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_taken_in_by_fkey FOREIGN KEY (taken_in_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT report_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.residential_area
    ADD CONSTRAINT residential_area_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.road
    ADD CONSTRAINT road_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.target
    ADD CONSTRAINT target_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES public.plan(commune_code);

ALTER TABLE ONLY public.target
    ADD CONSTRAINT target_indicator_code_fkey FOREIGN KEY (indicator_code) REFERENCES public.indicator(code);

ALTER TABLE ONLY public.task
    ADD CONSTRAINT task_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES public.plan(commune_code);

ALTER TABLE ONLY public.trusted_device
    ADD CONSTRAINT trusted_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.village_centre
    ADD CONSTRAINT village_centre_id_fkey FOREIGN KEY (id) REFERENCES public.village(id);

ALTER TABLE ONLY public.village_centre
    ADD CONSTRAINT village_centre_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.village
    ADD CONSTRAINT village_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.waterway
    ADD CONSTRAINT waterway_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.wifi_check
    ADD CONSTRAINT wifi_check_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.wifi_check
    ADD CONSTRAINT wifi_check_site_id_fkey FOREIGN KEY (site_id) REFERENCES public.house_site(id);
