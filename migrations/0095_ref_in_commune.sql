-- A ref is looked up with its commune: where every commune numbers its things from 1, one ref has a row in each of them.
do $$
declare kept text;
begin
  foreach kept in array array['premises', 'cell_site', 'fibre_line', 'fixed_service', 'residential_area', 'cultural_house',
                              'institution', 'camera', 'building', 'road', 'waterway', 'land_use', 'relic'] loop
    execute format('drop index %I', kept || '_ref');
    execute format('create index %I on %I (ref, commune_code) where ref is not null', kept || '_ref', kept);
  end loop;
end
$$;
