import type { Template } from '../../../server/reports/settings-contract.ts'

const KEPT = 'dia-ban-templates'

interface Kept {
  accountId: number
  templates: Template[]
}

/** The templates that this account read last on this device, so that answers without a network have them; null: none. */
export function keptTemplates(accountId: number): Template[] | null {
  const text = localStorage.getItem(KEPT)
  if (text === null) return null
  const kept = JSON.parse(text) as Kept // written below, by nobody else
  return kept.accountId === accountId ? kept.templates : null
}

/** Keeps them for this account alone. A device that is full keeps none: they are there while the network is. */
export function keepTemplates(accountId: number, templates: Template[]) {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ accountId, templates } satisfies Kept))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    forgetTemplates()
  }
}

export const forgetTemplates = () => localStorage.removeItem(KEPT)
