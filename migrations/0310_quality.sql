-- What a commune's data lack is computed from the present facts at each question; kept is only what people decide about it.

-- From where on something is told, where a commune said so; without a row the program's own numbers hold.
create table quality_limit (
  commune_code text primary key,
  limits       jsonb not null,
  version      integer not null default 1
);

-- Who sees to a finding, and findings that are accepted as they are. A finding is told by its key, which follows from the
-- keys of its records; what is mended keeps its row, so that it is known again when it comes back.
create table quality_case (
  id               bigint primary key generated always as identity,
  commune_code     text not null,
  key              text not null,
  unit_id          bigint references unit,
  account_id       bigint references account,
  accepted_reason  text check (accepted_reason ~ '\S'),
  accepted_on      date,
  accepted_by      bigint references account,
  -- How large it was then: what has grown since is told again.
  accepted_measure double precision,
  -- Of a gap, its shape: a gap that changed is the same one where it overlaps this.
  geom             geometry(Geometry, 4326),
  version          integer not null default 1,
  unique (commune_code, key),
  check ((accepted_reason is null) = (accepted_on is null) and (accepted_reason is null) = (accepted_by is null))
);

-- A round of cleaning, with what was found when it began and when it was closed.
create table quality_round (
  id           bigint primary key generated always as identity,
  commune_code text not null,
  name         text not null check (name ~ '\S'),
  from_day     date not null,
  to_day       date not null check (from_day <= to_day),
  -- The plan's task that it answers, as it was called then.
  task         text,
  -- Both ends are looked at with the same limits.
  limits       jsonb not null,
  started_by   bigint not null references account,
  started_at   timestamptz not null,
  closed_by    bigint references account,
  closed_at    timestamptz,
  conclusion   text,
  version      integer not null default 1,
  check ((closed_at is null) = (closed_by is null))
);
create unique index quality_round_open on quality_round (commune_code) where closed_at is null;

create table quality_round_check (
  round_id bigint not null references quality_round,
  ending   boolean not null,
  kind     text not null,
  -- Null: could not be looked at; reason says why.
  found    integer,
  accepted integer,
  reason   text,
  primary key (round_id, ending, kind),
  check ((found is null) = (reason is not null))
);

create table quality_round_finding (
  round_id bigint not null references quality_round,
  ending   boolean not null,
  key      text not null,
  kind     text not null,
  accepted boolean not null,
  text_vi  text not null,
  text_en  text not null,
  geom     geometry(Geometry, 4326),
  primary key (round_id, ending, key)
);

-- What was signed stays as it was.
create function guard_quality_round() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'quality_round % is closed', old.id;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger quality_round_closed before update or delete on quality_round
  for each row execute function guard_quality_round();
create function keep_quality_round() returns trigger language plpgsql as $$
begin
  raise exception 'What a round found is only added to';
end
$$;
create trigger quality_round_check_kept before update or delete on quality_round_check
  for each row execute function keep_quality_round();
create trigger quality_round_finding_kept before update or delete on quality_round_finding
  for each row execute function keep_quality_round();

-- Gaps that somebody knows by a key: of cases, and of what a round began with.
create view quality_known_gap as
select commune_code, key, geom from quality_case where geom is not null
union all
select r.commune_code, f.key, f.geom
  from quality_round_finding f
  join quality_round r on r.id = f.round_id
 where f.kind = 'gap' and not f.ending and f.geom is not null and r.closed_at is null;
