-- The plans' facts, loaded from data/plans and keyed as the plans key them.
create table indicator (
  code           text primary key,
  kind           text not null check (kind in ('computed', 'entered')),
  unit           text not null check (unit in ('percent', 'count')),
  numerator      text not null,
  denominator    text,
  name_vi        text not null,
  name_en        text not null,
  note           text
);

create table plan (
  commune_code    text primary key,
  year            integer not null,
  level           text not null,
  village_kind    text,
  vn2000_srid     integer not null,
  note            text
);

create table target (
  id             bigint generated always as identity primary key,
  commune_code   text not null references plan,
  indicator_code text not null references indicator,
  year           integer not null,
  quarter        integer check (quarter between 1 and 4),
  comparator     text not null check (comparator in ('>=', '=')),
  value          double precision not null,
  stretch        double precision,
  lead_unit      text,
  source_row     text,
  note           text,
  unique nulls not distinct (commune_code, indicator_code, year, quarter)
);

create table task (
  id            bigint generated always as identity primary key,
  commune_code  text not null references plan,
  number        text not null,
  kind          text not null,
  title         text not null,
  lead_unit     text,
  support_units text,
  due           text,
  product       text,
  due_note      text
);

-- The value of an indicator for a period: entered with its evidence, or a computed answer that was signed.
create table measurement (
  id             bigint generated always as identity primary key,
  commune_code   text not null,
  indicator_code text not null references indicator,
  period_start   date not null,
  period_end     date not null,
  numerator      double precision,
  denominator    double precision,
  value          double precision not null,
  source_title   text not null,
  source_sha256  text,
  entered_by     text not null,
  known_from     timestamptz not null default now(),
  known_to       timestamptz not null default 'infinity',
  check (period_start <= period_end)
);
