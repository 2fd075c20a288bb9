import type { Derivation } from '../collections/derivation.ts'

/**
 * The permanent address of every relic. It follows the thing, not the row: told by its ref, else by its name, within its
 * commune; a new name gives a new address to which the old one leads. What is taken back keeps its address for its return.
 */
export const relicSites: Derivation = {
  id: 'relic_sites',
  follows: ['relics'],
  refresh: async (db) => void (await db.query('select refresh_relic_sites()'))
}
