import { Command } from 'commander'
import { appVersion } from '../engine/program.ts'
import { addCheck } from './commands/check.ts'
import { addCompletion, addManual } from './commands/completion.ts'
import { addConflicts } from './commands/conflicts.ts'
import { addCreate } from './commands/create.ts'
import { addDiary } from './commands/diary.ts'
import { addExample } from './commands/example.ts'
import { addExport } from './commands/export.ts'
import { addFeedback } from './commands/feedback.ts'
import { addHands } from './commands/hands.ts'
import { addInfo } from './commands/info.ts'
import { addKey, addTeamKey } from './commands/key.ts'
import { addLoad } from './commands/load.ts'
import { addMarkTest } from './commands/mark-test.ts'
import { addMerge } from './commands/merge.ts'
import { addRate } from './commands/rate.ts'
import { addReceipts } from './commands/receipts.ts'
import { addRecover } from './commands/recover.ts'
import { addResults } from './commands/results.ts'
import { addRuleCommands } from './commands/rule.ts'
import { addServe } from './commands/serve.ts'
import { addNameLaptop, addStudy } from './commands/study.ts'
import { addTemplate } from './commands/template.ts'
import { addVerify } from './commands/verify.ts'
import { addWithdraw } from './commands/withdraw.ts'
import { addWorkshop } from './commands/workshop.ts'

/** The commands in the order in which the help lists them; each file declares one and does it. */
const COMMANDS = [
  addTemplate,
  addCheck,
  addCreate,
  addExample,
  addInfo,
  addWorkshop,
  addNameLaptop,
  addStudy,
  addDiary,
  addRate,
  addHands,
  addResults,
  addRuleCommands,
  addLoad,
  addExport,
  addFeedback,
  addMerge,
  addReceipts,
  addConflicts,
  addMarkTest,
  addWithdraw,
  addVerify,
  addRecover,
  addKey,
  addTeamKey,
  addServe,
  addCompletion,
  addManual,
] as const

/** Every command of the program, ready to be given arguments. */
export function commandLine(): Command {
  const program = new Command('workbook')
    .description('Workshops that test a draft framework of indicators, on this laptop alone.')
    .version(appVersion(), '--version', 'print the version')
    .helpOption('--help', 'say how to use it')
    .helpCommand(false)
    .exitOverride()
    // What is wrong is said by `main`, so that every failure is said in one way.
    .configureOutput({ outputError: () => undefined })
  for (const add of COMMANDS) add(program)
  for (const command of program.commands) command.helpOption('--help', 'say how to use it')
  return program
}
