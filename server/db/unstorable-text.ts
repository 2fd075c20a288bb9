/** Whether a text was refused for a character that the database cannot keep: the zero character, or half of a pair. */
export function isUnstorable(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  const { code } = error
  const isHalf = 'detail' in error && /surrogate/i.test(String(error.detail))
  return code === '22021' || code === '22P05' || (code === '22P02' && isHalf)
}
