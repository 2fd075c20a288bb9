-- Geometries ready to be drawn: EPSG:3857, simplified to half a screen pixel of their zooms, kept in step with the
-- features by derivations in the publishing transaction. Properties and rights are not here: a tile joins the open view.
create table drawing (
  collection text not null,
  feature_id bigint not null,
  zooms      int4range not null,
  valid_from date not null default '-infinity',
  valid_to   date not null default 'infinity',
  core       box,
  geom       geometry(Geometry, 3857) not null
) partition by list (collection);
comment on column drawing.zooms is 'The zooms of tiles in which this form is drawn.';
comment on column drawing.valid_from is 'Days on which this form is right, within the validity of its feature (coverage cut by a later delivery).';
comment on column drawing.core is 'Null: the whole feature. Else a piece of a big one, cut along tile edges with the tile buffer around it: for the tiles whose centre lies in this box, and for no others, so that each tile has one piece and no cut shows.';

create index drawing_place on drawing using gist (zooms, geom);
create index drawing_feature on drawing (feature_id);

create table drawing_commune          partition of drawing for values in ('communes');
create table drawing_village          partition of drawing for values in ('villages');
create table drawing_coverage_claim   partition of drawing for values in ('coverage_claims');
create table drawing_cell_site        partition of drawing for values in ('cell_sites');
create table drawing_fibre_line       partition of drawing for values in ('fibre_lines');
create table drawing_fixed_service    partition of drawing for values in ('fixed_services');
create table drawing_residential_area partition of drawing for values in ('residential_areas');
create table drawing_cultural_house   partition of drawing for values in ('cultural_houses');
create table drawing_institution      partition of drawing for values in ('institutions');
create table drawing_camera           partition of drawing for values in ('cameras');
create table drawing_relic            partition of drawing for values in ('relics');
create table drawing_building         partition of drawing for values in ('buildings');
create table drawing_road             partition of drawing for values in ('roads');
create table drawing_waterway         partition of drawing for values in ('waterways');
create table drawing_land_use         partition of drawing for values in ('land_uses');
