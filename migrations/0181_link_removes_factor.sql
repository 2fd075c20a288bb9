-- Whether using the link takes the second factor off its account; until then both the password and the factor stand.
alter table one_time_link add column removes_factor boolean not null default false;
