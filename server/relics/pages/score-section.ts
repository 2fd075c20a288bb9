import { html, Html } from '../../http/html.ts'
import type { Reader } from '../../http/pages/reader.ts'
import { SCORE_ITEMS, type RelicScore, type ScoreItem } from '../contract.ts'
import { ITEMS, WORDS } from './words.ts'

const THERE = new Html('<path d="M5 12.5l4.5 4.5L19 7.5"/>')
const LACKING = new Html('<path d="M7 12h10"/>')

/** How far a relic is digitised by the rule, item by item: which are there and which are missing, in words and signs. */
export function scoreSection(score: RelicScore, { language }: Reader): Html {
  const item = (name: ScoreItem) => {
    const isThere = score[name]
    const state = (isThere ? WORDS.there : WORDS.lacking)[language]
    const images = name === 'pictured' ? ` (${score.images}/5)` : ''
    return html`<li class="${isThere ? '' : 'soft'}">
      <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${isThere ? THERE : LACKING}</svg>
      <span>${ITEMS[name][language]}${images}: <strong>${state}</strong></span>
    </li>`
  }
  return html`<section class="card block">
    <h2>${WORDS.digitised[language]}: ${score.score}/${SCORE_ITEMS.length}</h2>
    <ul class="items">
      ${SCORE_ITEMS.map(item)}
    </ul>
    <p class="soft small">${WORDS.scoreRule[language]}</p>
  </section>`
}
