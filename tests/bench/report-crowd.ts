import { setTimeout as sleep } from 'node:timers/promises'
import { photos } from './report-photos.ts'
import { watchInbox } from './report-officers.ts'
import { sendReports, type PeopleTask } from './report-people.ts'
import { connect } from './small-client.ts'

// The crowd of the row "reports", in a process of its own; told by its parent what to do next, it answers what came of it.

/** With photos while officers watch; or nothing but one small request to the empty route. */
export type CrowdTask =
  | ({ kind: 'reports'; sessions: string[] } & Omit<PeopleTask, 'photos'>)
  | { kind: 'empty'; port: number; people: number; ms: number }

export interface CrowdResult {
  texts: number[]
  chunks: number[]
  lists: number[]
  sent: { id: string; photos: string[] }[]
}

const BODY = Buffer.from(JSON.stringify({ description: 'Rác đổ thành đống cạnh mương, mùi hôi.' }))

async function askEmpty({ port, people, ms }: Extract<CrowdTask, { kind: 'empty' }>): Promise<CrowdResult> {
  const texts: number[] = []
  const until = performance.now() + ms
  await Promise.all(
    Array.from({ length: people }, async () => {
      const { ask, end } = connect(port, { 'content-type': 'application/json' })
      while (performance.now() < until) texts.push((await ask('POST', '/', 201, { body: BODY })).ms)
      end()
    })
  )
  return { texts, chunks: [], lists: [], sent: [] }
}

async function reportAndWatch(task: Extract<CrowdTask, { kind: 'reports' }>): Promise<CrowdResult> {
  const { lists, leave } = watchInbox(task.port, task.sessions)
  const given = { ...task, photos: await photos() }
  // Whoever has the inbox open has read it before.
  await sleep(1000)
  lists.length = 0
  const result = await sendReports(given)
  await leave()
  return { ...result, lists }
}

process.on('message', (task: CrowdTask) => {
  const work = task.kind === 'empty' ? askEmpty(task) : reportAndWatch(task)
  work.then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ failure: String(error) })
  )
})
process.on('disconnect', () => process.exit(0))
