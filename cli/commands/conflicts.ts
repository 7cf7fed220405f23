import { type Command, Option } from 'commander'
import { listConflicts } from '../../engine/conflicts/list.ts'
import { resolveByRule } from '../../engine/conflicts/resolve.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { answerWords } from '../../shared/messages/exports.ts'
import {
  type Conflict,
  type ConflictSide,
  RESOLUTION_RULES,
  type ResolutionRule,
} from '../../shared/model/conflict.ts'
import { withWorkbook } from '../inputs.ts'
import { counted, print, printJson, printTable } from '../output.ts'

interface ConflictsOptions {
  readonly settle?: ResolutionRule
  readonly json?: true
}

const EXAMPLES = `
A rule settles what it can decide and leaves the rest: "same answer" where all sides say the same,
"later" by the laptops’ clocks, "screen" or "paper" where one side was keyed in from paper. No side is
lost; each settlement can be taken back on screen.

Examples:
  workbook conflicts spring.sqlite
  workbook conflicts spring.sqlite --settle "same answer"
  workbook conflicts spring.sqlite --settle later --json`

/** `conflicts BOOK`: lists and resolves questions with two current answers of one person. */
export function addConflicts(program: Command): void {
  program
    .command('conflicts')
    .description('list the questions that one person has two current answers to, or settle them')
    .argument('<book>', 'a workbook file')
    .addOption(
      new Option('--settle <rule>', 'settle what this rule decides').choices(RESOLUTION_RULES),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((book: string, { settle, json }: ConflictsOptions) =>
      withWorkbook(book, workbook => {
        const done = settle ? resolveByRule(workbook, settle) : null
        const conflicts = listConflicts(workbook.store)
        if (json) printJson({ file: book, byRule: done, ...conflicts })
        else {
          if (done) print(`Settled ${done.settled} by the rule “${done.rule}”; ${done.open} left.`)
          printConflicts(workbook, conflicts.open, conflicts.settled.length)
        }
      }),
    )
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
