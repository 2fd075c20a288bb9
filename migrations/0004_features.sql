-- Every feature has two times. valid_from/valid_to (half-open days): when it is true on the ground.
-- known_from/known_to: when this program held it to be so; rows are closed, never changed or deleted, so that an answer
-- with asOf and knownAt fixed stays equal for ever. When a later import takes over part of a row's validity, the row is
-- closed and what is left of it is inserted as new pieces with the same origin. Ids come from one sequence, so that a
-- fact about a place (which village holds it, who covers it) can be kept by origin_id alone.
create sequence feature_id;


create table commune (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiPolygon, 4326),
  code         text not null check (code ~ '^[0-9]{5}$'),
  name         text not null,
  kind         text not null default 'xã',
  province     text,
  illustration boolean not null default false,
  check (valid_from < valid_to), check (known_from <= known_to)
);
comment on table commune is 'A commune that only the plans name has no geometry yet: geom is null.';
create index commune_geom on commune using gist (geom);
create index commune_import on commune (import_id);
create index commune_code on commune (code, known_to);

create table village (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiPolygon, 4326) not null,
  code         text not null,
  name         text not null,
  kind         text not null,
  population   integer check (population >= 0),
  households   integer check (households >= 0),
  predecessor  text,
  provisional  boolean not null default false,
  check (valid_from < valid_to), check (known_from <= known_to)
);
comment on table village is 'commune_code is filled when the village is published: the commune that holds its point on surface.';
create index village_geom on village using gist (geom);
create index village_import on village (import_id);
create index village_code on village (code, known_to);

