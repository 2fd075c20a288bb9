-- Vietnam's TM-3 zones. PGlite's spatial_ref_sys lacks 9205 to 9218, and the stock text of the others carries no or
-- other datum shifts: every zone gets EPSG:6960 (rotation signs as PROJ's +towgs84 wants them).
insert into spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
select srid, 'EPSG', srid,
       'PROJCS["VN-2000 / TM-3 ' || zone || '",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],'
         || 'TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],'
         || 'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4756"]],'
         || 'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",' || meridian || '],'
         || 'PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],'
         || 'UNIT["metre",1],AUTHORITY["EPSG","' || srid || '"]]',
       '+proj=tmerc +lat_0=0 +lon_0=' || meridian || ' +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 '
         || '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs'
  from (values (5896, '102-00', 102), (5897, '105-00', 105), (5898, '108-00', 108), (5899, '107-45', 107.75),
               (9205, '103-00', 103), (9206, '104-00', 104), (9207, '104-30', 104.5), (9208, '104-45', 104.75),
               (9209, '105-30', 105.5), (9210, '105-45', 105.75), (9211, '106-00', 106), (9212, '106-15', 106.25),
               (9213, '106-30', 106.5), (9214, '107-00', 107), (9215, '107-15', 107.25), (9216, '107-30', 107.5),
               (9217, '108-15', 108.25), (9218, '108-30', 108.5)) as tm3 (srid, zone, meridian)
    on conflict (srid) do update set srtext = excluded.srtext, proj4text = excluded.proj4text;

insert into spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
select srid, 'EPSG', srid,
       'PROJCS["VN-2000 / UTM zone ' || zone || 'N",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],'
         || 'TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],'
         || 'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4756"]],'
         || 'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",' || meridian || '],'
         || 'PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],'
         || 'UNIT["metre",1],AUTHORITY["EPSG","' || srid || '"]]',
       '+proj=utm +zone=' || zone || ' +ellps=WGS84 '
         || '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs'
  from (values (3405, 48, 105), (3406, 49, 111)) as utm (srid, zone, meridian)
    on conflict (srid) do update set srtext = excluded.srtext, proj4text = excluded.proj4text;

insert into spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
values (4756, 'EPSG', 4756,
        'GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4756"]]',
        '+proj=longlat +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +no_defs')
    on conflict (srid) do update set srtext = excluded.srtext, proj4text = excluded.proj4text;
