-- Websites whose pages may show the embeddable map in a frame, as an administrator allowed them. Others: none.
create table embed_site (
  id bigint generated always as identity primary key,
  -- As Content Security Policy writes it: https://xa.example.vn, https://*.xa.example.vn.
  origin text not null unique check (origin ~ '^https?://(\*\.)?[a-z0-9.-]+(:[0-9]+)?$'),
  -- Whose website it is, for those who look at the list later.
  note text not null check (note <> ''),
  added_at timestamptz not null default now()
);
