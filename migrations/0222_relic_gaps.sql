-- Today's scores for staff, with what is needed to find the relic; nothing of its place.
create view staff.relic_scores as
select t.site_id, g.slug, r.name, r.rank, r.kind, r.commune_code, s.protected,
       t.decided, t.placed, t.images, t.pictured, t.described, t.more, t.addressed, t.archived, t.score
  from relic_scores((now() at time zone 'Asia/Ho_Chi_Minh')::date, 'infinity') t
  join relic r on r.id = t.feature_id
  join relic_site s on s.id = t.site_id
  join lateral (select slug from relic_slug where site_id = s.id order by position desc limit 1) g on true;
