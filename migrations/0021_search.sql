-- What search compares. Villages and communes are found by their kind too: "thon dong tam" finds thôn «Đồng Tâm».
create index commune_search          on commune          using gin (search_text(kind || ' ' || name) gin_trgm_ops) where known_to = 'infinity';
create index village_search          on village          using gin (search_text(kind || ' ' || name) gin_trgm_ops) where known_to = 'infinity';
create index cell_site_search        on cell_site        using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';
create index fibre_line_search       on fibre_line       using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';
create index residential_area_search on residential_area using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';
create index cultural_house_search   on cultural_house   using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';
create index institution_search      on institution      using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';
create index camera_search           on camera           using gin (search_text(place) gin_trgm_ops) where known_to = 'infinity';
create index relic_search            on relic            using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';
create index road_search             on road             using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';
create index waterway_search         on waterway         using gin (search_text(name) gin_trgm_ops) where known_to = 'infinity';

-- What the list of communes says beside the boundary. Of premises only whether there are any, never how they lie.
create view open.commune_holdings as
select c.id as commune_id, c.code,
       exists (select from premises p
                where p.known_to = 'infinity' and p.geom && c.geom and st_covers(c.geom, p.geom)) as premises,
       (select count(distinct t.indicator_code) from target t where t.commune_code = c.code) as targets,
       (select pl.year from plan pl where pl.commune_code = c.code) as plan_year
  from commune c
 where c.known_to = 'infinity';
