-- What people change of places in the browser: each change is a publication of one row like an import's, and here stands
-- who made it, why, and of what.
create table place_edit (
  import_id  bigint primary key references import,
  -- The first row of the thing that was changed; null: this edit brought it.
  thing      bigint,
  account_id bigint not null references account,
  action     text not null check (action in ('create', 'change', 'end', 'restore')),
  reason     text not null check (reason ~ '\S'),
  check ((thing is null) = (action = 'create'))
);
comment on table place_edit is 'A row of an edit that ends a thing takes its days and holds none.';
create index place_edit_thing on place_edit (thing);
