-- The end of the audit log goes on by one entry at a time and never back.
create function guard_audit_head() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.last_id = old.last_id + 1 and new.previous = old.hash then
      return new;
    end if;
  end if;
  raise exception '% only goes on', tg_table_name;
end $$;
create trigger audit_head_goes_on before update or delete on audit_head
  for each row execute function guard_audit_head();
create trigger audit_head_keep before truncate on audit_head
  for each statement execute function refuse_change();
