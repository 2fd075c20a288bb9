import { Problem } from '../http/contract.ts'

/** Who may use the routes of data quality. */
export const CONFIG = { right: 'quality.manage' } as const

/** What each of them may answer instead. */
export const PROBLEMS = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  422: Problem,
  428: Problem
} as const
