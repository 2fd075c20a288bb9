import type { Problem } from './contract.ts'
import { html, Html } from './html.ts'
import type { Language } from './language.ts'

/** The page's own style; its hash goes into the content security policy, for the page must not need another file. */
export const PROBLEM_PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --quiet: #56616f; --paper: #fff; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --quiet: #a5b0be; --paper: #151a21; --link: #8ec1ff; }
}
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 16vh 1.5rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 .75rem; }
p { margin: 0 0 1.25rem; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
a { color: var(--link); text-underline-offset: .15em; }
`

// Not in the template: its text must be the very one that was hashed.
const STYLE_ELEMENT = new Html(`<style>${PROBLEM_PAGE_STYLE}</style>`)

const WORDS = {
  vi: { home: 'Về trang bản đồ', again: 'Trang này tự thử lại sau 5 giây.' },
  en: { home: 'To the map', again: 'This page tries again in 5 seconds.' }
}

/** A problem as a page for a person; one that says 503 asks again by itself. */
export function problemPage({ title, status, detail }: Problem, language: Language): string {
  const { home, again } = WORDS[language]
  const refresh = status === 503 ? new Html('<meta http-equiv="refresh" content="5" />') : ''
  const way = status === 503 ? html`<p class="quiet">${again}</p>` : html`<p><a href="/">${home}</a></p>`
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Địa bàn</title>
        ${refresh} ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <p class="quiet">Địa bàn · ${status}</p>
          <h1>${title}</h1>
          <p>${detail}</p>
          ${way}
        </main>
      </body>
    </html> `.text
}
