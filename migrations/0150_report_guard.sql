-- Under which number a report is public now: its own, or that of the one into which it was merged. Where one of the two
-- places is hidden and the other is shown, the one would tell of the other: then the number leads nowhere.
create or replace function open.report_number_now(number text) returns text
  language sql stable parallel safe as $$
  with recursive way as (
    select id, number, duplicate_of, approved_at, sensitive, array[id] as seen from report where number = $1
    union all
    select r.id, r.number, r.duplicate_of, r.approved_at, r.sensitive, way.seen || r.id
      from way join report r on r.id = way.duplicate_of
     where way.approved_at is not null and r.sensitive = way.sensitive and r.id <> all (way.seen)
  )
  select number from way where duplicate_of is null and approved_at is not null $$;

-- The public pictures of a public report and of what was merged into it. A picture of a hidden place does not stand at one
-- that is shown, nor one that was shown at its place with one that is hidden; pictures of the result wait for its approval.
create or replace view open.report_pictures as
select root.seq as report_id, m.role, m.position, member.received_at,
       encode(m.public_sha256, 'hex') as picture, encode(m.thumb_sha256, 'hex') as thumbnail
  from report root
 cross join lateral report_family(root.id) f
  join report member on member.id = f.id
  join report_media m on m.report_id = member.id
 where root.approved_at is not null and root.state <> 'duplicate'
   and m.public_sha256 is not null and m.thumb_sha256 is not null
   and (root.sensitive = member.sensitive or (root.sensitive and member.approved_at is null))
   and (m.role = 'before' or (m.role = 'after' and member.id = root.id and root.result_approved_at is not null));

-- Whether an account may read reporters' contacts of a report: officers and leaders of the unit that handles it. What was
-- merged is handled by the unit of the report into which it was merged.
create or replace function staff.may_read_contacts(account_id bigint, report_id uuid) returns boolean
  language sql stable parallel safe as $$
  with recursive way as (
    select r.id, r.duplicate_of, r.unit_id, r.commune_code, r.category_code from report r where r.id = $2
    union
    select r.id, r.duplicate_of, r.unit_id, r.commune_code, r.category_code
      from way join report r on r.id = way.duplicate_of
  )
  select exists (
    select from staff.reports_of($1) seen
      join way handled on handled.duplicate_of is null
      join account a on a.id = $1 and a.role in ('officer', 'leader')
      left join category_unit g on g.commune_code = handled.commune_code and g.category_code = handled.category_code
     where seen.id = $2 and a.unit_id = coalesce(handled.unit_id, g.unit_id)) $$;
