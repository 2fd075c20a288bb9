-- A new place that is sent again after a lost answer is the same one: told by what the form called it.
alter table place_edit add column wish uuid;
comment on column place_edit.wish is 'The asker''s own id of what was to be added; null: none was given, or nothing was added.';
create unique index place_edit_wish on place_edit (account_id, wish);
