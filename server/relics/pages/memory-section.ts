import { html, type Html } from '../../http/html.ts'
import type { Bilingual } from '../../http/language.ts'
import { credit } from '../../http/pages/credit.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { ShownMemory } from '../memory-contract.ts'

const WORDS = {
  title: { vi: 'Lời kể của người dân', en: 'What people remember' },
  lead: {
    vi: 'Do người dân kể hoặc viết và đồng ý cho công bố; không phải lời giới thiệu chính thức.',
    en: 'Told or written by people, in Vietnamese, and published with their consent; this is not the official text.'
  },
  by: { vi: 'Người kể', en: 'Told by' }
} as const satisfies Record<string, Bilingual>

/** What people remember of a relic, apart from its official text, each with whose it is and its licence; nothing without any. */
export function memorySection(memories: readonly ShownMemory[], { language }: Reader): Html | '' {
  if (memories.length === 0) return ''
  const one = ({ text, contributor, licence }: ShownMemory) =>
    html`<figure>
      <blockquote class="words" lang="vi">${text}</blockquote>
      <figcaption>${credit({ author: contributor, licence, takenOn: null }, WORDS.by, language)}</figcaption>
    </figure>`
  return html`<section class="card block memories" id="loi-ke">
    <h2>${WORDS.title[language]}</h2>
    <p class="soft small">${WORDS.lead[language]}</p>
    ${memories.map(one)}
  </section>`
}
