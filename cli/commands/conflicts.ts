import { type Command, Option } from 'commander'
import { chooseDescription, listDescriptions } from '../../engine/conflicts/descriptions.ts'
import { listConflicts } from '../../engine/conflicts/list.ts'
import { resolveByRule, resolveConflict } from '../../engine/conflicts/resolve.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { answerWords } from '../../shared/messages/exports.ts'
import { clocksWords } from '../../shared/messages/packages.ts'
import { laptopFinder } from '../../shared/messages/whole-study.ts'
import {
  type Conflict,
  type ConflictList,
  type ConflictSide,
  RESOLUTION_RULES,
  type ResolutionRule,
} from '../../shared/model/conflict.ts'
import { withWorkbook } from '../inputs.ts'
import { counted, print, printJson, printTable } from '../output.ts'

interface ConflictsOptions {
  readonly settle?: ResolutionRule
  readonly choose?: string
  readonly json?: true
}

const EXAMPLES = `
A rule settles what it can decide and leaves the rest: "same answer" where all sides say the same,
"later" by the laptops’ clocks where none of them was wrong, "screen" or "paper" where one side was keyed in from paper. No side is
lost; each settlement can be taken back on screen.

Examples:
  workbook conflicts spring.sqlite
  workbook conflicts spring.sqlite --settle "same answer"
  workbook conflicts spring.sqlite --settle later --json
  workbook conflicts spring.sqlite --choose 01994d2e-4444-7c1d-8e9f-0a1b2c3d4e5f`

/** `conflicts BOOK`: lists and resolves questions with two current answers of one person. */
export function addConflicts(program: Command): void {
  program
    .command('conflicts')
    .description('list the questions that one person has two current answers to, or settle them')
    .argument('<book>', 'a workbook file')
    .addOption(
      new Option('--settle <rule>', 'settle what this rule decides').choices(RESOLUTION_RULES),
    )
    .addOption(
      new Option(
        '--choose <id>',
        'the answer, or the description of a person, that counts',
      ).conflicts('settle'),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((book: string, { settle, choose, json }: ConflictsOptions) =>
      withWorkbook(book, workbook => {
        const done = settle ? resolveByRule(workbook, settle) : null
        if (choose !== undefined) chooseOne(workbook, choose)
        const { hands, ...conflicts } = listConflicts(workbook.store)
        // Where no hands are in conflict, programs read what they always did.
        const disputed = hands.length > 0 ? { hands } : {}
        if (json) printJson({ file: book, byRule: done, ...conflicts, ...disputed })
        else {
          if (done) printDone(done)
          printConflicts(workbook, conflicts.open, conflicts.settled.length)
          printDescriptions(conflicts)
          printHands(hands)
        }
      }),
    )
}

/** Chooses an answer, or a description of a person, by its id. Throws NO_SUCH_CONFLICT. */
function chooseOne(workbook: Workbook, id: string): void {
  const isDescription = listDescriptions(workbook.store).some(({ sides }) =>
    sides.some(side => side.id === id),
  )
  if (isDescription) chooseDescription(workbook, id)
  else resolveConflict(workbook, id)
}

function printDescriptions({
  descriptions,
  laptops,
}: Pick<ConflictList, 'descriptions' | 'laptops'>): void {
  if (descriptions.length === 0) return
  print('')
  print(`${counted(descriptions.length, 'person', 'people')} described differently by two laptops`)
  const laptopOf = laptopFinder(laptops)
  printTable(
    ['code', 'group', 'workshop', 'laptop', 'time', 'participant_id', 'id'],
    descriptions.flatMap(({ participant, workshop, sides }) =>
      sides.map(({ id, code, group, device, recordedAt }) => [
        ...[code, group, workshop, laptopOf(device), recordedAt, participant, id],
      ]),
    ),
  )
}

function printHands(rooms: ConflictList['hands']): void {
  if (rooms.length === 0) return
  print('')
  print(
    `${counted(rooms.length, 'show of hands', 'shows of hands')} counted differently by two laptops`,
  )
  printTable(
    ['group', 'workshop', 'round', 'lines to count again'],
    rooms.map(({ group, title, round, conflicts }) => [group, title, round, conflicts]),
  )
}

function printDone({ rule, settled, open, clocks }: ReturnType<typeof resolveByRule>): void {
  print(`Settled ${settled} by the rule “${rule}”; ${open} left.`)
  if (clocks > 0) print(clocksWords(clocks))
}

function printConflicts({ scale }: Workbook, open: readonly Conflict[], settled: number): void {
  print(`${counted(open.length, 'open conflict')}, ${settled} settled`)
  if (open.length === 0) return
  print('')
  const row = (conflict: Conflict, side: ConflictSide) => [
    ...[conflict.code, conflict.criterion, conflict.round, side.name],
    ...[answerWords(side.answer, conflict.criterion, scale), side.comment ?? ''],
    ...[side.entry === 'file' ? 'paper' : 'screen', side.recordedAt, side.device.slice(-12)],
    side.participant,
  ]
  printTable(
    [
      ...[
        'code',
        'criterion',
        'round',
        'participant',
        'answer',
        'comment',
        'from',
        'time',
        'device',
      ],
      'participant_id',
    ],
    open.flatMap(conflict => conflict.sides.map(side => row(conflict, side))),
  )
}
