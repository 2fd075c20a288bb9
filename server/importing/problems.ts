import { Problem } from '../http/contract.ts'

/** What a route of the importer may refuse with. */
export const PROBLEMS = {
  400: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  413: Problem,
  422: Problem
} as const
