-- Who works here. A unit is an office or group of a commune that is responsible for reports.
create table unit (
  id            bigint generated always as identity primary key,
  commune_code  text not null,
  name          text not null,
  ended_at      timestamptz,
  unique (commune_code, name)
);

-- commune_code null: all communes of this installation. password_hash null: no password set yet, nobody can sign in.
create table account (
  id             bigint generated always as identity primary key,
  login          text not null check (login = lower(login)),
  name           text not null,
  role           text not null check (role in ('field', 'officer', 'leader', 'planner', 'culture', 'administrator')),
  commune_code   text,
  unit_id        bigint references unit,
  password_hash  text,
  totp_secret    text,
  -- Shown for enrolment, in force once a code of it was given.
  totp_pending   text,
  -- The step of the last code that was used: a code opens once.
  totp_last_step bigint,
  created_at     timestamptz not null default now(),
  disabled_at    timestamptz,
  check (role <> 'officer' or unit_id is not null)
);
create unique index account_login on account (login);

-- Only hashes of what opens something are kept: a copy of the database opens no session. seen_at is renewed now and then.
create table session (
  token_hash   bytea primary key,
  account_id   bigint not null references account,
  created_at   timestamptz not null default now(),
  seen_at      timestamptz not null default now(),
  expires_at   timestamptz not null,
  ended_at     timestamptz
);
create index session_account on session (account_id) where ended_at is null;

create table one_time_link (
  token_hash   bytea primary key,
  account_id   bigint not null references account,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  used_at      timestamptz
);

-- A device on which somebody signed in: guesses from elsewhere do not count against it.
create table trusted_device (
  token_hash   bytea not null,
  account_id   bigint not null references account,
  seen_at      timestamptz not null default now(),
  primary key (token_hash, account_id)
);
create index trusted_device_account on trusted_device (account_id);

-- Guesses that did not turn out right, counted per key: an account from one place, a place, a device that signed in
-- before. Keys are hashes: the table names nobody.
create table sign_in_failure (
  key          bytea primary key,
  failures     integer not null,
  last_at      timestamptz not null,
  blocked_to   timestamptz
);

-- What was done, by whom. Each entry holds the hash of the one before; personal fields stand in it as keyed hashes only.
create table audit_entry (
  id            bigint primary key,
  at            timestamptz not null,
  account_id    bigint,
  actor         text not null,
  action        text not null,
  subject       text not null,
  subject_id    text,
  commune_code  text,
  before        jsonb,
  after         jsonb,
  from_hash     text,
  previous_hash bytea not null,
  hash          bytea not null
);
create index audit_subject on audit_entry (subject, subject_id);
create index audit_at on audit_entry (at);

-- The end of the chain: who appends holds this row until his transaction ends. previous: the hash before the last one.
create table audit_head (
  single    boolean primary key default true check (single),
  last_id   bigint not null,
  previous  bytea not null,
  hash      bytea not null
);
insert into audit_head (last_id, previous, hash) values (0, '\x', '\x');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_keep before truncate on audit_entry
  for each statement execute function refuse_change();

-- Keys that this installation made for itself at the first start (keyed hashes): never shown, never in a log.
create table installation_key (
  name        text primary key,
  key         bytea not null,
  created_at  timestamptz not null default now()
);
-- 244 random bits of the database's own source.
insert into installation_key (name, key)
select 'audit', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'utf8'));
