/** The style of the pages of `/ogc`: one sheet, light and dark, readable on a phone. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --quiet: #56616f; --line: #d8dee6; --paper: #fff; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaf0; --quiet: #a5b0be; --line: #37414e; --paper: #151a21; --link: #8ec1ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; align-items: baseline;
  padding: .75rem 1.5rem; border-bottom: 1px solid var(--line); color: var(--quiet); }
header p { margin: 0; display: flex; gap: 1.25rem; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
footer { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; max-width: 76rem;
  margin: 0 auto; padding: .75rem 1.5rem 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; }
footer p { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--link); text-underline-offset: .15em; overflow-wrap: anywhere; }
ul { padding-left: 1.25rem; }
li { margin: .3rem 0; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
thead th { font-weight: 600; color: var(--quiet); white-space: nowrap; }
table.facts { width: auto; max-width: 100%; }
table.facts th { padding-right: 3rem; color: var(--quiet); font-weight: 400; }
.ways { list-style: none; padding: 0; margin: 1.5rem 0; }
.ways li { padding: .6rem 0; border-bottom: 1px solid var(--line); }
.ways a { font-weight: 600; }
.ways span { display: block; color: var(--quiet); }
.export { display: grid; gap: .75rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); align-items: end; }
.export label { display: grid; gap: .25rem; font-size: .9rem; font-weight: 600; min-width: 0; }
.export select, .export input, .export button { width: 100%; min-height: 44px; padding: 0 .6rem; border: 1px solid var(--quiet);
  border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; font-weight: 400; }
.export button { background: var(--link); border-color: var(--link); color: var(--paper); font-weight: 600; cursor: pointer; }
.export :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.pager { margin-top: 1.5rem; font-weight: 600; }
`
