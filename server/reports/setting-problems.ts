import { Problem } from '../http/contract.ts'

/** What is answered to whoever sets something and may not, or not so. */
export const SETTING_PROBLEMS = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  422: Problem,
  428: Problem
} as const

/** Of what has a name or a day of its own as well: 409, it is taken. */
export const UNIQUE_SETTING_PROBLEMS = { ...SETTING_PROBLEMS, 409: Problem } as const
