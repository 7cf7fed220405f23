import { assertNever } from '../../../shared/assert-never.ts'
import { changeSentences } from '../../../shared/messages/round-changes.ts'
import { methods } from '../data-package/documents.ts'
import { documentWords } from '../material/in-language.ts'
import { type ExportMaterial, hasGroups, toldRounds } from '../material/material.ts'
import { changesBetweenRounds } from '../material/round-changes.ts'
import {
  type Caption,
  type Html,
  html,
  inEnglish,
  isEnglish,
  NOTHING,
  printedTable,
} from './html.ts'
import { methodsBlocks } from './methods-blocks.ts'
import { groupsTable, movedTables, roundsTable, wordsTable } from './printed-tables.ts'
import { sectionId, sectionTitles } from './sections.ts'

/** The contents: a link to each part and section. */
export function contents(material: ExportMaterial): Html {
  const { report, word } = documentWords(material)
  const link = (id: string, text: string | Html) => html`<li><a href="#${id}">${text}</a></li>`
  return html`<nav aria-labelledby="contents"><h2 id="contents">${report.contents}</h2><ul>${[
    link('priorities', report.priorities),
    link('differ', report.differ),
    link('rounds', word.rounds),
    ...sectionTitles(material).map((title, index) =>
      link(sectionId(index), inEnglish(material, title)),
    ),
    link('words', word.words),
    link('methods', report.methodsOfStudy),
    link('figures', report.methods),
  ]}</ul></nav>`
}

/** Each round beside the others, who moved between them, what changed, and the people of each group. */
export function rounds(material: ExportMaterial, caption: Caption): Html {
  const { report, word, changedBetweenRounds } = documentWords(material)
  const changes = changeSentences(changesBetweenRounds(material), toldRounds(material))
  return html`<section class="section"><h2 id="rounds">${word.rounds}</h2>
${printedTable(roundsTable(material), caption)}
${movedTables(material).map(moved =>
  moved ? printedTable(moved, caption) : html`<p class="muted">${report.left}</p>`,
)}
${hasGroups(material) ? printedTable(groupsTable(material), caption) : NOTHING}
${
  changes.length === 0
    ? NOTHING
    : html`<h3>${changedBetweenRounds}</h3><ul${isEnglish(material)}>${changes.map(one => html`<li>${one}</li>`)}</ul>`
}</section>`
}

/** The words that were rated, and the methods of the study. */
export function wordsAndMethods(material: ExportMaterial, caption: Caption): Html {
  const { report, word } = documentWords(material)
  const english = isEnglish(material)
  return html`<section class="section"><h2 id="words">${word.words}</h2>
<p class="muted">${word.wordsHint}</p>
${printedTable(wordsTable(material), caption)}
</section>
<section class="section">${methodsBlocks(methods(material)).map(block => {
    switch (block.kind) {
      case 'title':
        return html`<h2 id="methods">${report.methodsOfStudy}</h2>`
      case 'heading':
        return html`<h3${english}>${block.text}</h3>`
      case 'list':
        return html`<ul${english}>${block.items.map(text => html`<li>${text}</li>`)}</ul>`
      case 'paragraph':
        return html`<p${english}>${block.text}</p>`
      default:
        return assertNever(block)
    }
  })}</section>`
}
