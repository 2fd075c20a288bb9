-- Which files something refers to: what is not named here is an orphan and is swept after a day. Whoever comes to refer
-- to files adds its table here.
create view media_use (sha256) as
select sha256 from report_media
union all
select public_sha256 from report_media where public_sha256 is not null
union all
select thumb_sha256 from report_media where thumb_sha256 is not null;
create index report_media_public on report_media (public_sha256) where public_sha256 is not null;
create index report_media_thumb on report_media (thumb_sha256) where thumb_sha256 is not null;
