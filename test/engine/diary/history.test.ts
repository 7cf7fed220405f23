import { expect, it } from 'vitest'
import { methods } from '../../../engine/exports/data-package/documents.ts'
import { withExportMaterial } from '../../../engine/exports/material/material.ts'
import { dataTables } from '../../../engine/exports/tables/tables.ts'
import type { ReadableStore } from '../../../engine/store/store.ts'
import { HISTORY_TITLE } from '../../../shared/messages/diary.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import { eventfulStudy } from './eventful-study.ts'

/** One number, by a query of its own over the file. */
const count = (store: ReadableStore, sql: string): number =>
  store.prepare<Record<string, never>, { readonly n: number }>(`SELECT ${sql} AS n`).get({})?.n ??
  -1

const COLLECTED = `FROM receipt, json_each(receipt.content, '$.packages') AS p
  WHERE p.value ->> 'accepted' AND p.value ->> '$.source.contents' <> 'setup'`

/** The settled questions; a resolution holds while nothing replaced it and the answer that it chose still stands. */
const SETTLED = `FROM (SELECT max(s.rule = 'by hand') AS byHand FROM settlement AS s
  JOIN current_rating AS r ON r.id = s.chosen
  WHERE s.id NOT IN (SELECT superseded FROM supersession)
  GROUP BY s.participant, s.indicator, s.criterion, s.round)`

/** The numbers of the paragraph, each computed anew from the records and not by the code that the program uses. */
function recomputed(store: ReadableStore) {
  const versions = store
    .prepare<Record<string, never>, { readonly hash: string }>(
      'SELECT hash FROM framework ORDER BY loaded_at',
    )
    .all({})
  const [first, last] = [versions[0]?.hash, versions.at(-1)?.hash]
  const among = (one?: string, other?: string): string =>
    `(SELECT count(*) FROM indicator WHERE framework = '${one}'
      AND id NOT IN (SELECT id FROM indicator WHERE framework = '${other}'))`
  const words = 'title, definition, source, unit, population, easy_read, rationale, outcome'
  return {
    packages: count(store, `(SELECT count(DISTINCT p.value ->> 'sha256') ${COLLECTED})`),
    laptops: count(store, `(SELECT count(DISTINCT p.value ->> '$.source.device') ${COLLECTED})`),
    refused: count(
      store,
      `(SELECT count(*) FROM receipt, json_each(receipt.content, '$.packages') AS p
        WHERE NOT p.value ->> 'accepted') + (SELECT count(*) FROM refused_file)`,
    ),
    withdrawn: count(store, '(SELECT count(DISTINCT participant) FROM withdrawal)'),
    byHand: count(store, `(SELECT coalesce(sum(byHand), 0) ${SETTLED})`),
    byRule: count(store, `(SELECT coalesce(sum(1 - byHand), 0) ${SETTLED})`),
    open: count(store, '(SELECT count(*) FROM conflict)'),
    reworded: count(
      store,
      `(SELECT count(*) FROM (SELECT id, ${words} FROM indicator WHERE framework = '${last}'
        EXCEPT SELECT id, ${words} FROM indicator WHERE framework = '${first}') AS changed
        WHERE id IN (SELECT id FROM indicator WHERE framework = '${first}'))`,
    ),
    added: count(store, among(last, first)),
    removed: count(store, among(first, last)),
  }
}

/** The section of the methods about how the data came together. */
function historyIn(text: string): string {
  const [, section = ''] = text.split(`## ${HISTORY_TITLE}`)
  return section.split('\n## ')[0]?.trim() ?? ''
}

const scopeOf = (more: Partial<ExportScope> = {}): ExportScope => ({ round: 1, ...more })

it('every number of the methods is what the records say, and leads to receipts and laptops', async () => {
  const { team, receipt } = await eventfulStudy()
  const n = recomputed(team.store)
  expect(n).toEqual({
    ...{ packages: 2, laptops: 2, refused: 1, withdrawn: 1, byHand: 1, byRule: 2, open: 3 },
    ...{ reworded: 1, added: 0, removed: 0 },
  })
  await withExportMaterial(team, scopeOf(), async material => {
    const told = historyIn(methods(material))
    expect(told).toBe(
      `${n.packages} packages from ${n.laptops} laptops (Leeds 1, Leeds 2) were brought together. ` +
        `${n.refused} file was not taken. ${n.withdrawn} person withdrew, and what they said was erased. ` +
        `${n.byRule} conflicts between two answers of one person were resolved by rule and ${n.byHand} by hand; ` +
        `${n.open} are open. Between the first framework version and the one in use, ${n.reworded} indicator ` +
        `was reworded, ${n.added} added and ${n.removed} removed.\n\n` +
        `- Receipt ${receipt.id} of ${receipt.mergedAt.slice(0, 10)}: ` +
        'laptop.workbook of Leeds 1; laptop.workbook of Leeds 2.',
    )
    const diary = dataTables(material).find(({ name }) => name === 'diary')
    expect([...(diary?.rows() ?? [])].map(row => row[3])).toContain('Round 1 of Leeds: closed.')
  })
})

it('with pseudonyms names neither laptop nor file, and has no diary', async () => {
  const { team, receipt } = await eventfulStudy()
  await withExportMaterial(team, scopeOf({ people: 'pseudonyms' }), async material => {
    const told = historyIn(methods(material))
    expect(told).toContain(`Receipt ${receipt.id}: 2 packages.`)
    expect(told).not.toMatch(/Leeds|laptop\.workbook/)
    expect(dataTables(material).map(({ name }) => name)).not.toContain('diary')
  })
})
