import { tmpdir } from 'node:os'
import type { Pool } from 'pg'
import { buildApp } from '../../server/app.ts'
import { compareCommunes, type Figure } from '../../server/plans/contract.ts'
import { paired, time, type Row } from './measure.ts'
import { NAIVE_GROUND, NAIVE_POPULATION } from './naive-population-sql.ts'

const DAY = '2026-06-30'
const KNOWN_AT = '2026-07-01T00:00:00Z'
const RESOLUTION_M = 100
const HTTP_ROUNDS = 9
const PATH = `/api/indicators/mobile_5g_population?asOf=${DAY}&knownAt=${KNOWN_AT}`

/** One part's people, as the yardstick counts them. */
interface Part {
  communeCode: string
  /** null: outside villages, or the whole commune. */
  villageCode: string | null
  whole: boolean
  denominator: number
  numerator: number
  unknown: number
  low: number
  high: number
  every: number
  most: number
  each: Record<string, number>
  /** Percent; null outside villages. */
  land: number | null
}

interface Statement {
  text: string
  values: unknown[] | undefined
}

/** The program over a database that writes down what is asked of it. */
function recordingApp(db: Pool) {
  const statements: Statement[] = []
  const query = (text: string, values?: unknown[]) => {
    statements.push({ text, values })
    return db.query(text, values)
  }
  // Only query(text, values) is called on it; the type also has forms with callbacks.
  const spy = { query } as unknown as Pool
  const config = { publicUrl: undefined, trustedProxies: [], demo: false, dataDir: tmpdir() }
  return { app: buildApp({ db: spy, readDb: spy, config }), statements }
}

async function recordStatements(db: Pool) {
  const { app, statements } = recordingApp(db)
  const response = await app.inject(PATH)
  await app.close()
  if (response.statusCode !== 200) throw new Error(`${PATH}: ${response.body}`)
  return { statements, answer: compareCommunes.reply.parse(response.json()) }
}

const share = (people: number, part: Part) =>
  part.denominator === 0 ? null : (100 * people) / part.denominator

/** Counts agree exactly, land to a millionth of a percent. */
const isSame = (name: string, given: number | null | undefined, counted: number | null) =>
  Math.abs((given ?? 0) - (counted ?? 0)) <= (name === 'land' ? 1e-6 : 1e-9)

function differences(figure: Figure, part: Part): string[] {
  const pairs: [string, number | null | undefined, number | null][] = [
    ['numerator', figure.numerator, part.numerator],
    ['unknown', figure.unknown, part.unknown],
    ['denominator', figure.denominator, part.denominator],
    ['low', figure.low, share(part.low, part)],
    ['value', figure.value, share(part.numerator, part)],
    ['high', figure.high, share(part.high, part)],
    ['any', figure.any, share(part.numerator, part)],
    ['maxOperator', figure.maxOperator, share(part.most, part)],
    ['all', figure.all, share(part.every, part)],
    ['land', figure.land, part.land],
    ...Object.entries(part.each).map(([operator, people]): [string, number | undefined, number | null] => [
      operator,
      figure.each?.[operator],
      share(people, part)
    ])
  ]
  return pairs
    .filter(([name, given, counted]) => !isSame(name, given, counted))
    .map(([name, given, counted]) => `${part.villageCode ?? part.communeCode} ${name}: ${given} / ${counted}`)
}

type Answer = Awaited<ReturnType<typeof recordStatements>>['answer']

function figureOf({ communes }: Answer, { communeCode, villageCode, whole }: Part): Figure | undefined {
  const found = communes.find(({ commune }) => commune.code === communeCode)
  if (whole) return found?.commune.figure
  if (villageCode === null) return found?.outsideVillages?.figure
  return found?.villages.find(({ code }) => code === villageCode)?.figure
}

/** Throws unless the yardstick counted every commune, village and remainder as the program did. */
function requireSameAnswer(answer: Answer, parts: readonly Part[]) {
  const villages = answer.communes.reduce((sum, commune) => sum + commune.villages.length, 0)
  const counted = parts.filter(({ whole, villageCode }) => !whole && villageCode !== null).length
  const wrong = [
    ...(counted === villages ? [] : [`${villages} villages, of which ${counted} were counted`]),
    ...parts.flatMap((part) => {
      const figure = figureOf(answer, part)
      return figure ? differences(figure, part) : [`${part.villageCode ?? part.communeCode}: no figure`]
    })
  ]
  if (wrong.length > 0) throw new Error(`The two forms count differently:\n${wrong.slice(0, 10).join('\n')}`)
}

/**
 * Figures of all communes: the program's SQL against `exists` per premises, which are checked to answer the same, and
 * the whole request over HTTP against its own SQL.
 */
export async function populationRows(db: Pool, port: number, least: number, rounds: number): Promise<Row[]> {
  const { statements, answer } = await recordStatements(db)
  const naive = () => db.query<Part>(NAIVE_POPULATION, ['5G', DAY, RESOLUTION_M])
  for (const statement of NAIVE_GROUND) await db.query(statement)
  let parts: Part[] = []
  const firstMs = await time(async () => ({ rows: parts } = await naive()))
  requireSameAnswer(answer, parts)
  const bare = async () => {
    for (const { text, values } of statements) await db.query(text, values)
  }
  const http = async () => {
    const response = await fetch(`http://127.0.0.1:${port}${PATH}`, {
      headers: { 'accept-encoding': 'identity' }
    })
    await response.arrayBuffer()
  }
  const quick = await paired(
    HTTP_ROUNDS,
    () => time(http),
    () => time(bare)
  )
  // Where the yardstick takes minutes, the run that was checked is the one that counts.
  const slow =
    rounds > 1
      ? await paired(
          rounds,
          () => time(naive),
          () => time(bare)
        )
      : { one: firstMs, other: quick.other, ratio: firstMs / quick.other }
  const communes = answer.communes.length
  const ms = (value: number) => value.toFixed(0)
  return [
    {
      name: `population of ${communes} communes against exists per premises (≥ ${least})`,
      ratio: slow.ratio,
      limit: { least },
      detail: `${ms(slow.one)} / ${ms(slow.other)} ms, answers equal`
    },
    {
      name: 'the same over HTTP against its bare SQL',
      ratio: quick.ratio,
      limit: { most: 1.3 },
      detail: `${ms(quick.one)} / ${ms(quick.other)} ms`
    }
  ]
}
