import { kindMessages, stateMessages } from './messages.ts'
import type { Asked } from './quality.svelte.ts'

const isOf = (names: object, text: string | undefined) => text !== undefined && Object.hasOwn(names, text)

/** Sections share the names of what their addresses ask for: what only another one knows (`unit=none`) is not asked. */
export const understood = ({ commune, kind, state, unit, mine }: Asked): Asked => ({
  commune,
  kind: isOf(kindMessages, kind) ? kind : undefined,
  state: isOf(stateMessages, state) ? state : undefined,
  unit: /^\d{1,9}$/.test(unit ?? '') ? unit : undefined,
  mine
})
