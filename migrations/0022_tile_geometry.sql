-- A shape in EPSG:3857 as a vector tile has it: whole units of 1/4096 of the tile's side, y down, cut 64 units beyond the
-- tile's edge, outer rings in the direction that the format asks for. Null where nothing is left. The same on every
-- engine, also where PostGIS was built without st_asmvtgeom. west, north: the tile's corner; scale: units per metre.
create function tile_geometry(shape geometry, west double precision, north double precision, scale double precision)
  returns geometry
  language plpgsql immutable strict parallel safe as $$
declare
  frame constant geometry := st_makeenvelope(-64, -64, 4160, 4160, 3857);
  exact geometry := st_transscale(shape, -west, -north, scale, -scale);
  g geometry := st_snaptogrid(exact, 1);
begin
  if not g @ frame then
    -- The cut of an edge often lies exactly between two units: the small shift rounds it up on every engine.
    g := st_snaptogrid(st_translate(st_clipbybox2d(g, frame), 1e-6, 1e-6), 1);
  end if;
  if st_dimension(shape) = 2 then
    -- Snapping may make rings touch or cross; the slower way rounds all corners at once and keeps the shape valid. Not
    -- st_makevalid: GEOS throws inside it at times, which the embedded engine does not survive.
    if not st_isvalid(g) then
      g := st_snaptogrid(st_translate(st_clipbybox2d(st_reduceprecision(exact, 1), frame), 1e-6, 1e-6), 1);
    end if;
    g := st_forcepolygonccw(st_collectionextract(g, 3));
  elsif st_dimension(shape) = 1 then
    g := st_collectionextract(g, 2);
  end if;
  return case when not st_isempty(g) then g end;
end
$$;
