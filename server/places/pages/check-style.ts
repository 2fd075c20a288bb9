/** The style of the check page: small, with the phone's own letters, light and dark. Its hash stands in the policy. */
export const CHECK_STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fff,#161e23); --sunken: light-dark(#f3f6f7,#0f1519);
  --ink: light-dark(#14222a,#e9eff2); --soft: light-dark(#4b5b64,#a9b9c2); --line: light-dark(#dbe3e7,#2c3a42);
  --strong: light-dark(#7b8a93,#71838d); --accent: light-dark(#0f5c73,#7cc7dd); --on-accent: light-dark(#fff,#08222b);
  --late: light-dark(#a3242c,#ff9d9d) }
* { box-sizing: border-box }
[hidden] { display: none }
body { margin: 0; background: var(--sunken); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 1.25rem 1rem 2rem; display: grid; gap: 1rem }
h1, h2, p, ol, dl, dd { margin: 0; padding: 0 }
h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere } h2 { font-size: 1.1875rem }
.soft { color: var(--soft) } .small { font-size: .9375rem }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; display: grid; gap: .85rem }
ol { padding-left: 1.4rem; display: grid; gap: .35rem }
button { min-height: 52px; padding: .5rem 1rem; border: 1px solid var(--accent); border-radius: 10px; background: var(--accent);
  color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer }
button.quiet { background: none; color: var(--accent); border-color: var(--strong) }
a { color: var(--accent); display: inline-flex; align-items: center; min-height: 44px }
a:focus-visible, button:focus-visible { outline: 3px solid light-dark(#0a63c9,#8ec2ff); outline-offset: 2px }
section:focus { outline: 0 }
dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem } dt { color: var(--soft) }
dd { text-align: right; font-weight: 600; font-variant-numeric: tabular-nums }
#say { display: flex; gap: .75rem; align-items: center; font-weight: 600 }
#working::before { content: ""; width: 1.75rem; height: 1.75rem; border-radius: 50%; border: 3px solid var(--line);
  border-top-color: var(--accent); animation: turn 1s linear infinite }
@keyframes turn { to { transform: rotate(1turn) } }
@media (prefers-reduced-motion: reduce) { #working::before { animation: none } }
#failed h2 { color: var(--late) }
`
