-- Categories are data: data/reports/categories.json, changed by an administrator later.
create table report_category (
  code                text primary key,
  name_vi             text not null,
  name_en             text not null,
  -- 'waste', 'traffic', 'other': what colour and sign it has on the map.
  theme               text not null check (theme in ('waste', 'traffic', 'other')),
  -- Its place is public only as a 200 m cell, by every route.
  sensitive           boolean not null default false,
  -- Received within 4 working hours instead of 8.
  urgent              boolean not null default false,
  resolve_hours       integer not null check (resolve_hours > 0),
  duplicate_radius_m  integer not null,
  duplicate_days      integer not null,
  position            integer not null,
  ended_at            timestamptz
);

-- Days on which offices are closed or, at weekends, open: data/reports/holidays.json.
create table holiday (
  day     date primary key,
  name    text not null,
  -- true: a weekend day that is worked instead of another.
  worked  boolean not null default false,
  -- Not announced yet: by the law's rule.
  provisional  boolean not null default false
);

-- When offices work, minutes after midnight; weekday 1 is Monday. data/reports/holidays.json.
create table working_time (
  weekday      integer not null check (weekday between 1 and 7),
  from_minute  integer not null check (from_minute >= 0),
  to_minute    integer not null check (to_minute <= 1440),
  primary key (weekday, from_minute),
  check (from_minute < to_minute)
);

-- Which unit a category goes to when it is received; a proposal, not a rule.
create table category_unit (
  commune_code   text not null,
  category_code  text not null references report_category,
  unit_id        bigint not null references unit,
  primary key (commune_code, category_code)
);

-- One thing seen by one or many people. id: UUIDv7 made on the phone, so that sending twice is one row.
create table report (
  id                uuid primary key,
  -- Its number in lists, items and tiles; tells nothing but the order of arrival.
  seq               bigint generated always as identity unique,
  -- The receipt number, public: 'PA-2026-004711' counts per year.
  number            text not null unique,
  commune_code      text,
  village_code      text,
  category_code     text not null references report_category,
  -- Copied from the category at receipt; staff may set both.
  sensitive         boolean not null,
  urgent            boolean not null,
  state             text not null default 'new' check (state in ('new', 'received', 'assigned', 'in_progress',
                      'waiting_for_reporter', 'resolved', 'closed', 'closed_unresolved', 'duplicate', 'out_of_scope')),
  description       text,
  -- What staff publish instead of the reporter's own words; null: the words themselves.
  public_text       text,
  -- The place as corrected by hand, else as measured.
  geom              geometry(Point, 4326) not null,
  measured_geom     geometry(Point, 4326),
  accuracy_m        double precision,
  place_from        text not null check (place_from in ('gps', 'photo', 'map')),
  -- By the phone's clock, which may be wrong; received_at is the server's.
  observed_at       timestamptz,
  received_at       timestamptz not null default now(),
  channel           text not null check (channel in ('web', 'staff', 'desk', 'phone_call', 'open311', 'demo')),
  taken_in_by       bigint references account,
  unit_id           bigint references unit,
  assignee_id       bigint references account,
  -- Clocks; null while no clock runs. Paused time is added when a pause ends.
  receive_due_at    timestamptz,
  resolve_due_at    timestamptz,
  acknowledged_at   timestamptz,
  waiting_since     timestamptz,
  -- Working minutes for which the clock has been at rest since it began (receipt or reopening).
  paused_minutes    integer not null default 0,
  resolved_at       timestamptz,
  closed_at         timestamptz,
  reopened_at       timestamptz,
  -- Why it ends unresolved, why resolved without photo after, to whom it was handed.
  reason            text,
  handed_to         text,
  duplicate_of      uuid references report,
  approved_at       timestamptz,
  approved_by       bigint references account,
  result_approved_at timestamptz,
  foreign_system    text,
  foreign_id        text,
  -- Raised at every change: the ETag.
  version           integer not null default 1,
  updated_at        timestamptz not null default now(),
  unique (foreign_system, foreign_id),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check (state <> 'out_of_scope' or handed_to is not null),
  check (state <> 'closed_unresolved' or reason is not null)
);
create index report_geom on report using gist (geom);
create index report_inbox on report (commune_code, state, received_at);
create index report_unit on report (unit_id, state);
create index report_updated on report (updated_at);
create index report_duplicates on report (duplicate_of) where duplicate_of is not null;

-- The last receipt number of a year.
create table report_counter (
  year  integer primary key,
  last  integer not null
);

-- For keyed hashes of addresses and codes of tracking.
insert into installation_key (name, key)
select 'reports', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'utf8'));

-- How often something was done from one address (a keyed hash) in one span of time; swept after a day.
create table report_rate (
  key    bytea not null,
  span   timestamptz not null,
  count  integer not null,
  primary key (key, span)
);

