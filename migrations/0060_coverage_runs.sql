-- Runs of edges that follow one another, for looking up which places lie near an edge: one probe for a dozen edges. Their
-- corners are those of coverage_edge, exactly; what stands there one by one is for drawing bands around edges.
create table coverage_run (
  slice_id bigint not null references coverage_slice,
  safe_m   double precision,
  near_m   double precision,
  geom     geometry(LineString, 4326) not null,
  reach    geometry(Polygon, 4326) not null
);
comment on table coverage_run is 'safe_m, near_m, reach: as in coverage_edge.';
create index coverage_run_slice on coverage_run (slice_id);
create index coverage_run_reach on coverage_run using gist (reach);
insert into coverage_run (slice_id, safe_m, near_m, geom, reach)
select slice_id, safe_m, near_m, geom, reach from coverage_edge;
