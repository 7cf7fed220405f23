import { Command } from 'commander'
import { appVersion } from '../engine/program.ts'

type Add = (program: Command) => void

/**
 * The commands in the order in which the help lists them; each file declares one or two and does them. What is not asked
 * for is not loaded: together they take most of the program in, and longer to load than most of them to run.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<Add>> = new Map([
  ['template', async () => (await import('./commands/template.ts')).addTemplate],
  ['check', async () => (await import('./commands/check.ts')).addCheck],
  ['create', async () => (await import('./commands/create.ts')).addCreate],
  ['example', async () => (await import('./commands/example.ts')).addExample],
  ['info', async () => (await import('./commands/info.ts')).addInfo],
  ['workshop', async () => (await import('./commands/workshop.ts')).addWorkshop],
  ['name-laptop', async () => (await import('./commands/study.ts')).addNameLaptop],
  ['study', async () => (await import('./commands/study.ts')).addStudy],
  ['diary', async () => (await import('./commands/diary.ts')).addDiary],
  ['rate', async () => (await import('./commands/rate.ts')).addRate],
  ['hands', async () => (await import('./commands/hands.ts')).addHands],
  ['results', async () => (await import('./commands/results.ts')).addResults],
  ['rule', async () => (await import('./commands/rule.ts')).addRuleCommands],
  ['load', async () => (await import('./commands/load.ts')).addLoad],
  ['glossary', async () => (await import('./commands/glossary.ts')).addGlossary],
  ['pictures', async () => (await import('./commands/pictures.ts')).addPictures],
  ['export', async () => (await import('./commands/export.ts')).addExport],
  ['feedback', async () => (await import('./commands/feedback.ts')).addFeedback],
  ['merge', async () => (await import('./commands/merge.ts')).addMerge],
  ['receipts', async () => (await import('./commands/receipts.ts')).addReceipts],
  ['conflicts', async () => (await import('./commands/conflicts.ts')).addConflicts],
  ['mark-test', async () => (await import('./commands/mark-test.ts')).addMarkTest],
  ['withdraw', async () => (await import('./commands/withdraw.ts')).addWithdraw],
  ['verify', async () => (await import('./commands/verify.ts')).addVerify],
  ['recover', async () => (await import('./commands/recover.ts')).addRecover],
  ['key', async () => (await import('./commands/key.ts')).addKey],
  ['team-key', async () => (await import('./commands/key.ts')).addTeamKey],
  ['serve', async () => (await import('./commands/serve.ts')).addServe],
  ['support-report', async () => (await import('./commands/support-report.ts')).addSupportReport],
  ['completion', async () => (await import('./commands/completion.ts')).addCompletion],
  ['manual', async () => (await import('./commands/completion.ts')).addManual],
])

/** The commands that tell of all the others. */
const ABOUT_ALL = ['completion', 'manual']

/** Tests whether there is a command of this name. */
export const isCommand = (name: string): boolean => COMMANDS.has(name)

/**
 * The program with its commands, ready to be given arguments: with the one that is asked for alone or, where that is none,
 * or one that tells of all, with every one.
 */
export async function commandLine(asked?: string): Promise<Command> {
  const program = new Command('workbook')
    .description('Workshops that test a draft framework of indicators, on this laptop alone.')
    .version(appVersion(), '--version', 'print the version')
    .helpOption('--help', 'say how to use it')
    .helpCommand(false)
    .exitOverride()
    // What is wrong is said by `main`, so that every failure is said in one way.
    .configureOutput({ outputError: () => undefined })
  for (const add of await Promise.all(loadersFor(asked).map(load => load()))) add(program)
  for (const command of program.commands) command.helpOption('--help', 'say how to use it')
  return program
}

function loadersFor(asked = ''): readonly (() => Promise<Add>)[] {
  if (asked === '--version') return []
  const own = ABOUT_ALL.includes(asked) ? undefined : COMMANDS.get(asked)
  return own ? [own] : [...COMMANDS.values()]
}
