-- Addresses are also given by hand, so that a site may have several that were made of one name: it returns to the latest.
create or replace function refresh_relic_sites() returns void
  language plpgsql as $$
declare
  higher integer := 0;
begin
  insert into relic_site (commune_code, ref, name)
  select distinct on (commune_code, ref, case when ref is null then search_text(name) end) commune_code, ref, name
    from relic_row_unnamed
   order by commune_code, ref, case when ref is null then search_text(name) end, origin_id
  on conflict do nothing;

  insert into relic_site_row (origin_id, site_id)
  select u.origin_id, s.id
    from relic_row_unnamed u
    join relic_site s on s.commune_code is not distinct from u.commune_code
     and (s.ref = u.ref or (s.ref is null and u.ref is null and search_text(s.name) = search_text(u.name)));

  update relic_site s set name = latest.name
    from (select distinct on (j.site_id) j.site_id, r.name
            from relic r join relic_site_row j on j.origin_id = r.origin_id
           where r.known_to = 'infinity'
           order by j.site_id, r.valid_to desc, r.valid_from desc, r.id desc) latest
   where latest.site_id = s.id and s.name <> latest.name
     and (s.ref is not null or search_text(s.name) = search_text(latest.name));

  update relic_slug g set position = default
    from relic_site_wanting w
   where g.site_id = w.id and g.base = w.base
     and g.position = (select max(position) from relic_slug other where other.site_id = w.id and other.base = w.base);

  while exists (select from relic_site_wanting) loop
    insert into relic_slug (slug, base, site_id)
    select base || case when number > 1 then '-' || number else '' end, base, id
      from (select w.id, w.base, row_number() over (partition by w.base order by w.id) + coalesce(t.count, 0) + higher as number
              from relic_site_wanting w left join (select base, count(*) from relic_slug group by base) t using (base)) numbered
    on conflict (slug) do nothing;
    higher := higher + 1;
  end loop;
end
$$;
