-- A file by the SHA-256 of its bytes. `path` is relative to the store; public bytes are re-encoded files of their own.
create table media (
  sha256       bytea primary key check (length(sha256) = 32),
  kind         text not null check (kind in ('image', 'audio')),
  mime         text not null,
  size_bytes   bigint not null,
  width        integer,
  height       integer,
  -- Seconds of audio.
  duration_s   double precision,
  -- Anyone may read it: only files that were made to be public (re-encoded, boxes burnt in).
  open         boolean not null default false,
  -- The original that it was made of; null: it is an original.
  made_of      bytea references media,
  -- 'original', 'picture' (re-encoded, up to 2,048 px), 'thumbnail'.
  variant      text not null default 'original' check (variant in ('original', 'picture', 'thumbnail')),
  created_at   timestamptz not null default now(),
  checked_at   timestamptz,
  damaged_at   timestamptz
);
create index media_made_of on media (made_of);
