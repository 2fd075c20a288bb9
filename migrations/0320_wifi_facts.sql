-- What anybody reads of a cultural house: what is declared of its Wifi and what was checked are facts with days of their own.
-- The later of a file's day and what was found at the house decides, as in wifi_is_checked; of a house that is no longer in
-- force what was found until then.
create or replace view open.cultural_houses as
select h.id, h.name, h.wifi,
       greatest(h.wifi_checked_on, l.day) as wifi_checked_on,
       h.provider,
       nullif(h.valid_from, '-infinity') as valid_from, nullif(h.valid_to, 'infinity') as valid_to, h.geom,
       (i.published_at at time zone 'Asia/Ho_Chi_Minh')::date as wifi_declared_on,
       case when l.day >= coalesce(h.wifi_checked_on, '-infinity') then l.reachable
            when h.wifi_checked_on is not null then case h.wifi when 'yes' then true when 'no' then false end
       end as wifi_reachable,
       (m.at at time zone 'Asia/Ho_Chi_Minh')::date as wifi_measured_on,
       m.down_mbps as wifi_down_mbps, m.up_mbps as wifi_up_mbps
  from cultural_house h
  join import i on i.id = h.import_id
  left join house_site_row s on s.origin_id = h.origin_id
  left join lateral last_wifi_check(s.site_id, h.valid_to - 1, 'infinity') l on true
  left join lateral (
    select c.at, c.down_mbps, c.up_mbps
      from wifi_check c
     where c.site_id = s.site_id and (c.down_mbps is not null or c.up_mbps is not null)
       and c.at < h.valid_to::timestamp at time zone 'Asia/Ho_Chi_Minh'
     order by c.at desc, c.id desc
     limit 1
  ) m on true
 where h.known_to = 'infinity';

-- A check is read with the houses: whoever kept an answer asks anew. Raised at once, before the audit log is written to, in
-- the order in which imports take these locks.
create function raise_houses_version() returns trigger
  language plpgsql as $$
begin
  insert into collection_version (collection) values ('cultural_houses')
      on conflict (collection) do update set version = collection_version.version + 1, changed_at = clock_timestamp();
  return null;
end
$$;
create trigger wifi_check_known after insert on wifi_check
  for each statement execute function raise_houses_version();
