-- Facts about features that never change, since a raw row's geometry never changes: which area holds a place, how deep a
-- place lies in an operator's map. They are filled in the transaction that publishes an import (server/coverage/facts.ts)
-- and never deleted; time enters only through the rows that they are joined to. All ids are origin ids.

-- Buildings as bearers of people where a village has no household points. floor_mm2: footprint on the spheroid × levels,
-- in whole mm², so that sums are exact in any order.
create table footprint (
  id        bigint primary key references building,
  import_id bigint not null references import,
  floor_mm2 bigint not null check (floor_mm2 >= 0),
  point     geometry(Point, 4326) not null
);
create index footprint_point on footprint using gist (point);
create index footprint_import on footprint (import_id);

-- Where a village is looked at when it has no cultural house: its centroid, or a point on its surface when that lies outside.
create table village_centre (
  id        bigint primary key references village,
  import_id bigint not null references import,
  point     geometry(Point, 4326) not null
);
create index village_centre_point on village_centre using gist (point);
create index village_centre_import on village_centre (import_id);

-- What lies at a point, and what holds points. Flat unions: every branch keeps its own indexes.
create view place as
  select origin_id as id, 'premises' as kind, import_id, geom as point from premises where origin is null
  union all
  select id, 'footprint', import_id, point from footprint
  union all
  select id, 'village_centre', import_id, point from village_centre
  union all
  select origin_id, 'cultural_house', import_id, geom from cultural_house where origin is null
  union all
  select origin_id, 'institution', import_id, geom from institution where origin is null
  union all
  select origin_id, 'camera', import_id, geom from camera where origin is null;

create view area as
  select origin_id as id, 'village' as kind, import_id, geom from village where origin is null
  union all
  select origin_id, 'commune', import_id, geom from commune where origin is null and geom is not null
  union all
  select origin_id, 'fixed_service', import_id, geom from fixed_service where origin is null;

-- Membership by ST_Covers: the edge counts, so a place on a shared edge is in both; who wins is decided at reading.
create table place_area (
  area_id  bigint not null,
  place_id bigint not null,
  primary key (area_id, place_id)
);
create index place_area_place on place_area (place_id, area_id);

-- What one delivery claims over a span of days in which its claims do not change. geom: the claims dissolved.
create table coverage_slice (
  id           bigint primary key default nextval('feature_id'),
  delivery_id  bigint not null references delivery,
  valid_from   date not null,
  valid_to     date not null,
  resolution_m double precision not null,
  geom         geometry(MultiPolygon, 4326) not null,
  check (valid_from < valid_to)
);
comment on column coverage_slice.resolution_m is 'The coarsest of its claims: what "safely inside" is measured by.';
create index coverage_slice_delivery on coverage_slice (delivery_id, valid_from);
create index coverage_slice_geom on coverage_slice using gist (geom);

-- The claims' own polygons, not dissolved: a union computes new vertices, and a place exactly on an edge could fall out.
create table coverage_piece (
  slice_id bigint not null references coverage_slice,
  geom     geometry(Polygon, 4326) not null
);
create index coverage_piece_slice on coverage_piece (slice_id);
create index coverage_piece_geom on coverage_piece using gist (geom);

-- Edges of the dissolved claims, at most 0.005° long, so that the arc that geography measures to stays within 3 mm of the
-- straight edge in degrees that ST_Covers looks at. safe_m: a place inside and nearer than this is not safe; near_m: a place
-- outside and within this is near. reach: box that surely holds everything within them.
create table coverage_edge (
  slice_id bigint not null references coverage_slice,
  safe_m   double precision,
  near_m   double precision,
  geom     geometry(LineString, 4326) not null,
  reach    geometry(Polygon, 4326) not null
);
create index coverage_edge_slice on coverage_edge (slice_id);
create index coverage_edge_reach on coverage_edge using gist (reach);

-- depth 3: covered and at least resolution_m from the edge; 2: covered; 1: not covered, within a claim's resolution_m.
create table place_coverage (
  place_id bigint not null,
  slice_id bigint not null,
  depth    smallint not null check (depth between 1 and 3),
  primary key (place_id, slice_id) include (depth)
);

-- Which slices meet a village or commune at all.
create table area_coverage (
  area_id  bigint not null,
  slice_id bigint not null references coverage_slice,
  primary key (area_id, slice_id)
);
create index area_coverage_slice on area_coverage (slice_id);

-- Land of a village or commune inside the union of these slices (ids in ascending order). A memo: an absent row is computed.
create table covered_land (
  area_id    bigint not null,
  slice_ids  bigint[] not null,
  covered_m2 double precision not null,
  primary key (area_id, slice_ids)
);
create table area_land (
  area_id bigint primary key,
  m2      double precision not null
);

-- From a fact to the rows that are left of a raw row.
create index premises_origin on premises (origin_id);
create index building_origin on building (origin_id);
create index village_origin on village (origin_id);
create index village_commune on village (commune_code);
create index delivery_communes on delivery using gin (commune_codes);
