import type { Pool, PoolClient } from 'pg'

/** Runs `work` in one transaction; any failure takes all of it back. */
export async function inTransaction<T>(db: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await db.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    // A connection that cannot even roll back is thrown away.
    client.release(broken)
  }
}
