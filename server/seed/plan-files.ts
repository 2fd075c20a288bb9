import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Localized } from '../collections/contract.ts'
import { projectRoot } from '../root.ts'

const DIRECTORY = join(projectRoot, 'data', 'plans')
const INDICATORS = 'indicators.json'

const text = z.string().min(1).nullable()

const PlanIndicator = z.strictObject({
  code: z.string(),
  kind: z.enum(['computed', 'entered']),
  unit: z.enum(['percent', 'count']),
  name: Localized,
  numerator: Localized,
  denominator: Localized.nullable(),
  note: Localized.nullable()
})

const PlanTarget = z.strictObject({
  indicator: z.string(),
  year: z.int(),
  quarter: z.int().min(1).max(4).nullable(),
  comparator: z.enum(['>=', '=']),
  value: z.number(),
  stretch: z.number().nullable(),
  leadUnit: text,
  /** The row or section of the plan that says so. */
  sourceRow: text,
  note: Localized.nullable()
})

const PlanTask = z.strictObject({
  number: z.string(),
  kind: z.enum(['yearly', 'recurring', 'continuous']),
  title: z.string(),
  leadUnit: text,
  supportUnits: text,
  due: text,
  product: text,
  dueNote: Localized.nullable()
})

const Plan = z.strictObject({
  code: z.string().regex(/^\d{5}$/),
  name: z.string(),
  kind: z.string(),
  province: z.string(),
  year: z.int(),
  level: z.string(),
  villageKind: text,
  vn2000Srid: z.int(),
  note: Localized.nullable(),
  targets: z.array(PlanTarget),
  tasks: z.array(PlanTask)
})
/** One commune's plan of a year: its targets and tasks as the plan keys them. */
export type Plan = z.infer<typeof Plan>

export interface PlanFiles {
  indicators: z.infer<typeof PlanIndicator>[]
  plans: Plan[]
  /** Of all files' names and bytes. */
  sha256: string
}

async function readFiles() {
  const names = (await readdir(DIRECTORY)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(DIRECTORY, name), 'utf8') }))
  )
}

function hashOf(files: { name: string; bytes: string }[]) {
  const hash = createHash('sha256')
  for (const { name, bytes } of files) hash.update(name).update('\0').update(bytes).update('\0')
  return hash.digest('hex')
}

/** The indicators and the communes' plans of `data/plans`. Throws when a file is not what it should be. */
export async function readPlanFiles(): Promise<PlanFiles> {
  const files = await readFiles()
  const parsed = files.map(({ name, bytes }) => ({ name, content: JSON.parse(bytes) as unknown }))
  const indicators = parsed.find(({ name }) => name === INDICATORS)?.content
  const plans = parsed.filter(({ name }) => name !== INDICATORS)
  return {
    indicators: z.array(PlanIndicator).parse(indicators),
    plans: plans.map(({ content }) => Plan.parse(content)),
    sha256: hashOf(files)
  }
}
