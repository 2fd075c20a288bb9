-- Also whether a file is referred to as a public one. That somebody sends in, or only announces, the very bytes of a
-- public picture must not keep it public.
create or replace view media_use (sha256, is_public) as
select sha256, false from report_media
union all
select public_sha256, true from report_media where public_sha256 is not null
union all
select thumb_sha256, true from report_media where thumb_sha256 is not null;
