import { html, type Html } from '../../http/html.ts'
import { inWords } from '../../http/pages/credit.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { Relic } from '../contract.ts'
import { WORDS } from './words.ts'

/** The official text, with who wrote it and how it may be used; in Vietnamese where there is none in English. */
export function story(relic: Relic, { language }: Reader): Html | '' {
  const { description, descriptionEn, descriptionAuthor, descriptionLicence } = relic
  if (description === null) return ''
  const { text, lang } = inWords(description, descriptionEn, language)
  const unstated = WORDS.unstated[language]
  const by = [
    WORDS.official[language],
    `${WORDS.storyBy[language]}: ${descriptionAuthor ?? unstated}`,
    `${WORDS.licence[language]}: ${descriptionLicence ?? unstated}`
  ]
  return html`<section class="card block">
    <h2>${WORDS.story[language]}</h2>
    ${lang === language ? '' : html`<p class="soft small">${WORDS.onlyVietnamese[language]}</p>`}
    <div class="words" lang="${lang}">${text}</div>
    <p class="soft small">${by.join(' · ')}</p>
  </section>`
}
