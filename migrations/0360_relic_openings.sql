-- A no counts from the first day of its row, and not where it speaks of days that are over while the relic still stands;
-- a yes counts whatever its days. A no ahead of its day counts at the first publication or undo after it.
create or replace function refresh_relic_protection() returns void
  language sql
begin atomic
  with today as materialized (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day),
  -- Sites that have a row in force today.
  standing as materialized (
    select distinct j.site_id
      from today, relic r
      join relic_site_row j on j.origin_id = r.origin_id
     where r.known_to = 'infinity' and r.valid_from <= today.day and today.day < r.valid_to
  )
  update relic_site s set protected = told.protected
    from (select site.id,
                 coalesce((select r.protected
                             from relic_site_row j
                             join relic r on r.origin_id = j.origin_id
                             join import i on i.id = r.import_id
                            where j.site_id = site.id and r.protected is not null and i.undone_at is null
                              and (r.protected
                                   or r.valid_from <= today.day
                                      and (today.day < r.valid_to or site.id not in (select site_id from standing)))
                            order by r.import_id desc, r.valid_to desc, r.id desc
                            limit 1), false) as protected
            from relic_site site, today) told
   where told.id = s.id and told.protected <> s.protected;
end;
comment on column relic_site.protected is 'What the latest import that speaks of it says; only a stated no opens a place again, from the first day of its row.';
