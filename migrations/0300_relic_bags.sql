-- Which relic a row speaks of that came in a bag from another installation: the bag says so, whatever the row's name is.
create table relic_bag_row (
  import_id  bigint not null references import,
  row_number integer not null,
  site_id    bigint not null references relic_site,
  primary key (import_id, row_number)
);
