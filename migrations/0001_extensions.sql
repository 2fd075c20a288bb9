create extension if not exists postgis;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- What anyone may read, what staff may read. A table in `public` is never read by a public route.
create schema if not exists open;
create schema if not exists staff;

-- Search text: lower case, no diacritics, đ as d. Immutable (unaccent with its dictionary named), so it can be indexed.
create function search_text(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc)));
