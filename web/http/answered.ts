import { RequestError } from './get-json.ts'

const SERVER_FAULT = 500

/**
 * For work that nobody waits for: true when it is done or was refused for good; false when the server was not reached or
 * is not well, so that it should be tried again. Throws what is no failure of a request.
 */
export async function answered(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return error.kind === 'refused' && error.status < SERVER_FAULT
  }
}
