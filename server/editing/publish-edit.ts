import { createHash, randomUUID } from 'node:crypto'
import type { Geometry } from 'geojson'
import type { AuditEntry } from '../accounts/contract.ts'
import { importFeatures } from '../collections/import/import-features.ts'
import { ImportRefused, type ImportReport, type ImportRequest } from '../collections/import/request.ts'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import type { PlaceShape } from './contract.ts'
import type { PlaceValues } from './form-contract.ts'
import type { EditDesk, Maker } from './desk.ts'
import { placeFields, type Editable } from './form.ts'
import { withoutColumns } from './without-columns.ts'

export type EditAction = 'create' | 'change' | 'end' | 'restore'

/** One edit, ready to be published. */
export interface Edit {
  action: EditAction
  /** The first row of what is edited; null: it is new. */
  thing: number | null
  commune: string | undefined
  ref: string | null
  values: PlaceValues
  geometry: PlaceShape
  validFrom: string | null
  validTo: string | null
  reason: string
  /** Whether it stays one of its commune's whole set. */
  inSet: boolean
  /** Looks once more, when nobody else can change anything; throws what stands against it. */
  recheck: (db: Queryable) => Promise<void>
  /** The asker's own id of what is added. */
  wish?: string | undefined
  /** For the audit log. */
  before: PlaceValues | null
}

const RECORD = `
  insert into place_edit (import_id, thing, account_id, action, reason, wish) values ($1, $2, $3, $4, $5, $6)`

const ACTIONS: Record<EditAction, AuditEntry['action']> = {
  create: 'place.create',
  change: 'place.change',
  end: 'place.end',
  restore: 'place.restore'
}

const UNKNOWN = (names: readonly string[]) =>
  new HttpError(422, {
    vi: `Không có trường ${names.join(', ')} trong loại địa điểm này. Hãy tải lại trang.`,
    en: `This kind of place has no field ${names.join(', ')}. Load the page again.`
  })

/** Throws 422 for names that the collection does not have. */
export function requireKnown(collection: Editable, values: PlaceValues) {
  const known = placeFields(collection).map(({ name }) => name)
  const unknown = Object.keys(values).filter((name) => !known.includes(name))
  if (unknown.length > 0) throw UNKNOWN(unknown)
}

function requestOf(collection: Editable, { actor }: Maker, edit: Edit): ImportRequest {
  const { values, commune } = edit
  const names = [...placeFields(collection).map(({ name }) => name), 'ref', 'valid_from', 'valid_to']
  const label = String(values[collection.label] ?? edit.ref ?? '')
  return {
    collection: collection.id,
    title: `Cập nhật của cán bộ: ${label}`,
    fileName: 'can-bo',
    // Every edit is one of its own, also where it says again what was said before.
    sha256: createHash('sha256').update(randomUUID()).digest('hex'),
    ...(commune === undefined ? {} : { commune }),
    map: Object.fromEntries(names.map((name) => [name, name])),
    columns: names,
    ...(collection.setColumn === undefined ? {} : { fixed: { [collection.setColumn]: edit.inSet } }),
    importedBy: actor.login,
    recheck: edit.recheck
  }
}

const refusal = (collection: Editable, { refused, notes }: ImportReport) => {
  const [first] = refused
  if (!first) throw new Error(`An edit was not published: ${JSON.stringify(notes)}`)
  const value = first.value === null ? '' : ` («${first.value}»)`
  const { vi, en } = withoutColumns(collection, first.reason)
  return new HttpError(422, { vi: `${vi}${value}`, en: `${en}${value}` })
}

const said = ({ action, values, before, reason, validFrom, validTo }: Edit) => {
  const names = Object.keys(values).filter(
    (name) => JSON.stringify(values[name]) !== JSON.stringify(before?.[name] ?? null)
  )
  const pick = (from: PlaceValues) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
  return {
    before: before && action !== 'end' ? pick(before) : null,
    after: { ...(action === 'end' ? {} : pick(values)), validFrom, validTo, reason }
  }
}

/**
 * Publishes an edit as a file of one row is: staged, checked by the collection's own rules, then put in with all that
 * follows, who did it and the audit entry in one transaction. Answers a row by which the place is found again. Throws 422.
 */
export async function publishEdit(
  { audit, ...deps }: EditDesk,
  collection: Editable,
  maker: Maker,
  edit: Edit
): Promise<number> {
  const { action, thing, commune, ref, values, geometry, validFrom, validTo, reason } = edit
  const properties = { ...values, ref, valid_from: validFrom, valid_to: validTo }
  const note = (client: Queryable) =>
    audit(client, {
      ...maker,
      action: ACTIONS[action],
      subject: collection.id,
      subjectId: thing,
      communeCode: commune ?? null,
      ...said(edit)
    })
  const request: ImportRequest = {
    ...requestOf(collection, maker, edit),
    recorded: async (client, importId) => {
      await client.query(RECORD, [
        ...[importId, thing, maker.actor.accountId, action, reason],
        edit.wish ?? null
      ])
    }
  }
  // The importer's own reader has looked into the coordinates before.
  const rows = [{ number: 1, properties, geometry: geometry as Geometry }]
  const report = await importFeatures({ ...deps, note }, request, rows).catch((error: unknown) => {
    if (error instanceof ImportRefused) throw new HttpError(422, error.sentence)
    throw error
  })
  if (report.importId === null) throw refusal(collection, report)
  return thing ?? (await rowOf(deps.db, collection, report.importId))
}

async function rowOf(db: Queryable, { table }: Editable, importId: number): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `select id from "${table}" where import_id = $1 and origin is null`,
    [importId]
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`Edit ${importId} brought no row`)
  return id
}
