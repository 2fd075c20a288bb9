-- A site's rows are looked for by their origin, which pieces of a row have in common.
create index cultural_house_origin on cultural_house (origin_id);

-- Gives every cultural house its site: that of the thing that a hand edit changed, else told by its ref within its commune,
-- else, since a merger changes the commune and it is null before boundaries are known, by its ref within 50 m of where a
-- site's house was that is not there beside it; where there is no ref, by its name within 50 m.
-- Called by whatever changes cultural houses, in its transaction.
create or replace function refresh_house_sites() returns void
  language plpgsql as $$
declare
  house record;
  found_id bigint;
begin
  -- What another commune's import took over and gave back, undone, is its own commune's again; what was changed by hand says
  -- nothing of the commune whose files speak of it.
  update house_site s set commune_code = back.commune_code
    from (select distinct on (r.commune_code, r.ref) r.commune_code, j.site_id
            from cultural_house r
            join house_site_row j on j.origin_id = r.origin_id
            join house_site t on t.id = j.site_id and t.ref = r.ref and t.commune_code is distinct from r.commune_code
           where r.known_to = 'infinity'
             and not exists (select from place_edit e where e.import_id = r.import_id)
             and not exists (
               select from house_site_row k join cultural_house o on o.origin_id = k.origin_id
                where k.site_id = t.id and o.known_to = 'infinity' and o.commune_code is not distinct from t.commune_code)
             and not exists (
               select from house_site o where o.ref = r.ref and o.commune_code is not distinct from r.commune_code)
           order by r.commune_code, r.ref, j.site_id) back
   where s.id = back.site_id;

  for house in
    select distinct on (r.origin_id) r.origin_id, r.commune_code, r.ref, r.name, r.geom, r.import_id
      from cultural_house r
     where r.known_to = 'infinity' and not exists (select from house_site_row s where s.origin_id = r.origin_id)
     order by r.origin_id
  loop
    -- What was changed by hand stays what it was, wherever it was moved.
    select s.site_id into found_id
      from place_edit e join house_site_row s on s.origin_id = e.thing
     where e.import_id = house.import_id;
    if found_id is not null then
      null;
    elsif house.ref is not null then
      select s.id into found_id from house_site s
       where s.commune_code is not distinct from house.commune_code and s.ref = house.ref;
      if found_id is null then
        -- Neighbours over a border may have one number: both are there on the same days.
        select s.id into found_id
          from cultural_house r
          join house_site_row j on j.origin_id = r.origin_id
          join house_site s on s.id = j.site_id and s.ref = house.ref
         where r.geom && st_expand(house.geom, 0.001) and r.ref = house.ref
           and st_dwithin(r.geom::geography, house.geom::geography, 50)
           and not exists (
             select from house_site_row k
               join cultural_house o on o.origin_id = k.origin_id and o.known_to = 'infinity'
               join cultural_house n on n.origin_id = house.origin_id and n.known_to = 'infinity'
              where k.site_id = s.id
                and daterange(o.valid_from, o.valid_to) && daterange(n.valid_from, n.valid_to))
         order by st_distance(r.geom::geography, house.geom::geography), s.id
         limit 1;
        update house_site set commune_code = house.commune_code where id = found_id;
      end if;
    else
      select s.id into found_id from house_site s
       where s.ref is null and search_text(s.name) = search_text(house.name)
         and st_dwithin(s.geom::geography, house.geom::geography, 50)
       order by st_distance(s.geom::geography, house.geom::geography), s.id
       limit 1;
    end if;
    if found_id is null then
      insert into house_site (commune_code, ref, name, geom)
      values (house.commune_code, house.ref, house.name, house.geom)
      returning id into found_id;
    end if;
    insert into house_site_row (origin_id, site_id) values (house.origin_id, found_id);
  end loop;
end
$$;
