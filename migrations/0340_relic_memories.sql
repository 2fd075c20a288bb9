-- What people remember of a relic, as they told or wrote it. It never stands in a field of the official text: each has its own
-- words, whose they are, and how they may be used. A contributor may have his deleted for good, so that no other table and no
-- log keeps his words or name.
create table relic_memory (
  id           uuid primary key default gen_random_uuid(),
  site_id      bigint not null references relic_site,
  text         text not null check (text ~ '\S'),
  contributor  text not null check (contributor ~ '\S'),
  licence      text not null check (licence ~ '\S'),
  consented_on date not null,
  state        text not null default 'waiting' check (state in ('waiting', 'shown', 'withdrawn')),
  version      integer not null default 1,
  added_at     timestamptz not null default clock_timestamp(),
  changed_at   timestamptz not null default clock_timestamp()
);
comment on column relic_memory.contributor is 'As he wants to be named; nothing else is kept of him.';
comment on column relic_memory.consented_on is 'The day on which he agreed that it is published under this licence.';
create index relic_memory_site on relic_memory (site_id);

-- What was done with one, by whom and why; `was`: what it said before it was changed.
create table relic_memory_event (
  id         bigint primary key generated always as identity,
  memory_id  uuid not null references relic_memory on delete cascade,
  at         timestamptz not null default clock_timestamp(),
  account_id bigint not null references account,
  action     text not null check (action in ('add', 'change', 'show', 'withdraw')),
  reason     text check (reason ~ '\S'),
  was        jsonb
);
create index relic_memory_event_memory on relic_memory_event (memory_id);

create view open.relic_memories as
select site_id, id, text, contributor, licence, added_at
  from relic_memory
 where state = 'shown';

-- Memories are deleted on request like what reporters sent, and deleted again where an older state comes back.
alter table report_forgotten
  drop constraint report_forgotten_key_check,
  add constraint report_forgotten_key_check
    check (key ~ '^((report|memory) [0-9a-f-]{36}|code [0-9a-f]{64})$');
