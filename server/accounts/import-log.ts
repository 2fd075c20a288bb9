import type { ImportDeps } from '../collections/import/request.ts'
import type { Queryable } from '../db/pool.ts'
import type { Audit, AuditEntry } from './contract.ts'

const ACTIONS = { publish: 'import.publish', undo: 'import.undo' } as const

/**
 * Imports in the audit log: that a command (or the program itself) did it, which import, of which file, how many rows. Who
 * sat at the machine stands in the import's own record under the system's name for him; here it is a keyed hash, as of
 * every other command.
 */
export const importLog =
  (audit: Audit<Queryable>, by: Exclude<AuditEntry['by'], undefined>): NonNullable<ImportDeps['note']> =>
  (db, { kind, importId, by: name, commune, facts }) =>
    audit(db, {
      actor: null,
      by,
      action: ACTIONS[kind],
      subject: 'import',
      subjectId: importId,
      communeCode: commune,
      ...(kind === 'publish' ? { after: facts } : { before: facts }),
      from: by === 'command' ? `command:${name}` : null
    })
