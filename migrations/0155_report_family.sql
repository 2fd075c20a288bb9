-- Without statistics (a young database, the embedded engine) the planner read all reports for each one in a list: what
-- was merged into a report is looked up by its index instead. `offset 0` keeps the two from being joined in another way.
create or replace function report_family(root uuid) returns table (id uuid)
  language sql stable parallel safe as $$
  with recursive family as (
    select $1 as id
    union
    select merged.id
      from family f
     cross join lateral (select r.id from report r where r.duplicate_of = f.id offset 0) merged
  )
  select id from family $$;
