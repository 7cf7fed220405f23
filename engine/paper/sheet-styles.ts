import type { SheetStyle } from '../../shared/model/paper.ts'
import type { SheetMeasures } from './sheet-layout.ts'

/** The styles of a sheet: black on white, as it is printed on whatever printer there is. */
export function sheetStyles(style: SheetStyle, m: SheetMeasures): string {
  const small = style === 'large' ? 16 : 10
  return `
:root { color-scheme: light; }
* { box-sizing: border-box; }
@page { size: A4; margin: 0; }
body { margin: 0; color: #000; background: #fff;
  font: ${m.letters}pt/1.25 "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif; }
.page { width: 210mm; min-height: 296mm; padding: 12mm 13mm; break-after: page; break-inside: avoid; }
.page:last-child { break-after: auto; }
header { height: ${m.header - 3}mm; margin-bottom: 3mm; display: flex; justify-content: space-between; gap: 4mm;
  border-bottom: .6mm solid #000; }
header h1 { font-size: ${small + 2}pt; line-height: 1.15; margin: 0; max-height: 2.3em; overflow: hidden; }
header p { margin: .6mm 0 0; font-size: ${small}pt; line-height: 1.2; }
header .who { font-size: ${style === 'large' ? 18 : 13}pt; font-weight: 700; }
.qr { width: 26mm; height: 26mm; flex: none; display: block; }
.how { height: ${m.instructions}mm; margin: 0; overflow: hidden; font-size: ${style === 'plain' ? 10 : m.letters}pt;
  ${style === 'large' ? 'line-height: 1.15;' : ''} }
.legend { height: ${m.legend}mm; margin: 0; overflow: hidden; font-size: ${style === 'large' ? 18 : 9}pt; }
.legend p { margin: 0; line-height: 1.25; }
h2 { height: ${m.section}mm; margin: 0; padding-top: ${m.section / 4}mm; font-size: ${Math.max(11, m.letters)}pt; line-height: 1.1;
  overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.line { display: flex; flex-wrap: ${style === 'plain' ? 'nowrap' : 'wrap'}; border-top: .2mm solid #777; padding-top: 1.5mm;
  align-items: flex-start; }
.number { width: ${m.number}mm; flex: none; font-weight: 700; }
.words { width: ${m.words}mm; flex: none; padding-right: 2mm; overflow-wrap: anywhere; ${style === 'plain' ? '' : 'font-weight: 700;'} }
.words .code { font-weight: 700; }
.answers { display: flex; flex: none; ${m.isOneRow ? 'gap: 5mm;' : 'flex-direction: column;'} }
.answers.wide { width: 100%; }
.question { display: flex; ${style === 'plain' ? 'align-items: center;' : 'flex-direction: column;'} margin: 0; }
.question .asks { ${style === 'plain' ? 'width: 26mm; font-size: 9pt;' : `height: 8mm; font-size: ${m.letters}pt;`} }
.boxes { display: flex; }
.boxes > span { width: ${m.step}mm; display: flex; flex-direction: column; align-items: center; text-align: center; }
.box { width: ${m.box}mm; height: ${m.box}mm; border: .45mm solid #000; display: flex; align-items: center; justify-content: center;
  color: #555; font-size: ${style === 'large' ? 16 : 9}pt; line-height: 1; font-weight: 400; }
.face svg { width: 12mm; height: 12mm; display: block; margin-bottom: 1mm; }
.face .label { font-size: ${m.labelPoints ?? 9}pt; line-height: 1.1; height: ${m.label ?? 10.5}mm; padding: .8mm .3mm 0; font-weight: 400; }
.heads { display: flex; margin-top: 1mm; font-weight: 700; font-size: 9pt; }
.more { height: ${m.more}mm; border-top: .6mm solid #000; padding-top: 2mm; }
.more p { margin: 0 0 3mm; }
.more i { display: block; height: ${style === 'plain' ? 8 : 11}mm; border-bottom: .2mm solid #777; }
.term { margin: 0; overflow-wrap: anywhere; }
@media screen { body { background: #ddd; } .page { background: #fff; margin: 1rem auto; } }
`
}
