/** Whether something failed because a file or folder is not there. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** For a `catch`: what is not there is undefined, any other error goes on. */
export function unlessAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error
}
