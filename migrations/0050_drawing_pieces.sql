-- Cuts a big form (EPSG:3857) into the four quarters of a tile again and again, each with the tile buffer of its lowest
-- zoom around it, until the pieces have at most so many vertices or are one tile. core: the piece's own quarter. A function
-- and not a recursive query, whose guessed cost would make PostgreSQL compile it at each call.
create function drawing_pieces(
    shape geometry, zoom integer, vertices integer, depth integer default 0, x integer default 0, y integer default 0)
  returns table (core box, geom geometry)
  language plpgsql immutable parallel safe rows 2 as $$
declare
  quarter constant geometry := st_tileenvelope(depth, x, y);
  frame constant geometry := st_expand(quarter, 40075016.6855785 / 2 ^ zoom / 64 * 1.01);
  piece geometry := shape;
begin
  if not shape && frame then
    return;
  end if;
  if not shape @ frame then
    piece := st_collectionextract(st_clipbybox2d(shape, frame), st_dimension(shape) + 1);
  end if;
  if st_isempty(piece) then
    return;
  end if;
  if depth >= zoom or st_npoints(piece) <= vertices then
    return query select quarter::box3d::box, piece;
    return;
  end if;
  for dx in 0..1 loop
    for dy in 0..1 loop
      return query select * from drawing_pieces(piece, zoom, vertices, depth + 1, x * 2 + dx, y * 2 + dy);
    end loop;
  end loop;
end
$$;
