/** The same server's URL with another database. */
export function databaseUrl(adminUrl: string, name: string) {
  const url = new URL(adminUrl)
  url.pathname = name
  return url.href
}