-- Each reporter's own secret code, kept as a hash; a merged report's codes go on working.
create table report_code (
  code_hash    bytea primary key,
  report_id    uuid not null references report,
  kind         text not null check (kind in ('reporter', 'witness')),
  created_at   timestamptz not null default now(),
  -- The reporter says that it is solved.
  confirmed_at timestamptz
);
create index report_code_report on report_code (report_id);

-- Readable by the handling unit only, removed 12 months after closing or on request.
create table report_contact (
  report_id   uuid not null references report,
  code_hash   bytea references report_code,
  name        text,
  phone       text,
  email       text,
  created_at  timestamptz not null default now()
);
create index report_contact_report on report_contact (report_id);

-- The history: what happened, in the order in which it did. open: the public page shows it.
create table report_event (
  id           bigint generated always as identity primary key,
  report_id    uuid not null references report,
  at           timestamptz not null default now(),
  kind         text not null,
  account_id   bigint references account,
  from_state   text,
  to_state     text,
  open         boolean not null default false,
  text         text,
  -- Whether the text is public too.
  text_open    boolean not null default false,
  data         jsonb not null default '{}'
);
create index report_event_report on report_event (report_id, at, id);

-- Which files belong to a report. announced: the phone named its hash; received: the server has the bytes.
create table report_media (
  report_id      uuid not null references report,
  sha256         bytea not null check (length(sha256) = 32),
  role           text not null check (role in ('before', 'after', 'voice')),
  position       integer not null default 0,
  size_bytes     bigint,
  announced_at   timestamptz not null default now(),
  received_at    timestamptz,
  -- Boxes over faces and plates, drawn by staff: [[x, y, width, height], …] as shares of the picture, 0 to 1.
  boxes          jsonb not null default '[]',
  -- The public file with boxes burnt in; null: not public.
  public_sha256  bytea references media,
  thumb_sha256   bytea references media,
  added_by       bigint references account,
  primary key (report_id, sha256, role)
);
create index report_media_sha256 on report_media (sha256);

create table answer_template (
  id            bigint generated always as identity primary key,
  commune_code  text,
  title         text not null,
  text          text not null,
  ended_at      timestamptz
);

-- Other systems that may hand in reports (Open311).
create table api_key (
  id            bigint generated always as identity primary key,
  key_hash      bytea not null unique,
  system        text not null unique,
  commune_code  text,
  created_at    timestamptz not null default now(),
  ended_at      timestamptz
);

-- The public place: for sensitive reports the centre of a 200 m cell of a grid that does not depend on the report.
-- Cells are steps of latitude and, per row of cells, of longitude; both about 200 m in Việt Nam.
create function public_report_place(geom geometry, sensitive boolean) returns geometry
  language sql immutable parallel safe
  return case when not sensitive then geom else (
    with step as (select 200 / 110574.0 as lat_deg),
         row_of as (select floor(st_y(geom) / lat_deg) as r, lat_deg from step),
         cell as (select r, lat_deg, lat_deg / cos(radians((r + 0.5) * lat_deg)) as lng_deg from row_of)
    select st_setsrid(st_makepoint((floor(st_x(geom) / lng_deg) + 0.5) * lng_deg, (r + 0.5) * lat_deg), 4326) from cell
  ) end;

-- A report with all that was merged into it, also by way of others.
create function report_family(root uuid) returns table (id uuid)
  language sql stable parallel safe as $$
  with recursive family as (
    select $1 as id
    union
    select r.id from report r join family f on r.duplicate_of = f.id
  )
  select id from family $$;

-- How many more people saw it: who followed it by a code of their own, and who reported it separately.
create function report_witnesses(root uuid) returns integer
  language sql stable parallel safe as $$
  select (count(distinct f.id) - 1 + count(c.code_hash))::integer
    from report_family($1) f
    left join report_code c on c.report_id = f.id and c.kind = 'witness' $$;

-- How a report is called: its number, and the beginning of what it says.
create function report_title(number text, said text) returns text
  language sql immutable parallel safe
  return number || coalesce(' · ' || left(said, 90), '');

