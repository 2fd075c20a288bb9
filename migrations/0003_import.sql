-- One file taken in. undone_at null: still believed. known time of its rows starts at published_at.
create table import (
  id             bigint generated always as identity primary key,
  collection     text not null,
  title          text not null,
  file_name      text not null,
  sha256         text not null,
  size_bytes     bigint not null,
  options        jsonb not null default '{}',
  crs            text,
  commune_code   text,
  rows_in        integer not null,
  rows_refused   integer not null default 0,
  rows_repaired  integer not null default 0,
  imported_by    text not null,
  published_at   timestamptz not null,
  undone_at      timestamptz,
  undone_by      text
);
create index import_sha256 on import (sha256) where undone_at is null;

-- Raised in the same transaction as every change of a collection; what is cached carries it.
create table collection_version (
  collection text primary key,
  version    bigint not null default 1,
  changed_at timestamptz not null default now()
);
