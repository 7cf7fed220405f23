import type { Command } from 'commander'
import { listVersions } from '../../engine/frameworks/versions/list-versions.ts'
import { getAllWorkshops } from '../../engine/store/records/workshops.ts'
import { countParticipantsByWorkshop } from '../../engine/store/reports/tallies.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { workbookInfo } from '../../engine/workbooks/workbook.ts'
import { changesInWords } from '../../shared/messages/framework.ts'
import { withWorkbookToRead } from '../inputs.ts'
import { print, printJson, printTable } from '../output.ts'

interface InfoOptions {
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook info spring.sqlite
  workbook info spring.sqlite --json`

/** `info BOOK`: what a workbook holds. */
export function addInfo(program: Command): void {
  program
    .command('info')
    .description('say what a workbook holds: frameworks, workshops, participants, ratings, sizes')
    .argument('<book>', 'a workbook file')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((book: string, { json }: InfoOptions) =>
      withWorkbookToRead(book, workbook => {
        const info = describeWorkbook(book, workbook)
        if (json) printJson(info)
        else printAccount(info)
      }),
    )
}

function describeWorkbook(file: string, workbook: Workbook) {
  const people = countParticipantsByWorkshop(workbook.store)
  const workshopList = getAllWorkshops(workbook.store).map(workshop => ({
    ...workshop,
    participants: people.get(workshop.id) ?? 0,
  }))
  const versions = listVersions(workbook.store)
  return { file, ...workbookInfo(workbook), versions, workshopList }
}

function printAccount(info: ReturnType<typeof describeWorkbook>): void {
  print(`${info.title}${info.madeUp ? ' (made up)' : ''}`)
  print('')
  printTable(
    ['scale', 'participants', 'ratings', 'records', 'conflicts', 'bytes'],
    [[info.scale, info.participants, info.ratings, info.ratingRecords, info.conflicts, info.bytes]],
  )
  print('')
  printTable(
    ['framework', 'indicators', 'loaded', 'ratings', 'in use', 'changes', 'version'],
    info.versions.map(({ title, indicators, loadedAt, ratings, inUse, isAside, counts, hash }) => [
      title,
      indicators,
      loadedAt.slice(0, 16).replace('T', ' '),
      ratings,
      inUse ? 'yes' : isAside ? 'aside' : 'no',
      counts && changesInWords(counts),
      hash.slice(0, 12),
    ]),
  )
  print('')
  printTable(
    ['workshop', 'date', 'participants', 'id'],
    info.workshopList.map(({ title, date, participants, id }) => [title, date, participants, id]),
  )
}
