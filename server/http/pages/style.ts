import { FONT_FACES } from './fonts.ts'

/** The style of the public pages: light and dark, on a phone and on paper. Its hash stands in the policy. */
export const STYLE = `
${FONT_FACES}
:root { color-scheme: light dark; --paper: light-dark(#fff,#161e23); --sunken: light-dark(#f3f6f7,#0f1519);
  --ink: light-dark(#14222a,#e9eff2); --soft: light-dark(#4b5b64,#a9b9c2); --line: light-dark(#dbe3e7,#2c3a42);
  --strong: light-dark(#7b8a93,#71838d); --accent: light-dark(#0f5c73,#7cc7dd); --on-accent: light-dark(#fff,#08222b);
  --hover: light-dark(#edf2f4,#25323a);
  --open: light-dark(#a03808,#f7a56d); --open-soft: light-dark(#fbeadf,#45230f);
  --solved: light-dark(#1a5fa6,#86bdf2); --solved-soft: light-dark(#e4eff9,#16304a);
  --unsolved: light-dark(#5b4d86,#c3b4ee); --unsolved-soft: light-dark(#efebf8,#2d2642);
  --handed: light-dark(#56646c,#a3b1b9); --handed-soft: light-dark(#eef2f4,#26323a);
  --late: light-dark(#a3242c,#ff9d9d); --late-soft: light-dark(#fce8e8,#431a1c);
  --relic: light-dark(#8c3a1e,#f0a688); --relic-soft: light-dark(#f9ebe4,#3f251a);
  --land: light-dark(#eef1ea,#1c2529); --wood: light-dark(#d6e5cf,#22332b); --field: light-dark(#eaf0d8,#262f24);
  --water: light-dark(#a9cfe4,#1f4658); --road: light-dark(#fff,#4a5860); --edge: light-dark(#bcc7cc,#10171b);
  --built: light-dark(#cfd4d6,#37444b) }
* { box-sizing: border-box } [hidden] { display: none !important }
body { margin: 0; background: var(--sunken); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
h1, h2, h3, .brand { font-family: "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
a { color: var(--accent); text-underline-offset: .15em }
a:focus-visible, button:focus-visible, select:focus-visible, input:focus-visible, summary:focus-visible {
  outline: 3px solid light-dark(#0a63c9,#8ec2ff); outline-offset: 2px }
h1, h2, h3, p, figure, dl, dd, ol, ul { margin: 0; padding: 0 }
ol, ul { list-style: none }
h1 { font-size: 1.75rem; line-height: 1.25; overflow-wrap: anywhere }
h2, .body h3 { font-size: 1.125rem; line-height: 1.35 }
.skip { position: absolute; top: -5rem; left: 1rem; padding: .5rem 1rem; background: var(--accent); color: var(--on-accent) }
.skip:focus { top: .5rem; z-index: 9 }
.top { background: var(--paper); border-bottom: 1px solid var(--line) }
.top > div { max-width: 68rem; margin: 0 auto; padding: .25rem 1rem; display: flex; flex-wrap: wrap; align-items: center;
  column-gap: 1rem }
.brand { font-weight: 700; font-size: 1.0625rem; color: var(--ink); text-decoration: none; display: flex; gap: .5rem;
  align-items: center; min-height: 44px }
.brand svg { width: 26px; height: 26px }
nav { display: flex; flex-wrap: wrap; flex: 1 }
nav a { display: flex; align-items: center; min-height: 44px; padding: 0 .75rem; border-bottom: 3px solid transparent;
  color: var(--soft); font-weight: 600; text-decoration: none }
nav a[aria-current] { color: var(--accent); border-bottom-color: var(--accent) }
nav a:hover { color: var(--accent) }
.language { display: flex; align-items: center; min-height: 44px }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; display: grid; gap: 1.25rem }
main:focus { outline: 0 }
.head { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; justify-content: space-between }
.head > div { flex: 1 1 24rem; display: grid; gap: .35rem }
.soft { color: var(--soft) } .small { font-size: .875rem }
.primary, button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 0 1.15rem;
  border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit;
  font-weight: 600; text-decoration: none; cursor: pointer }
.quiet { background: none; color: var(--accent); border-color: var(--strong) }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px }
.filters { padding: .9rem 1rem 1rem; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
  align-items: end }
.fold summary { display: flex; align-items: center; min-height: 44px; padding: 0 1rem; color: var(--accent); font-weight: 600;
  cursor: pointer } .fold summary::before { content: "+"; width: 1.2em; font-size: 1.1em } .fold[open] summary::before { content: "–" }
.filters label { display: grid; gap: .25rem; font-size: .875rem; font-weight: 600; color: var(--soft); min-width: 0 }
.filters select { width: 100%; min-height: 44px; padding: 0 .5rem; border: 1px solid var(--strong); border-radius: 8px;
  background: var(--paper); color: var(--ink); font: inherit }
.filters input[type=date], .filters input[type=search] { width: 100%; min-height: 44px; padding: 0 .5rem; border: 1px solid var(--strong); border-radius: 8px;
  background: var(--paper); color: var(--ink); font: inherit }
.reasons { display: grid; gap: .75rem } .reasons li + li { padding-top: .75rem; border-top: 1px solid var(--line) }
.filters .check { display: flex; align-items: center; gap: .6rem; min-height: 44px; color: var(--ink); font-weight: 500 }
.filters .check input { width: 20px; height: 20px; margin: 0; accent-color: var(--accent) }
.filters .go { display: flex; gap: .5rem; align-items: center }
.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)) }
.report { display: grid; grid-template-columns: 8.5rem 1fr; overflow: hidden; position: relative }
.report:hover { border-color: var(--strong) }
.plain { position: relative } .plain:hover { border-color: var(--strong) }
.plain:focus-within { outline: 3px solid light-dark(#0a63c9,#8ec2ff) }
.thumbs { background: var(--sunken); min-height: 9.5rem; display: grid; color: var(--soft) }
.thumbs img { width: 100%; height: 100%; object-fit: cover; position: absolute }
.thumbs span { position: relative; display: block; overflow: hidden }
.thumbs .label { position: absolute; left: .35rem; bottom: .35rem; padding: 0 .4rem; border-radius: 5px; background: #12191dd9;
  color: #fff; font-size: .75rem; font-weight: 600; line-height: 1.5 }
.thumbs.none { place-items: center; font-size: .8125rem }
.thumbs.none svg { width: 40px; height: 40px; color: var(--strong) }
.body { padding: .75rem 1rem .8rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .3rem; align-content: start; min-width: 0;
  overflow-wrap: anywhere }
.body :is(h2, h3) a { color: inherit; text-decoration: none }
.body :is(h2, h3) a::after { content: ""; position: absolute; inset: 0 } .body :is(h2, h3) a:focus-visible { outline: 0 } .report:focus-within { outline: 3px solid light-dark(#0a63c9,#8ec2ff) }
.said { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere }
.meta { display: flex; flex-wrap: wrap; column-gap: 1rem; color: var(--soft); font-size: .875rem }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center }
.chip { display: inline-flex; align-items: center; gap: .35rem; padding: .08rem .6rem .08rem .45rem; border-radius: 99px;
  font-size: .8125rem; font-weight: 600; line-height: 1.6 }
.chip svg { width: 14px; height: 14px; flex: none }
.chip.open { color: var(--open); background: var(--open-soft) } .chip.solved { color: var(--solved); background: var(--solved-soft) }
.chip.unsolved { color: var(--unsolved); background: var(--unsolved-soft) }
.chip.handed { color: var(--handed); background: var(--handed-soft) } .chip.late { color: var(--late); background: var(--late-soft) }
.chip.rank { padding-left: .6rem; color: var(--relic); background: var(--relic-soft) }
svg.sign { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.pager { display: flex; gap: .75rem; justify-content: center; flex-wrap: wrap }
.two { display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 1.55fr) minmax(0, 1fr); align-items: start }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; min-width: 0 }
.block { padding: 1rem 1.1rem 1.1rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem; overflow-wrap: anywhere }
.words { font-size: 1.0625rem; overflow-wrap: anywhere; white-space: pre-line }
.pair { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)) }
.pair img { display: block; width: 100%; aspect-ratio: 4/3; object-fit: cover; border-radius: 8px; background: var(--sunken) }
picture { display: block } .gallery img { display: block; width: 100%; height: auto; border-radius: 8px; background: var(--sunken) }
.gallery .others { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)) }
.gallery .others img { aspect-ratio: 4/3; object-fit: cover } .gallery figure { min-width: 0; overflow-wrap: anywhere }
.gallery figcaption { display: grid } .credit { font-weight: 400; font-size: .8125rem }
.exhibits h3 { font-size: 1rem; overflow-wrap: anywhere } .tight { gap: .5rem } .exhibits figure { min-width: 0; overflow-wrap: anywhere }
.exhibits .stage img { display: block; width: 100%; height: auto; border-radius: 8px; background: var(--sunken) }
.exhibits .viewer { display: block; width: 100%; height: min(26rem, 70vh); border-radius: 8px; overflow: hidden; background: var(--sunken) }
.exhibits .viewer:focus-within { outline: 3px solid light-dark(#0a63c9,#8ec2ff) } .exhibits p.noprint { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center }
.exhibits [hidden] { display: none } [role=status]:empty { position: absolute }
.exhibits audio { display: block; width: 100%; min-height: 54px } .exhibits figcaption { display: grid }
.memories blockquote { margin: 0; padding-left: .9rem; border-left: 3px solid var(--line) }
.gone { padding: 1.5rem 1rem; border-radius: 8px; background: var(--sunken); color: var(--soft) }
figcaption { padding-top: .3rem; font-weight: 600; font-size: .875rem; color: var(--soft) }
.facts { display: grid; grid-template-columns: fit-content(50%) minmax(0, 1fr); gap: .4rem 1.25rem } .facts dt { color: var(--soft) }
.facts dd { font-weight: 500; text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
.facts .late { color: var(--late); font-weight: 700 }
.said-of { grid-template-columns: fit-content(45%) minmax(0, 1fr) } .said-of dd { text-align: left }
.items { display: grid; gap: .4rem } .items li { display: flex; gap: .6rem; align-items: start }
.items svg { width: 20px; height: 20px; margin-top: .2rem; flex: none; color: var(--solved) } .items .soft svg { color: var(--strong) }
.steps li { position: relative; padding: 0 0 1rem 1.6rem }
.steps li::before { content: ""; position: absolute; left: .2rem; top: .45rem; width: .65rem; height: .65rem; border-radius: 50%;
  border: 2px solid var(--accent); background: var(--paper) }
.steps li:last-child::before { background: var(--accent) } .steps li:last-child { padding-bottom: 0 }
.steps li:not(:last-child)::after { content: ""; position: absolute; left: calc(.525rem + 1px); top: 1.4rem; bottom: -.4rem;
  width: 2px; background: var(--line) }
.steps strong { font-weight: 600 } .steps p { overflow-wrap: anywhere }
.place svg { display: block; width: 100%; height: auto; border-radius: 8px; background: var(--land); border: 1px solid var(--line) }
.place .ground { fill: none } .place .wood { fill: var(--wood) } .place .field { fill: var(--field) } .place .water { fill: var(--water) }
.place .stream { fill: none; stroke: var(--water) } .place .built { fill: var(--built) }
.place .casing { fill: none; stroke: var(--edge) } .place .road { fill: none; stroke: var(--road) }
.place .casing, .place .road, .place .stream { stroke-linecap: round; stroke-linejoin: round }
.place .border { fill: none; stroke: var(--strong); stroke-dasharray: 6 4 }
.place .cell { fill: var(--open); fill-opacity: .18; stroke: var(--open); stroke-width: 2 }
.place .grounds { fill: var(--relic); fill-opacity: .16; fill-rule: evenodd; stroke: var(--relic); stroke-width: 2 }
.place .pin { fill: var(--late); stroke: #fff; stroke-width: 2 } .place .dot { fill: #fff }
.place .way { fill: none; stroke: var(--accent); stroke-width: 4; stroke-linecap: round; stroke-linejoin: round }
.place .straight { stroke-width: 3; stroke-dasharray: 2 8 } .place .stop { fill: var(--accent); stroke: var(--paper); stroke-width: 2 }
.place text.number { fill: var(--on-accent); stroke: none; text-anchor: middle; font-size: 13px }
.tour-stop { display: grid; grid-template-columns: minmax(0, 1fr); overflow: hidden }
.tour-stop:has(img) { grid-template-columns: min(6.5rem, 30%) minmax(0, 1fr) } .tour-stop img { width: 100%; height: 100%; object-fit: cover }
.tour-stop h3 { overflow-wrap: anywhere } .leg { margin-left: 1.25rem; padding: .45rem 0 .45rem 1rem; border-left: 3px dotted var(--strong);
  color: var(--soft); font-size: .9375rem } .next { font-weight: 600 }
.onward a { position: relative; z-index: 1; display: inline-grid; min-height: 44px; align-content: center; font-size: .9375rem }
.place .scale { stroke: var(--ink); stroke-width: 2; fill: none } .place text { fill: var(--ink); font-size: 12px; font-weight: 600;
  paint-order: stroke; stroke: var(--land); stroke-width: 3px }
.history { display: block; width: 100%; max-width: 36rem; height: auto } .history text { fill: var(--soft); font-size: 14px }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: .5rem 0 }
.keys li { display: inline-flex; align-items: center; gap: .5rem } .keys .history { flex: none; width: 1rem }
.history .rule { stroke: var(--line) } .history .stem { stroke: var(--solved); stroke-width: 2 } .history .on { fill: var(--solved) }
.history .bare { fill: none; stroke: var(--solved); stroke-width: 2 } .history .off { stroke: var(--late); stroke-width: 2.5 }
.chip.working { color: var(--solved); background: var(--solved-soft) } .chip.failing { color: var(--late); background: var(--late-soft) }
.chip.overdue, .chip.never { color: var(--handed); background: var(--handed-soft) }
.tiles { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)) }
.tile { padding: .8rem 1rem; display: grid; gap: .1rem; align-content: start } td { white-space: nowrap } .tile strong { font-size: 2rem; line-height: 1.15; font-weight: 700;
  font-variant-numeric: tabular-nums }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
caption { text-align: left; padding-bottom: .35rem; color: var(--soft); font-size: .875rem }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top }
th:first-child, td:first-child { text-align: left; padding-left: 0; font-weight: 500; min-width: 10rem }
thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; vertical-align: bottom }
footer { max-width: 68rem; margin: 0 auto; padding: 1rem; border-top: 1px solid var(--line); display: flex; flex-wrap: wrap;
  gap: .25rem 1.5rem; color: var(--soft); font-size: .875rem }
@media screen and (max-width: 58em) { .wide table, .wide tbody { display: block }
  .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .wide tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: .1rem 2.5rem;
    padding: .65rem 0; border-top: 1px solid var(--line) }
  .wide tr:first-child { border: 0; padding-top: 0 } .wide tr:last-child { padding-bottom: 0 }
  .wide th { grid-column: 1 / -1; padding: 0; border: 0; font-weight: 600 }
  .wide td { display: flex; justify-content: space-between; gap: 1rem; padding: 0; border: 0; white-space: normal; font-weight: 500;
    font-size: .9375rem; line-height: 1.4 }
  .wide td::before { content: attr(data-head); color: var(--soft); font-weight: 400; text-align: left } }
@media (min-width: 761px) { @supports selector(::details-content) { .fold summary { display: none }
  .fold::details-content { content-visibility: visible; display: block } } }
@media (max-width: 760px) { .two { grid-template-columns: minmax(0, 1fr) } h1 { font-size: 1.4rem }
  main { padding-top: 1rem } .report { grid-template-columns: 6.75rem 1fr } .head .primary { width: 100% }
  .filters { grid-template-columns: 1fr 1fr } .filters .check, .filters .go { grid-column: 1 / -1 }
  nav { order: 3; flex-basis: 100%; margin: 0 -.75rem } nav a { padding: 0 .6rem; font-size: .9375rem } .top > div { column-gap: .5rem }
  .language { margin-left: auto } }
.map iframe { display: block; width: 100%; height: 26rem; border: 0 } .map.aside { display: none }
.map summary { display: flex; align-items: center; min-height: 44px; padding: 0 1rem; color: var(--accent); font-weight: 600;
  cursor: pointer } .beside, .beside > div { display: grid; gap: .75rem }
@media screen and (min-width: 64em) { details.map { display: none } .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
  .beside > div:last-child { order: -1; align-content: start }
  .map.aside { display: block; position: sticky; top: 1rem; align-self: start; overflow: clip; border-radius: 12px;
  border: 1px solid var(--line) } .map.aside iframe { height: calc(100vh - 2rem); max-height: 44rem } }
@media print { .map { display: none } }
@media print { body { background: #fff } .top nav, .language, .fold, .filters, .pager, .skip, .noprint { display: none }
  .card { border-color: #999; break-inside: avoid } main { max-width: none; padding: 0 } a { color: inherit }
  .gallery .fold { display: block } .gallery summary { display: none } .gallery .fold::details-content { content-visibility: visible; display: block } }
`
