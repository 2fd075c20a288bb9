import type { FastifyPluginAsync } from 'fastify'
import { html } from './html.ts'
import type { PublicUrl } from './public-url.ts'

/** The paths of a theme's pages that search engines should know, without language. */
export type PagePaths = () => Promise<readonly string[]>

// One file may hold so many addresses (sitemaps.org).
const MOST = 50_000

function entry(address: string) {
  const alternate = (language: string) =>
    html`<xhtml:link rel="alternate" hreflang="${language}" href="${address}?lang=${language}" />`
  return html`<url><loc>${address}</loc>${alternate('vi')}${alternate('en')}</url> `
}

/** `/sitemap.xml` with every theme's pages, each in both languages, and `/robots.txt` that names it. */
export const sitemapRoutes: FastifyPluginAsync<{
  publicUrl: PublicUrl
  pages: readonly PagePaths[]
}> = async (app, { publicUrl, pages }) => {
  app.get('/sitemap.xml', async (request, reply) => {
    const base = publicUrl(request)
    const paths = (await Promise.all(pages.map((list) => list()))).flat().slice(0, MOST)
    const list = html`<urlset
      xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:xhtml="http://www.w3.org/1999/xhtml"
    >
      ${paths.map((path) => entry(base + path))}
    </urlset>`
    return reply
      .type('application/xml; charset=utf-8')
      .send(`<?xml version="1.0" encoding="UTF-8"?>\n${list.text}\n`)
  })

  app.get('/robots.txt', (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(`User-agent: *\nDisallow: /can-bo\nDisallow: /api/\nSitemap: ${publicUrl(request)}/sitemap.xml\n`)
  )
}
