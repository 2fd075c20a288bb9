import type { Derivation } from '../collections/derivation.ts'
import { keepAreas, keepPlaces } from './place-facts.ts'
import { keepSlices } from './slice-facts.ts'
import { stagedFacts } from './staged-facts.ts'

/**
 * Which area holds a place and how deep it lies in each operator's map: the facts that figures are summed from. They
 * belong to raw rows, which never change, so publishing adds facts of the new rows and undoing changes none.
 */
export const coverageFacts: Derivation = {
  id: 'coverage_facts',
  follows: [
    'communes',
    'villages',
    'premises',
    'buildings',
    'coverage_claims',
    'fixed_services',
    'cultural_houses',
    'institutions',
    'cameras'
  ],
  beside: stagedFacts,
  async refresh(db, { kind, collection, importId, hasBeside }) {
    if (kind === 'undo') return
    if (hasBeside) return
    if (collection === 'coverage_claims') await keepSlices(db, importId)
    await keepPlaces(db, collection, importId)
    await keepAreas(db, collection, importId)
  }
}
