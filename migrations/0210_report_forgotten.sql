-- What was deleted on request: by it, deletions are done again where an older state of the database comes back. A report's
-- id and the hash of a code tell nothing of a person. The report need not be there (the older state may not know it).
create table report_forgotten (
  key text primary key check (key ~ '^(report [0-9a-f-]{36}|code [0-9a-f]{64})$'),
  at timestamptz not null default now()
);
