-- What an administrator set is his: files that are shipped later do not change it. version: whoever changes something says
-- which one he saw.
alter table report_category
  -- Working hours within which somebody has looked at a new report; an urgent one within 4 at most.
  add column receive_hours integer not null default 8 check (receive_hours > 0),
  add column version integer not null default 1,
  add column set_by_hand boolean not null default false;

alter table holiday
  add column version integer not null default 1,
  add column set_by_hand boolean not null default false,
  -- Taken out by hand; kept, so that no shipped file brings it back.
  add column removed boolean not null default false;

alter table answer_template
  -- Offered with reports of this category only; null: with all.
  add column category_code text references report_category,
  add column version integer not null default 1;

-- What new reports may have, and what they had: those that ended keep their reports, their names and their clocks.
create view open.report_categories_ever as
select code, name_vi, name_en, theme, sensitive, urgent, receive_hours, resolve_hours, duplicate_radius_m, duplicate_days,
       position, ended_at
  from report_category;
