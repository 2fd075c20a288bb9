import { dayInVietnam, timeInVietnam, writtenDay } from '../../http/calendar.ts'
import type { Change } from '../derivation.ts'
import { nextMoment } from './publish.ts'
import { ANNOUNCE, FIND, TAKE_TURN, UNDO, closeRows } from './publish-sql.ts'
import { ImportRefused, type ImportDeps } from './request.ts'
import { follow, settle } from './settle.ts'
import { Staging } from './staging.ts'
import { factColumns } from './table-columns.ts'
import { inTransaction } from './transaction.ts'

interface FoundImport {
  id: number
  collection: string
  title: string
  commune: string | null
  undoneAt: Date | null
}

function requireUndoable(found: FoundImport | undefined, id: number): FoundImport {
  if (!found)
    throw new ImportRefused({
      vi: `Không có lần nạp số ${id}. Xem danh sách bằng: npm run import -- list`,
      en: `There is no import number ${id}. List them with: npm run import -- list`
    })
  if (!found.undoneAt) return found
  const [day, time] = [dayInVietnam(found.undoneAt), timeInVietnam(found.undoneAt)]
  throw new ImportRefused({
    vi: `Lần nạp số ${id} đã được gỡ từ trước (lúc ${time} ngày ${writtenDay(day)}).`,
    en: `Import number ${id} has been undone already (at ${time} on ${day}, Vietnam time).`
  })
}

/**
 * Takes one import back: its rows are closed, what they had taken from earlier ones comes back as new pieces, and
 * everything derived follows. Throws `ImportRefused` for an unknown or undone id. Answers the import and the moment.
 */
export async function undoImport(deps: ImportDeps, id: number, undoneBy: string) {
  const staging = await Staging.open(deps.db, 'undo', { crs: { srid: 4326 }, findsCommunes: false })
  try {
    await deps.db.query(ANNOUNCE, [staging.id])
    return await inTransaction(deps.db, async (client) => {
      await client.query(TAKE_TURN)
      const { rows } = await client.query<FoundImport>(FIND, [id])
      const found = requireUndoable(rows[0], id)
      const collection = deps.registry.find(found.collection)
      if (!collection) throw new Error(`Import ${id} is of an undeclared collection ${found.collection}`)
      const at = await nextMoment(client)
      await client.query(UNDO, [id, at, undoneBy])
      await client.query(closeRows(collection.table), [id, at])
      const change: Change = { kind: 'undo', importId: id, collection: collection.id, at }
      await settle(client, collection, await factColumns(client, collection.table), change)
      await follow(client, deps.derivations, change)
      const facts = { collection: collection.id, title: found.title }
      await deps.note?.(client, { kind: 'undo', importId: id, by: undoneBy, commune: found.commune, facts })
      return { importId: id, collection: collection.id, title: found.title, undoneAt: at }
    })
  } finally {
    await staging.close()
  }
}
