import { html, Html } from '../../http/html.ts'
import type { PublicReport, ReportSort } from '../contract.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { PATHS } from './address.ts'
import { pageOf } from './frame.ts'
import type { NamedArea } from './page-queries.ts'
import { chips, THEME_SIGNS } from './signs.ts'
import { dayText, numberText } from '../../http/pages/texts.ts'
import { durationText, SORTS, STATE_GROUPS, WORDS } from './words.ts'

/** What the pages know beside the reports themselves. */
export interface Known {
  categories: ReadonlyMap<string, { vi: string; en: string }>
  villages: readonly NamedArea[]
  communes: readonly NamedArea[]
}

/** What was asked of the list, as the address has it. */
export interface AskedList {
  commune?: string | undefined
  category?: string | undefined
  state?: string | undefined
  village?: string | undefined
  overdue?: string | undefined
  sort?: ReportSort | undefined
}

interface ListContent {
  reader: Reader
  url: string
  asked: AskedList
  known: Known
  reports: readonly PublicReport[]
  total: number
  /** The bookmark of the next page; null: this is the last. */
  next: string | null
  isFirst: boolean
}

/** "Thôn Bến Đá". */
export function areaName({ name, kind }: NamedArea) {
  const text = [kind, name].filter(Boolean).join(' ')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** The village, else the commune, in which a report lies; undefined where neither is public. */
export function placeName({ village, commune }: PublicReport, { villages, communes }: Known) {
  const found = villages.find(({ code }) => code === village) ?? communes.find(({ code }) => code === commune)
  return found && areaName(found)
}

/** What a category is called in the reader's language. */
export const categoryText = (code: string, { categories }: Known, { language }: Reader) =>
  categories.get(code)?.[language] ?? code

/** What a report is about. */
export const categoryName = ({ category }: PublicReport, known: Known, reader: Reader) =>
  categoryText(category, known, reader)

const isFiltered = ({ commune, category, state, village, overdue }: AskedList) =>
  [commune, category, state, village, overdue].some((value) => value !== undefined)

function select(
  name: string,
  label: string,
  all: string,
  options: readonly (readonly [string, string])[],
  chosen = ''
) {
  const option = ([value, text]: readonly [string, string]) =>
    html`<option value="${value}" ${value === chosen ? new Html('selected') : ''}>${text}</option>`
  const first = all === '' ? [] : [option(['', all])]
  return html`<label
    >${label}<select name="${name}">
      ${[...first, ...options.map(option)]}
    </select></label
  >`
}

function filterForm({ reader, asked, known }: ListContent) {
  const { language, chosen } = reader
  const all = WORDS.all[language]
  const ofCommune = known.villages.filter(({ commune }) => !asked.commune || commune === asked.commune)
  const areas = (list: readonly NamedArea[]) =>
    list
      .map((area) => [area.code, areaName(area)] as const)
      .toSorted(([, one], [, other]) => one.localeCompare(other, 'vi', { numeric: true }))
  return html`<details class="card fold" ${isFiltered(asked) ? new Html('open') : ''}>
    <summary>${WORDS.filterList[language]}</summary>
    <form class="filters" method="get" action="${PATHS.list}" aria-label="${WORDS.filters[language]}">
      ${chosen ? html`<input type="hidden" name="lang" value="${language}" />` : ''}
      ${
        known.communes.length > 1 || asked.commune
          ? select('commune', WORDS.commune[language], all, areas(known.communes), asked.commune)
          : ''
      }
      ${select(
        'category',
        WORDS.category[language],
        all,
        [...known.categories].map(([code, name]) => [code, name[language]] as const),
        asked.category
      )}
      ${select(
        'state',
        WORDS.state[language],
        all,
        STATE_GROUPS.map(({ states, name }) => [states, name[language]] as const),
        asked.state
      )}
      ${select('village', WORDS.village[language], all, areas(ofCommune), asked.village)}
      ${select(
        'sort',
        WORDS.sort[language],
        '',
        Object.entries(SORTS).map(([sort, name]) => [sort, name[language]] as const),
        asked.sort
      )}
      <label class="check"
        ><input
          type="checkbox"
          name="overdue"
          value="true"
          ${asked.overdue === 'true' ? new Html('checked') : ''}
        />${WORDS.overdueOnly[language]}</label
      >
      <p class="go">
        <button>${WORDS.filter[language]}</button>
        ${isFiltered(asked) ? html`<a href="${linkFor(reader, PATHS.list)}">${WORDS.clear[language]}</a>` : ''}
      </p>
    </form>
  </details>`
}

/** The first picture before, and beside it the first after. */
function thumbs({ pictures, theme }: PublicReport, { language }: Reader) {
  const [before, after] = (['before', 'after'] as const).map((role) =>
    pictures.find((picture) => picture.role === role)
  )
  const shown = [before, after].flatMap((picture) => picture ?? [])
  if (shown.length === 0)
    return html`<div class="thumbs none">${THEME_SIGNS[theme]}<span>${WORDS.noPicture[language]}</span></div>`
  const picture = ({ thumbnail, role }: (typeof shown)[number]) =>
    html`<span
      ><img src="/api/media/${thumbnail}" alt="" loading="lazy" /><span class="label"
        >${WORDS[role][language]}</span
      ></span
    >`
  return html`<div class="thumbs">${shown.map(picture)}</div>`
}

function card(report: PublicReport, { reader, known }: ListContent) {
  const { language } = reader
  const { number, receivedAt, witnesses, description, placeHidden } = report
  const place = placeHidden ? WORDS.hidden[language] : placeName(report, known)
  const seen =
    witnesses > 0
      ? html`<span>+${numberText(witnesses, language)} ${WORDS.witnesses[language].toLowerCase()}</span>`
      : ''
  return html`<li class="card report">
    ${thumbs(report, reader)}
    <div class="body">
      ${chips(report, language)}
      <h2>
        <a href="${linkFor(reader, `${PATHS.app}/${number}`)}">${categoryName(report, known, reader)}</a>
      </h2>
      ${description ? html`<p class="said">${description}</p>` : ''}
      <p class="meta">
        ${place ? html`<span>${place}</span>` : ''}<span>${dayText(receivedAt, language)}</span
        ><span>${durationText(report, language)}</span>${seen}
      </p>
    </div>
  </li>`
}

function pager({ reader, url, next, isFirst }: ListContent) {
  const { language } = reader
  const query = new URLSearchParams(url.split('?')[1] ?? '')
  query.delete('after')
  const to = (more: Record<string, string>) =>
    `${PATHS.list}?${new URLSearchParams({ ...Object.fromEntries(query), ...more }).toString()}`
  const links = [
    isFirst ? '' : html`<a class="primary quiet" href="${to({})}">${WORDS.first[language]}</a>`,
    next === null
      ? ''
      : html`<a class="primary" rel="next" href="${to({ after: next })}">${WORDS.next[language]}</a>`
  ]
  return isFirst && next === null ? '' : html`<p class="pager">${links}</p>`
}

/** The list of public reports with its filters, whole without script. */
export function listPage(content: ListContent): string {
  const { reader, url, asked, reports, total } = content
  const { language } = reader
  const none = isFiltered(asked) ? WORDS.none[language] : WORDS.nothingYet[language]
  const body = html`<div class="head">
      <div>
        <h1>${WORDS.list[language]}</h1>
        <p class="soft">${WORDS.listLead[language]}</p>
      </div>
      <a class="primary" href="${linkFor(reader, PATHS.app)}">${WORDS.send[language]}</a>
    </div>
    ${filterForm(content)}
    <p class="soft" role="status">
      ${total === 0 ? none : `${numberText(total, language)} ${WORDS.found[language]}`}
    </p>
    ${
      total === 0
        ? ''
        : html`<ul class="cards">
            ${reports.map((report) => card(report, content))}
          </ul>`
    }
    ${pager(content)}`
  const { list, listLead } = WORDS
  return pageOf({
    reader,
    title: list[language],
    description: listLead[language],
    url,
    current: 'list',
    body
  })
}
