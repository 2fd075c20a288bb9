// Rows come as one JSON array in $1, so that a plan is one statement per table on either engine.

export const SHIPPED = `select sha256 from shipped where name = $1`

export const MARK_SHIPPED = `
  insert into shipped (name, sha256) values ($1, $2)
      on conflict (name) do update set sha256 = excluded.sha256, loaded_at = now()`

/** An indicator that the files no longer name stays: measurements may speak of it. */
export const PUT_INDICATORS = `
  insert into indicator (code, kind, unit, numerator, numerator_en, denominator, denominator_en, name_vi, name_en, note, note_en)
  select code, kind, unit, numerator ->> 'vi', numerator ->> 'en', denominator ->> 'vi', denominator ->> 'en',
         name ->> 'vi', name ->> 'en', note ->> 'vi', note ->> 'en'
    from jsonb_to_recordset($1::jsonb)
      as file (code text, kind text, unit text, numerator jsonb, denominator jsonb, name jsonb, note jsonb)
      on conflict (code) do update
     set kind = excluded.kind, unit = excluded.unit, numerator = excluded.numerator, numerator_en = excluded.numerator_en,
         denominator = excluded.denominator, denominator_en = excluded.denominator_en,
         name_vi = excluded.name_vi, name_en = excluded.name_en, note = excluded.note, note_en = excluded.note_en`

export const PUT_PLANS = `
  insert into plan (commune_code, year, level, village_kind, vn2000_srid, note, note_en)
  select code, year, level, "villageKind", "vn2000Srid", note ->> 'vi', note ->> 'en'
    from jsonb_to_recordset($1::jsonb)
      as file (code text, year integer, level text, "villageKind" text, "vn2000Srid" integer, note jsonb)
      on conflict (commune_code) do update
     set year = excluded.year, level = excluded.level, village_kind = excluded.village_kind,
         vn2000_srid = excluded.vn2000_srid, note = excluded.note, note_en = excluded.note_en`

/**
 * Just after everything that is known: the next moment, as text with microseconds. Taken while no import is being
 * published, so that no answer was given yet about this moment.
 */
export const PLAN_MOMENT = `
  select to_char((greatest(date_trunc('milliseconds', clock_timestamp()),
                           (select max(greatest(published_at, undone_at)) from import),
                           (select max(known_from) from target)) + interval '1 millisecond') at time zone 'utc',
                 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`

const FILE_TARGETS = `
  file as (
    select plan.code as commune_code, target.indicator as indicator_code, target.year, target.quarter, target.comparator,
           target.value, target.stretch, target."leadUnit" as lead_unit, target."sourceRow" as source_row,
           target.note ->> 'vi' as note, target.note ->> 'en' as note_en
      from jsonb_to_recordset($1::jsonb) as plan (code text, targets jsonb),
           jsonb_to_recordset(plan.targets)
        as target (indicator text, year integer, quarter integer, comparator text, value double precision,
                   stretch double precision, "leadUnit" text, "sourceRow" text, note jsonb)
  )`

const SAME_TARGET = `
  (target.commune_code, target.indicator_code, target.year, target.quarter, target.comparator, target.value,
   target.stretch, target.lead_unit, target.source_row, target.note, target.note_en)
  is not distinct from
  (file.commune_code, file.indicator_code, file.year, file.quarter, file.comparator, file.value,
   file.stretch, file.lead_unit, file.source_row, file.note, file.note_en)`

/** $2: the moment from which the targets of these communes ($3) that the files no longer have are not known any more. */
export const CLOSE_TARGETS = `
  with ${FILE_TARGETS}
  update target set known_to = $2
   where commune_code = any($3) and known_to = 'infinity' and not exists (select from file where ${SAME_TARGET})`

export const FORGET_TASKS = `delete from task where commune_code = any($1)`

/** $2: the moment from which the targets that are new are known. */
export const PUT_TARGETS = `
  with ${FILE_TARGETS}
  insert into target (commune_code, indicator_code, year, quarter, comparator, value, stretch, lead_unit, source_row, note,
                      note_en, known_from)
  select file.*, $2
    from file
   where not exists (select from target where known_to = 'infinity' and ${SAME_TARGET})`

export const PUT_TASKS = `
  insert into task (commune_code, number, kind, title, lead_unit, support_units, due, product, due_note, due_note_en)
  select plan.code, file.number, file.kind, file.title, file."leadUnit", file."supportUnits", file.due, file.product,
         file."dueNote" ->> 'vi', file."dueNote" ->> 'en'
    from jsonb_to_recordset($1::jsonb) as plan (code text, tasks jsonb),
         jsonb_to_recordset(plan.tasks)
      as file (number text, kind text, title text, "leadUnit" text, "supportUnits" text, due text, product text,
               "dueNote" jsonb)`

/** Which of the codes some row already names, with a boundary or without. */
export const KNOWN_COMMUNES = `select distinct code from commune where code = any($1) and known_to = 'infinity'`
