import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { addRule, changeRule, listRules, ruleNamed } from '../../engine/rules/rules.ts'
import { ruleWords } from '../../shared/messages/rules.ts'
import {
  type ConsensusRule,
  RULE_NAMES,
  type RuleDraft,
  ruleDraft,
  ruleOfProgram,
  testFor,
} from '../../shared/model/rules.ts'
import { withWorkbook } from '../inputs.ts'
import { CommandFailure, print, printJson, printTable } from '../output.ts'

interface RuleOptions {
  readonly json?: true
}

const EXAMPLES = `
A rule in a file is what rule show --json prints, and what rule.json of a data package holds:
  { "name": "ours", "title": "Our protocol", "source": "", "atLeastAnswers": 5, "scales": [ { "levels": 9, "test":
    { "kind": "shares", "high": 3, "low": 3, "atLeastPercent": 70, "underPercent": 15, "each": "both",
      "outAtMostPercent": 50 } } ] }
Adding a name that is there makes its next version; the versions before stay known.

Examples:
  workbook rule list spring.sqlite
  workbook rule show spring.sqlite percent-75 --json
  workbook rule add spring.sqlite ours.json`

/** `rule add|list|show`: the consensus rules of a study. */
export function addRuleCommands(program: Command): void {
  const rule = program
    .command('rule')
    .description('list the consensus rules of a workbook, show one, or add one from a file')
    .addHelpText('after', EXAMPLES)
  rule
    .command('list')
    .description('list the rules that are for the scale of the workbook')
    .argument('<book>', 'a workbook file')
    .option('--json', 'print JSON')
    .action(list)
  rule
    .command('show')
    .description('say a rule in words')
    .argument('<book>', 'a workbook file')
    .argument('<name>', 'the name of a rule')
    .option('--json', 'print JSON')
    .action(show)
  rule
    .command('add')
    .description('add a rule from a file, or its next version')
    .argument('<book>', 'a workbook file')
    .argument('<file>', 'a rule as JSON')
    .option('--json', 'print JSON')
    .action(add)
  for (const command of rule.commands) command.helpOption('--help', 'say how to use it')
}

async function list(book: string, { json }: RuleOptions): Promise<void> {
  await withWorkbook(book, ({ store, scale }) => {
    const own = listRules(store)
    const all = [
      ...RULE_NAMES.map(name => ({
        rule: ruleOfProgram(name, scale.length),
        of: 'program',
        retired: false,
      })),
      ...own.map(({ rule, retired }) => ({ rule, of: 'study', retired })),
    ].filter(({ rule }) => testFor(rule, scale.length))
    if (json) {
      printJson({ rules: all.map(({ rule, ...more }) => ({ ...more, ...rule })) })
      return
    }
    printTable(
      ['name', 'version', 'of', 'retired', 'title'],
      all.map(({ rule, of, retired }) => [
        ...[rule.name, rule.version, of, retired ? 'yes' : 'no', rule.title],
      ]),
    )
  })
}

async function show(book: string, name: string, { json }: RuleOptions): Promise<void> {
  await withWorkbook(book, ({ store, scale }) => {
    const found = ruleNamed(store, name)
    const rule = typeof found === 'string' ? ruleOfProgram(found, scale.length) : found
    if (json) printJson(rule)
    else printRule(rule, ruleWords(rule, scale.length))
  })
}

async function add(book: string, file: string, { json }: RuleOptions): Promise<void> {
  const draft = readDraft(file)
  await withWorkbook(book, workbook => {
    const known = listRules(workbook.store).find(
      ({ rule, retired }) => rule.name === draft.name && !retired,
    )
    const { rule } = known ? changeRule(workbook, known.id, draft) : addRule(workbook, draft)
    if (json) printJson(rule)
    else printRule(rule, ruleWords(rule, workbook.scale.length))
  })
}

function printRule({ title, name, version, source }: ConsensusRule, words: string): void {
  print(`${title} (${name}, version ${version})`)
  print(words)
  if (source !== '') print(source)
}

/** A rule as a file says it; a version in it is passed over, as the workbook counts its own. */
function readDraft(file: string): RuleDraft {
  const refuse = (why: string) =>
    new CommandFailure(`${file} is no rule: ${why} workbook rule --help shows one.`, 2)
  const parsed = ruleDraft.safeParse(jsonOf(file, refuse))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw refuse(`${place === '' ? '' : `${place}: `}${issue?.message ?? ''}.`.replace('..', '.'))
}

function jsonOf(file: string, refuse: (why: string) => CommandFailure): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw refuse('it cannot be read as JSON.')
  }
}