-- What anyone may read of reports that a person approved. Nothing else of reports is public, by any route.
create view open.reports as
select r.seq as id, r.number, r.commune_code,
       -- A hidden place names no village: the village and the cell together would cut it smaller.
       case when r.sensitive then null else r.village_code end as village_code,
       r.category_code as category, c.theme, r.state, r.sensitive,
       coalesce(r.public_text, r.description) as description,
       r.received_at, r.acknowledged_at, r.resolved_at, r.closed_at, r.reopened_at,
       -- While the reporter is asked no clock runs.
       case when r.waiting_since is null then r.resolve_due_at end as resolve_due_at,
       coalesce(case
         when r.state = 'new' then r.receive_due_at < now() or r.resolve_due_at < now()
         when r.state in ('received', 'assigned', 'in_progress') then r.resolve_due_at < now()
         when r.state = 'waiting_for_reporter' then r.resolve_due_at < r.waiting_since
       end, false) as overdue,
       r.receive_due_at >= r.acknowledged_at as received_in_time,
       r.resolve_due_at >= r.resolved_at as resolved_in_time,
       r.result_approved_at, r.updated_at, u.name as unit,
       case when r.result_approved_at is not null then r.reason end as reason, r.handed_to,
       report_witnesses(r.id) as witnesses,
       report_title(r.number, coalesce(r.public_text, r.description)) as title,
       (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on,
       (r.resolved_at at time zone 'Asia/Ho_Chi_Minh')::date as resolved_on,
       (r.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as closed_on,
       null::date as valid_from, null::date as valid_to,
       public_report_place(r.geom, r.sensitive) as geom
  from report r
  join report_category c on c.code = r.category_code
  left join unit u on u.id = r.unit_id
 where r.approved_at is not null and r.state <> 'duplicate';

-- The public pictures of a public report and of what was merged into it. A picture of a hidden place does not stand at
-- one that is shown; pictures of the result wait for its approval.
create view open.report_pictures as
select root.seq as report_id, m.role, m.position, member.received_at,
       encode(m.public_sha256, 'hex') as picture, encode(m.thumb_sha256, 'hex') as thumbnail
  from report root
 cross join lateral report_family(root.id) f
  join report member on member.id = f.id
  join report_media m on m.report_id = member.id
 where root.approved_at is not null and root.state <> 'duplicate'
   and m.public_sha256 is not null and m.thumb_sha256 is not null
   and (root.sensitive or not member.sensitive)
   and (m.role = 'before' or (m.role = 'after' and member.id = root.id and root.result_approved_at is not null));

create view open.report_history as
select e.id, r.seq as report_id, e.at, e.kind, e.to_state,
       case when e.text_open then coalesce(e.data ->> 'publicText', e.text) end as text
  from report_event e
  join report r on r.id = e.report_id
 where e.open and r.approved_at is not null and r.state <> 'duplicate';

-- Under which number a report is public: its own, or that of the one into which it was merged, unless its own place is
-- hidden and the other's is not.
create function open.report_number_now(number text) returns text
  language sql stable parallel safe as $$
  with recursive way as (
    select id, number, duplicate_of, approved_at, sensitive, array[id] as seen from report where number = $1
    union all
    select r.id, r.number, r.duplicate_of, r.approved_at, r.sensitive, way.seen || r.id
      from way join report r on r.id = way.duplicate_of
     where way.approved_at is not null and (r.sensitive or not way.sensitive) and r.id <> all (way.seen)
  )
  select number from way where duplicate_of is null and approved_at is not null $$;

-- How many came in a commune on a day and are not public: that they exist, and nothing else of them.
create view open.reports_not_public as
select commune_code, (received_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as count
  from report
 where approved_at is null and state <> 'duplicate'
 group by 1, 2;

create view open.report_categories as
select code, name_vi, name_en, theme, sensitive, urgent, resolve_hours, duplicate_radius_m, duplicate_days, position
  from report_category
 where ended_at is null;

-- The reports that an account may see: field staff their own and those assigned to them; officers their unit's, and
-- those of no unit yet whose category goes to it; leaders their commune's, or all. Staff routes read `report` through
-- this function only.
create function staff.reports_of(account_id bigint) returns setof report
  language sql stable parallel safe as $$
  select r.*
    from report r
    join account a on a.id = $1 and a.disabled_at is null
   where case a.role
           when 'field' then r.taken_in_by = a.id or r.assignee_id = a.id
           when 'officer' then r.unit_id = a.unit_id
             or (r.unit_id is null
                 and exists (select from category_unit g
                              where g.commune_code = r.commune_code and g.category_code = r.category_code
                                and g.unit_id = a.unit_id))
           when 'leader' then a.commune_code is null or r.commune_code = a.commune_code
           else false
         end $$;

-- Whether an account may read reporters' contacts of a report: officers and leaders of the unit that handles it.
create function staff.may_read_contacts(account_id bigint, report_id uuid) returns boolean
  language sql stable parallel safe as $$
  select exists (
    select from staff.reports_of($1) r
      join account a on a.id = $1 and a.role in ('officer', 'leader')
      left join category_unit g on g.commune_code = r.commune_code and g.category_code = r.category_code
     where r.id = $2 and a.unit_id = coalesce(r.unit_id, g.unit_id)) $$;

-- Reporters' contacts of a report and of what was merged into it, for those who may read them.
create function staff.report_contacts_of(account_id bigint, report_id uuid) returns setof report_contact
  language sql stable parallel safe as $$
  select contact.*
    from report_family($2) f
    join report_contact contact on contact.report_id = f.id
   where staff.may_read_contacts($1, $2) $$;
