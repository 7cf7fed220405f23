import { assertNever } from '../../../shared/assert-never.ts'
import { REPORT } from '../../../shared/messages/report.ts'
import { changeSentences, ROUND_CHANGE_WORDS } from '../../../shared/messages/round-changes.ts'
import { WORD } from '../../../shared/messages/word.ts'
import { methods } from '../data-package/documents.ts'
import { type ExportMaterial, hasGroups, toldRounds } from '../material/material.ts'
import { changesBetweenRounds } from '../material/round-changes.ts'
import { type Caption, type Html, html, NOTHING, printedTable } from './html.ts'
import { methodsBlocks } from './methods-blocks.ts'
import { groupsTable, movedTables, roundsTable, wordsTable } from './printed-tables.ts'
import { sectionId, sectionTitles } from './sections.ts'

/** The contents: a link to each part and section. */
export function contents(material: ExportMaterial): Html {
  const link = (id: string, text: string) => html`<li><a href="#${id}">${text}</a></li>`
  return html`<nav aria-labelledby="contents"><h2 id="contents">${REPORT.contents}</h2><ul>${[
    link('priorities', REPORT.priorities),
    link('differ', REPORT.differ),
    link('rounds', WORD.rounds),
    ...sectionTitles(material).map((title, index) => link(sectionId(index), title)),
    link('words', WORD.words),
    link('methods', REPORT.methodsOfStudy),
    link('figures', REPORT.methods),
  ]}</ul></nav>`
}

/** Each round beside the others, who moved between them, what changed, and the people of each group. */
export function rounds(material: ExportMaterial, caption: Caption): Html {
  const changes = changeSentences(changesBetweenRounds(material), toldRounds(material))
  return html`<section class="section"><h2 id="rounds">${WORD.rounds}</h2>
${printedTable(roundsTable(material), caption)}
${movedTables(material).map(moved =>
  moved ? printedTable(moved, caption) : html`<p class="muted">${REPORT.left}</p>`,
)}
${hasGroups(material) ? printedTable(groupsTable(material), caption) : NOTHING}
${
  changes.length === 0
    ? NOTHING
    : html`<h3>${ROUND_CHANGE_WORDS.title}</h3><ul>${changes.map(one => html`<li>${one}</li>`)}</ul>`
}</section>`
}

/** The words that were rated, and the methods of the study. */
export function wordsAndMethods(material: ExportMaterial, caption: Caption): Html {
  return html`<section class="section"><h2 id="words">${WORD.words}</h2>
<p class="muted">${WORD.wordsHint}</p>
${printedTable(wordsTable(material), caption)}
</section>
<section class="section">${methodsBlocks(methods(material)).map(block => {
    switch (block.kind) {
      case 'title':
        return html`<h2 id="methods">${REPORT.methodsOfStudy}</h2>`
      case 'heading':
        return html`<h3>${block.text}</h3>`
      case 'list':
        return html`<ul>${block.items.map(text => html`<li>${text}</li>`)}</ul>`
      case 'paragraph':
        return html`<p>${block.text}</p>`
      default:
        return assertNever(block)
    }
  })}</section>`
}
