import type { PlaceForm } from '../../server/editing/form-contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { GEOMETRY, shapeOf } from './draft.ts'
import { messages } from './messages.ts'
import type { PlaceEditing } from './place-editing.svelte.ts'
import { findCrossings } from './shape/crossings.ts'
import { partsOf } from './shape/parts.ts'

/**
 * Why a form is not sent, as a sentence; '' where it can be. `problems`: of its fields by name; `isDrawing`: an outline is
 * begun and not closed.
 */
export function objection(
  i18n: I18n,
  form: PlaceForm,
  editing: PlaceEditing,
  problems: Readonly<Record<string, string>>,
  isDrawing: boolean
): string {
  if (isDrawing) return i18n.t(messages.drawing)
  const bad = form.fields.find(({ name }) => problems[name])
  if (bad) return i18n.t(messages.badValue, { field: i18n.t(bad.title), problem: problems[bad.name] ?? '' })
  if (editing.isClean) return i18n.t(messages.clean)
  if (!editing.draft[GEOMETRY]) return i18n.t(messages.noPlace)
  const parts = partsOf(shapeOf(editing.draft))
  return parts && findCrossings(parts).length > 0 ? i18n.t(messages.crosses) : ''
}
