import { createHash } from 'node:crypto'
import { importFeatures } from '../collections/import/import-features.ts'
import type { ImportDeps } from '../collections/import/request.ts'
import { TAKE_TURN } from '../collections/import/publish-sql.ts'
import { inTransaction } from '../collections/import/transaction.ts'
import type { Queryable } from '../db/pool.ts'
import { readPlanFiles, type Plan, type PlanFiles } from './plan-files.ts'
import {
  CLOSE_TARGETS,
  FORGET_TASKS,
  KNOWN_COMMUNES,
  MARK_SHIPPED,
  PLAN_MOMENT,
  PUT_INDICATORS,
  PUT_PLANS,
  PUT_TARGETS,
  PUT_TASKS,
  SHIPPED
} from './plan-sql.ts'

const NAME = 'plans'

/** Whether data of that name and hash is in. */
export async function isShipped(db: Queryable, name: string, sha256: string): Promise<boolean> {
  const { rows } = await db.query<{ sha256: string }>(SHIPPED, [name])
  return rows[0]?.sha256 === sha256
}

/**
 * Puts plans, targets and tasks in place of what these communes had; indicators must be there. What was promised before
 * stays known for the time before. For a transaction: it waits for an import that is being published.
 */
export async function putPlans(db: Queryable, plans: readonly Plan[]) {
  const rows = JSON.stringify(plans)
  const codes = plans.map(({ code }) => code)
  await db.query(TAKE_TURN)
  const moment = await db.query<{ at: string }>(PLAN_MOMENT)
  const at = moment.rows[0]?.at
  await db.query(PUT_PLANS, [rows])
  await db.query(CLOSE_TARGETS, [rows, at, codes])
  await db.query(PUT_TARGETS, [rows, at])
  await db.query(FORGET_TASKS, [codes])
  await db.query(PUT_TASKS, [rows])
}

async function putAll(db: Queryable, { indicators, plans, sha256 }: PlanFiles) {
  await db.query(PUT_INDICATORS, [JSON.stringify(indicators)])
  await putPlans(db, plans)
  await db.query(MARK_SHIPPED, [NAME, sha256])
}

/** Communes that only their plan names exist without a boundary; one that a file brought is left as it is. */
async function nameCommunes(deps: ImportDeps, plans: readonly Plan[]) {
  const codes = plans.map(({ code }) => code)
  const { rows } = await deps.db.query<{ code: string }>(KNOWN_COMMUNES, [codes])
  const known = new Set(rows.map(({ code }) => code))
  const unknown = plans.filter(({ code }) => !known.has(code))
  if (unknown.length === 0) return
  const features = unknown.map(({ code, name, kind, province }, index) => ({
    number: index + 1,
    properties: { code, name, kind, province },
    geometry: null
  }))
  const request = {
    collection: 'communes',
    title: 'Các xã có kế hoạch',
    fileName: 'data/plans',
    sha256: createHash('sha256').update(JSON.stringify(features)).digest('hex'),
    withoutGeometry: true,
    importedBy: 'Địa bàn'
  }
  const { refused } = await importFeatures(deps, request, features)
  if (refused[0]) throw new Error(`data/plans: ${refused[0].reason.vi}`)
}

/**
 * Loads the plans of `data/plans` when they are new or have changed, and names their communes. May be run again, and by
 * two processes at once. Throws when a file is wrong or the database is away; nothing is half done then.
 */
export async function loadPlans(deps: ImportDeps, say: (line: string) => void) {
  const files = await readPlanFiles()
  if (await isShipped(deps.db, NAME, files.sha256)) return
  say(`      Nạp kế hoạch của ${files.plans.length} xã …`)
  await nameCommunes(deps, files.plans)
  await inTransaction(deps.db, (db) => putAll(db, files))
}
