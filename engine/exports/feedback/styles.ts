/** The height of the highest bar. */
export const BAR_PIXELS = 16

/** The styles of the pages that participants get: on paper a row is as high as its bars, so that two dozen fit on a page. */
export const STYLES = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: #1b2a30; background: #fff;
  font: 15px/1.35 "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 1.4rem; line-height: 1.2; margin: 0 0 .3rem; overflow-wrap: anywhere; }
p { margin: .3rem 0; }
.for { font-size: 1.2rem; }
.code { font-weight: 600; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: .8rem 0; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .12rem .35rem; font-weight: 400; overflow-wrap: anywhere; }
thead th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid #1f4e5f; }
thead th:first-child { width: 30%; }
tbody tr { border-bottom: 1px solid #cfd8db; break-inside: avoid; }
tbody td { vertical-align: middle; }
small { display: block; font-size: .85em; font-weight: 400; color: #4b5c63; }
.answer { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: center; }
.own { flex: 1 1 5.5rem; line-height: 1.2; }
.bars { display: inline-flex; flex: none; align-items: flex-end; }
.level { display: flex; flex-direction: column; justify-content: flex-end; align-items: center;
  box-sizing: border-box; min-width: 1.2rem; height: ${BAR_PIXELS + 17}px; border: 1.5px solid transparent; }
.level.mine { border-color: #1b2a30; border-radius: 2px; }
.level b { padding: 0 1px; font-size: 11px; font-weight: 400; line-height: 13px; }
.mine b { font-weight: 700; }
.bar { flex: none; width: 70%; background: #6aa5ab; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.person + .person { margin-top: 3rem; border-top: 4px solid #1f4e5f; padding-top: 1.5rem; }
@page { size: A4; margin: 13mm 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9pt; }
  h1 { font-size: 13pt; }
  .for { font-size: 11pt; }
  table { margin: 2mm 0 0; font-size: 8.5pt; line-height: 1.25; }
  .person + .person { break-before: page; margin: 0; border: 0; padding: 0; }
  thead { display: table-header-group; }
}
`
