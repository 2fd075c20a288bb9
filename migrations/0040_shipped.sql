-- Which data that comes with the program is in, by the hash of its files: loaded at first start, again when they change.
create table shipped (
  name      text primary key,
  sha256    text not null,
  loaded_at timestamptz not null default now()
);

-- The plans' notes and definitions in both languages of the interface.
alter table indicator add column numerator_en text;
alter table indicator add column denominator_en text;
alter table indicator add column note_en text;
alter table plan add column note_en text;
alter table target add column note_en text;
alter table task add column due_note_en text;
