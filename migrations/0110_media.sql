-- A file by the SHA-256 of the bytes that were sent; public bytes are re-encoded files of their own.
create table media (
  sha256         bytea primary key check (length(sha256) = 32),
  -- The SHA-256 of the bytes that are kept: the same, but for a voice note whose metadata was taken out.
  stored_sha256  bytea not null check (length(stored_sha256) = 32),
  kind           text not null check (kind in ('image', 'audio')),
  mime           text not null,
  -- Of the bytes that are kept.
  size_bytes     bigint not null,
  width          integer,
  height         integer,
  -- Seconds of audio, as far as the file itself tells.
  duration_s     double precision,
  -- Anyone may read it: only files that were made to be public (re-encoded, boxes burnt in).
  open           boolean not null default false check (not open or variant <> 'original'),
  -- The original that it was made of; null: it is an original.
  made_of        bytea references media,
  -- 'original', 'picture' (re-encoded, up to 2,048 px), 'thumbnail'.
  variant        text not null default 'original' check (variant in ('original', 'picture', 'thumbnail')),
  -- Also when it was last handed in again.
  created_at     timestamptz not null default now(),
  checked_at     timestamptz,
  -- When its bytes were found missing or changed; null: as they were.
  damaged_at     timestamptz,
  check ((made_of is null) = (variant = 'original'))
);
create index media_made_of on media (made_of);
create index media_stored on media (stored_sha256);
create index media_checked on media (checked_at nulls first);
create index media_damaged on media (damaged_at) where damaged_at is not null;

-- What anyone may read of files.
create view open.media as
select sha256, stored_sha256, mime, size_bytes from media where open;
