import { identifier } from './table-columns.ts'

/**
 * The commune of the row `of`, in force on the last day before `until`, as it was known at the publication of the later of two
 * rows' imports: what is learnt of communes afterwards changes no row, so that undoing finds the rows that publishing found.
 */
const communeOf = (of: string, until: string, [a, b]: readonly [string, string]) => `
              from commune c join import later on later.id = greatest(${a}.import_id, ${b}.import_id)
             where c.code = ${of}.commune_code and c.valid_from < ${until} and ${until} <= c.valid_to
               and c.known_from <= later.published_at and later.published_at < c.known_to`

/** The first day after a row's validity; of a piece, that of the row of which it is left. */
const untilOf = (table: string, row: string) =>
  `case when ${row}.origin is null then ${row}.valid_to
                 else (select o.valid_to from ${identifier(table)} o where o.id = ${row}.origin) end`

/**
 * Whether the commune of one of two rows (`t`, which may be a piece, and the raw row `of`) is no longer in force on the last of
 * the other's days and the other's is: on the last, because most files say no days and so speak of all.
 */
function merged(table: string, t: string, of: string, and: (row: string) => string) {
  const gone = (old: string, now: string, until: string) =>
    `not exists (select ${communeOf(old, until, [t, of])})
            and exists (select ${communeOf(now, until, [t, of])} ${and(old)})`
  return `(${gone(t, of, `${of}.valid_to`)}
            or ${gone(of, t, untilOf(table, t))})`
}

/** Whether one row's commune gave way to the other's. */
export const mergedOn = (table: string, t: string, of: string) => merged(table, t, of, () => '')

/** Whether, beside that, the place of the row of the old commune lies in the new one. */
export const mergedTaking = (table: string, t: string, of: string) =>
  merged(table, t, of, (old) => `and st_covers(c.geom, ${old}.geom)`)
