/** No database keeps NUL. */
const keepable = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value)

/** The query of a page's form: what was left open comes as an empty text, and is taken as not asked. */
export const withoutEmpty = (query: unknown) =>
  typeof query === 'object' && query !== null
    ? Object.fromEntries(
        Object.entries(query)
          .map(([name, value]) => [name, keepable(value)])
          .filter(([, value]) => value !== '')
      )
    : query
