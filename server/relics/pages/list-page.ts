import { html, Html } from '../../http/html.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { numberText } from '../../http/pages/texts.ts'
import { RELIC_RANKS, type NamedArea, type Relic, type RelicSort } from '../contract.ts'
import type { RelicChoices } from '../queries.ts'
import { framePath, mapPath, PATH, pathOf } from './address.ts'
import { alternates, pageOf } from './frame.ts'
import type { TourSummary } from '../tour-contract.ts'
import { tourList } from './tour-section.ts'
import { nearSection } from './near-section.ts'
import { RANKS } from '../value-words.ts'
import { areaName, distanceText, kindText, rankText, SORTS, whereabouts, WORDS } from './words.ts'

/** What was asked of the list, as the address has it. */
export interface AskedList {
  commune?: string | undefined
  village?: string | undefined
  rank?: string | undefined
  kind?: string | undefined
  q?: string | undefined
  near?: string | undefined
  /** The tour that the map beside the list shows. */
  tour?: string | undefined
  sort: RelicSort
}

interface ListContent {
  reader: Reader
  url: string
  /** The list's absolute address, without a query. */
  address: string
  asked: AskedList
  choices: RelicChoices
  relics: readonly Relic[]
  total: number
  /** All of them, on the first page of the whole list. */
  tours: readonly TourSummary[]
  /** The number of the first relic of the next page; null: this is the last. */
  next: number | null
  isFirst: boolean
}

const isFiltered = ({ commune, village, rank, kind, q }: AskedList) =>
  [commune, village, rank, kind, q].some((value) => value !== undefined)

type Option = readonly [value: string, text: string]

function select(name: string, label: string, options: readonly Option[], chosen = '') {
  const option = ([value, text]: Option) =>
    html`<option value="${value}" ${value === chosen ? new Html('selected') : ''}>${text}</option>`
  return html`<label
    >${label}<select name="${name}">
      ${options.map(option)}
    </select></label
  >`
}

const areas = (list: readonly NamedArea[]): Option[] =>
  list
    .map((area): Option => [area.code, areaName(area)])
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'vi', { numeric: true }))

function filterForm({ reader, asked, choices }: ListContent) {
  const { language, chosen } = reader
  const all: Option = ['', WORDS.all[language]]
  const { communes, kinds, villages } = choices
  const kindOptions = kinds
    .toSorted((one, other) => one.localeCompare(other, 'vi'))
    .map((kind): Option => [kind, kindText(kind, language)])
  const sorts = (Object.keys(SORTS) as RelicSort[]).filter(
    (sort) => sort !== 'distance' || asked.near !== undefined
  )
  return html`<details class="card fold" ${isFiltered(asked) ? new Html('open') : ''}>
    <summary>${WORDS.filterList[language]}</summary>
    <form class="filters" method="get" action="${PATH}" aria-label="${WORDS.filters[language]}">
      ${chosen ? html`<input type="hidden" name="lang" value="${language}" />` : ''}
      ${asked.near ? html`<input type="hidden" name="near" value="${asked.near}" />` : ''}
      ${asked.tour ? html`<input type="hidden" name="tour" value="${asked.tour}" />` : ''}
      <label
        >${WORDS.search[language]}<input type="search" name="q" maxlength="100" value="${asked.q ?? ''}"
      /></label>
      ${communes.length > 1 || asked.commune ? select('commune', WORDS.commune[language], [all, ...areas(communes)], asked.commune) : ''}
      ${select('rank', WORDS.rank[language], [all, ...RELIC_RANKS.map((rank): Option => [rank, RANKS[rank][language]])], asked.rank)}
      ${select('kind', WORDS.kind[language], [all, ...kindOptions], asked.kind)}
      ${select('village', WORDS.village[language], [all, ...areas(villages)], asked.village)}
      ${select(
        'sort',
        WORDS.sort[language],
        sorts.map((sort): Option => [sort, SORTS[sort][language]]),
        asked.sort
      )}
      <p class="go">
        <button>${WORDS.filter[language]}</button>
        ${isFiltered(asked) ? html`<a href="${linkFor(reader, PATH)}">${WORDS.clear[language]}</a>` : ''}
      </p>
    </form>
  </details>`
}