create table premises (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(Point, 4326) not null,
  residents     integer check (residents >= 0),
  households    integer not null default 1 check (households >= 0),
  kind          text not null default 'household' check (kind in ('household', 'business')),
  max_down_mbps double precision check (max_down_mbps >= 0),
  fibre         text check (fibre in ('yes', 'no')),
  provider      text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
comment on table premises is 'One household point or business. residents null: not known. Never public as a point: there is no view in `open`.';
create index premises_geom on premises using gist (geom);
create index premises_import on premises (import_id);
create index premises_ref on premises (ref) where ref is not null;

create table operator (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  name         text not null,
  technologies text[] not null,
  check (valid_from < valid_to), check (known_from <= known_to)
);
comment on table operator is 'Expected in commune_code (null: everywhere) for these technologies while valid.';
create index operator_import on operator (import_id);
create index operator_ref on operator (ref) where ref is not null;

create table cell_site (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(Point, 4326) not null,
  operator     text not null,
  technologies text[] not null,
  name         text,
  height_m     double precision check (height_m >= 0),
  hardened     boolean,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index cell_site_geom on cell_site using gist (geom);
create index cell_site_import on cell_site (import_id);
create index cell_site_ref on cell_site (ref) where ref is not null;

create table fibre_line (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiLineString, 4326) not null,
  operator     text not null,
  name         text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index fibre_line_geom on fibre_line using gist (geom);
create index fibre_line_import on fibre_line (import_id);
create index fibre_line_ref on fibre_line (ref) where ref is not null;

create table fixed_service (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiPolygon, 4326) not null,
  provider     text not null,
  down_mbps    double precision not null check (down_mbps > 0),
  technology   text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index fixed_service_geom on fixed_service using gist (geom);
create index fixed_service_import on fixed_service (import_id);
create index fixed_service_ref on fixed_service (ref) where ref is not null;

create table residential_area (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiPolygon, 4326) not null,
  name         text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index residential_area_geom on residential_area using gist (geom);
create index residential_area_import on residential_area (import_id);
create index residential_area_ref on residential_area (ref) where ref is not null;

create table cultural_house (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(Point, 4326) not null,
  name            text not null,
  wifi            text not null default 'unknown' check (wifi in ('yes', 'no', 'unknown')),
  wifi_checked_on date,
  provider        text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
comment on table cultural_house is 'Declared (wifi) and checked (wifi_checked_on) are two facts.';
create index cultural_house_geom on cultural_house using gist (geom);
create index cultural_house_import on cultural_house (import_id);
create index cultural_house_ref on cultural_house (ref) where ref is not null;

create table institution (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(Point, 4326) not null,
  name            text not null,
  kind            text not null check (kind in ('office', 'school', 'health')),
  line_mbps       double precision check (line_mbps >= 0),
  line_checked_on date,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index institution_geom on institution using gist (geom);
create index institution_import on institution (import_id);
create index institution_ref on institution (ref) where ref is not null;

create table camera (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(Point, 4326) not null,
  place        text not null,
  owner        text not null,
  purpose      text not null,
  contact      text,
  state        text check (state in ('working', 'broken', 'unknown')),
  azimuth_deg  double precision check (azimuth_deg >= 0 and azimuth_deg < 360),
  view_deg     double precision check (view_deg > 0 and view_deg <= 360),
  range_m      double precision check (range_m > 0),
  model        text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
comment on table camera is 'The public sees place, owner, purpose and contact only.';
create index camera_geom on camera using gist (geom);
create index camera_import on camera (import_id);
create index camera_ref on camera (ref) where ref is not null;

create table building (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiPolygon, 4326) not null,
  name         text,
  class        text,
  levels       integer check (levels >= 0),
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index building_geom on building using gist (geom);
create index building_import on building (import_id);
create index building_ref on building (ref) where ref is not null;

create table road (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiLineString, 4326) not null,
  name         text,
  class        text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index road_geom on road using gist (geom);
create index road_import on road (import_id);
create index road_ref on road (ref) where ref is not null;

create table waterway (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(Geometry, 4326) not null,
  name         text,
  class        text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
comment on table waterway is 'Lines (canals, streams) and polygons (rivers, lakes).';
create index waterway_geom on waterway using gist (geom);
create index waterway_import on waterway (import_id);
create index waterway_ref on waterway (ref) where ref is not null;

create table land_use (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiPolygon, 4326) not null,
  name         text,
  class        text,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index land_use_geom on land_use using gist (geom);
create index land_use_import on land_use (import_id);
create index land_use_ref on land_use (ref) where ref is not null;

create table relic (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null default '-infinity',
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(Geometry, 4326) not null,
  name            text not null,
  rank            text check (rank in ('special_national', 'national', 'provincial', 'inventory')),
  kind            text,
  decision_number text,
  decision_date   date,
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index relic_geom on relic using gist (geom);
create index relic_import on relic (import_id);
create index relic_ref on relic (ref) where ref is not null;
-- One operator's map of one technology from one day, for the communes it speaks for. With no claim of its own it says
-- "no coverage here". It replaces that operator's earlier delivery in those communes from valid_from on.
create table delivery (
  id            bigint primary key default nextval('feature_id'),
  import_id     bigint not null references import,
  operator      text not null,
  technology    text not null check (technology in ('4G', '5G')),
  valid_from    date not null,
  commune_codes text[] not null,
  unique (import_id, operator, technology, valid_from)
);
comment on column delivery.commune_codes is 'The communes it speaks for; empty: it only claims, its silence says nothing.';

create table coverage_claim (
  id           bigint primary key default nextval('feature_id'),
  origin       bigint,
  origin_id    bigint not null generated always as (coalesce(origin, id)) stored,
  import_id    bigint not null references import,
  delivery_id  bigint not null references delivery,
  row_number   integer not null,
  ref          text,
  commune_code text,
  valid_from   date not null,
  valid_to     date not null default 'infinity',
  known_from   timestamptz not null,
  known_to     timestamptz not null default 'infinity',
  geom         geometry(MultiPolygon, 4326) not null,
  operator     text not null,
  technology   text not null check (technology in ('4G', '5G')),
  resolution_m double precision not null default 100 check (resolution_m >= 0),
  level        text,
  method       text not null default 'declared' check (method in ('declared', 'model', 'measured')),
  check (valid_from < valid_to), check (known_from <= known_to)
);
create index coverage_claim_geom on coverage_claim using gist (geom);
create index coverage_claim_import on coverage_claim (import_id);
create index coverage_claim_delivery on coverage_claim (delivery_id);
