import { writeSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'

const FAULT_EXIT_CODE = 70
/** What PGlite throws where PostgreSQL jumps back to its main loop after an ordinary error. */
const ORDINARY = 'unwind'

interface MainLoop {
  _PostgresMainLoopOnce: () => void
}

/**
 * Ends this process when the engine throws what it cannot handle. GEOS signals a failed overlay by a C++ exception, which
 * the WebAssembly build does not catch; PGlite swallows it, and the statement would end as if it were done, with rows
 * missing, and be committed. Ended, the statement is rolled back, its caller is told, and the engine is started again.
 */
export function endOnFault(db: PGlite, end: (code: number) => void = process.exit) {
  // PGlite does not declare its module; the loop is what it calls for each protocol message.
  const { mod } = db as unknown as { mod?: Partial<MainLoop> }
  const loop = mod?._PostgresMainLoopOnce
  if (!mod || !loop) throw new Error('This version of PGlite has another main loop: see engine-fault.ts')
  mod._PostgresMainLoopOnce = () => {
    try {
      loop()
    } catch (error) {
      if (error !== ORDINARY) {
        writeSync(2, `The embedded engine met an exception that it cannot handle: ${String(error)}\n`)
        end(FAULT_EXIT_CODE)
      }
      throw error
    }
  }
}

/** The same where the exception went unseen, but a statement has lost its end: see EngineAnswer. */
export function endOnLoss(end: (code: number) => void = process.exit) {
  writeSync(2, 'The embedded engine lost a statement\n')
  end(FAULT_EXIT_CODE)
}
