-- Rows of a file on their way in. They are staged in batches and published at once, so that nobody waits for a slow file
-- and nothing is half done. What a crashed run left is swept by the next one (its process no longer runs).
create table import_staging (
  id            bigint generated always as identity primary key,
  collection    text not null,
  host          text not null,
  pid           integer not null,
  pid_started   text not null,
  started_at    timestamptz not null default now(),
  publishing_at timestamptz
);
comment on column import_staging.publishing_at is
  'Set just before the publishing transaction begins: what it publishes is known from a later moment than this.';

-- Not logged: after a crash of the database it is empty, and an import that finds fewer rows than it staged gives up.
create unlogged table import_row (
  staging_id    bigint not null,
  row_number    integer not null,
  fields        jsonb not null,
  geom          geometry(Geometry, 4326),
  commune_code  text,
  repaired      boolean not null default false,
  problem       text,
  problem_value text
);
create index import_row_staging on import_row (staging_id, row_number);