/** A relic in a list, with its distance where one was asked for; its name first, for whoever goes from heading to heading. */
export function relicCard(relic: Relic, reader: Reader, level: 'h2' | 'h3' = 'h2') {
  const { language } = reader
  const place = whereabouts(relic)
  const { lat, lng } = relic.place
  const name = html`<a href="${linkFor(reader, pathOf(relic.slug))}">${relic.name}</a>`
  const distance =
    relic.distanceM === null ? '' : html`<span class="far">${distanceText(relic.distanceM, language)}</span>`
  return html`<li class="card plain" data-at="${lat.toFixed(6)},${lng.toFixed(6)}">
    <div class="body">
      ${level === 'h2' ? html`<h2 lang="vi">${name}</h2>` : html`<h3 lang="vi">${name}</h3>`}
      <p class="chips"><span class="chip rank">${rankText(relic.rank, language)}</span></p>
      <p class="meta">
        ${relic.kind ? html`<span>${kindText(relic.kind, language)}</span>` : ''}${place ? html`<span>${place}</span>` : ''}${distance}
      </p>
    </div>
  </li>`
}

function pager({ reader, url, next, isFirst }: ListContent) {
  const { language } = reader
  const query = new URLSearchParams(url.split('?')[1] ?? '')
  query.delete('offset')
  const to = (more: Record<string, string>) =>
    `${PATH}?${new URLSearchParams({ ...Object.fromEntries(query), ...more }).toString()}`
  const links = [
    isFirst ? '' : html`<a class="primary quiet" href="${to({})}">${WORDS.first[language]}</a>`,
    next === null
      ? ''
      : html`<a class="primary" rel="next" href="${to({ offset: String(next) })}">${WORDS.next[language]}</a>`
  ]
  return isFirst && next === null ? '' : html`<p class="pager">${links}</p>`
}

function found({ reader, asked, total }: ListContent) {
  const { language } = reader
  if (total === 0) return (isFiltered(asked) ? WORDS.none : WORDS.nothingYet)[language]
  return `${numberText(total, language)} ${(total === 1 ? WORDS.foundOne : WORDS.found)[language]}`
}

/** The map beside the list; on a phone it comes when it is asked for. Frames that are not shown are not loaded. */
function mapBeside({ reader, asked }: ListContent) {
  const { language } = reader
  const { commune, rank, kind, tour } = asked
  const path = framePath({ commune, rank, kind, tour }, language)
  const frame = html`<iframe src="${path}" title="${WORDS.mapBeside[language]}" loading="lazy"></iframe>`
  return html`<details class="card plain map" ${tour ? new Html('open') : ''}>
      <summary>${WORDS.showMap[language]}</summary>
      ${frame}
    </details>
    <div class="map aside">${frame}</div>`
}

/** The list of relics with its filters, whole without script. */
export function listPage(content: ListContent): string {
  const { reader, url, address, asked, relics, total } = content
  const { language } = reader
  const near = asked.near
    ? html`<p class="soft small">${WORDS.nearTo[language]} ${WORDS.nearPlace[language]}.</p>`
    : ''
  const body = html`<div class="head">
      <div>
        <h1>${WORDS.list[language]}</h1>
        <p class="soft">${WORDS.lead[language]}</p>
      </div>
      <a class="primary quiet" href="${linkFor(reader, mapPath(undefined, asked.commune))}"
        >${WORDS.onMap[language]}</a
      >
    </div>
    ${filterForm(content)}
    <p class="soft" role="status">${found(content)}</p>
    ${near} ${total === 0 ? '' : nearSection(reader, content.isFirst && content.next === null)}
    ${
      total === 0
        ? ''
        : html`<div class="beside">
            ${mapBeside(content)}
            <div>
              <ul class="cards" id="relics">
                ${relics.map((relic) => relicCard(relic, reader))}
              </ul>
              ${pager(content)}
            </div>
          </div>`
    }
    ${isFiltered(asked) ? '' : tourList(content.tours, reader)}`
  const { list, lead } = WORDS
  return pageOf({
    reader,
    title: list[language],
    description: lead[language],
    url,
    current: PATH,
    head: alternates(address, reader),
    body
  })
}
