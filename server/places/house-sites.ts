import type { Derivation } from '../collections/derivation.ts'

/**
 * The permanent number of every cultural house, which its checks and the key on its wall hang on. It follows the thing, not
 * the row: told by its ref within its commune, or within 50 m where a merger changed the commune, else by its name within
 * 50 m.
 */
export const houseSites: Derivation = {
  id: 'house_sites',
  follows: ['cultural_houses'],
  async refresh(db) {
    await db.query('select refresh_house_sites()')
  }
}
