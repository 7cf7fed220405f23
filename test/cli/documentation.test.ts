import { execFile } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.ts'
import { projectPath } from '../../build/project.ts'
import { commandLine } from '../../cli/command-line.ts'
import { counts } from '../helpers/counts.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { DRAFT_FRAMEWORK } from './run-cli.ts'

const PAGE = readFileSync(projectPath('docs/command-line.md'), 'utf8')

/** The part of the page about each command, by its heading. */
const SECTIONS = new Map(
  PAGE.split(/^## /m)
    .slice(1)
    .map(section => [section.slice(0, section.indexOf('\n')), section]),
)

const COMMANDS = (await commandLine()).commands

const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, block = '']) => block,
  )

/** Runs lines of the page in a real shell, where `workbook` is the program as people have it, built. */
async function runInShell(script: string, cwd: string): Promise<string> {
  await buildIfStale(['renderer', 'node'])
  const workbook = `workbook() { '${process.execPath}' '${projectPath('build/workbook.ts')}' "$@"; }`
  const { stdout } = await promisify(execFile)('sh', ['-euc', `${workbook}\n${script}`], { cwd })
  return stdout
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/**
 * The places where two JSON values differ in their names; values do not count. Lists are compared by their first
 * item, so an empty one agrees with any.
 */
function differences(found: unknown, shown: unknown, path = ''): readonly string[] {
  if (Array.isArray(found) && Array.isArray(shown)) {
    const [one, other] = [found[0], shown[0]]
    return one === undefined || other === undefined ? [] : differences(one, other, `${path}[]`)
  }
  if (isObject(found) && isObject(shown)) {
    return [...new Set([...Object.keys(found), ...Object.keys(shown)])].flatMap(name =>
      name in found && name in shown
        ? differences(found[name], shown[name], `${path}.${name}`)
        : [`${path}.${name}`],
    )
  }
  const plain = (value: unknown): boolean => value === null || typeof value !== 'object'
  return plain(found) && plain(shown) ? [] : [path]
}

describe('docs/command-line.md', () => {
  it('has a section for every command and for nothing else', () => {
    expect([...SECTIONS.keys()].toSorted()).toEqual(
      COMMANDS.map(command => command.name()).toSorted(),
    )
  })

  it.each(COMMANDS.map(command => [command.name(), command] as const))(
    'lists every option of %s and no other',
    (name, command) => {
      const listed = [...(SECTIONS.get(name) ?? '').matchAll(/^\| `(--[^`]+)` \|/gm)]
      const options = command.options.map(option => option.flags)
      expect(listed.map(([, flags]) => flags)).toEqual(options)
    },
  )

  it.each(COMMANDS.map(command => [command.name(), command] as const))(
    'names every argument of %s',
    (name, command) => {
      const call = [name, ...command.registeredArguments.map(argument => `<${argument.name()}>`)]
      expect(SECTIONS.get(name)).toContain(`\`workbook ${call.join(' ')}\``)
    },
  )

  it('says what --help of each command says about examples', () => {
    for (const command of COMMANDS) {
      const help: string[] = []
      command.configureOutput({ writeOut: text => help.push(text) })
      command.outputHelp()
      expect(help.join(''), command.name()).toMatch(/Examples:\n {2}workbook \w+/)
    }
  })

  it.runIf(process.platform !== 'win32' && counts.documentedRuns > 0)(
    'has examples that run one after the other as they stand, and print JSON of the shape it shows',
    async () => {
      using folder = tempFolder()
      copyFileSync(DRAFT_FRAMEWORK, folder.file('draft-framework.csv'))
      const [ratings = '', hands = ''] = blocks(PAGE, 'csv')
      writeFileSync(folder.file('keyed-in.csv'), ratings)
      writeFileSync(folder.file('hands.csv'), hands)
      const printed = '\n---- next ----\n'
      const script = [...SECTIONS.values()].flatMap(section => [
        ...blocks(section, 'sh'),
        `printf '${printed.replaceAll('\n', '\\n')}'`,
      ])
      const outputs = (await runInShell(script.join('\n'), folder.path)).split(printed)
      const different = [...SECTIONS].flatMap(([name, section], index) =>
        blocks(section, 'json').flatMap(sample => {
          const output = outputs[index] ?? ''
          const json: unknown = JSON.parse(output.slice(output.search(/^\{/m)))
          return differences(json, JSON.parse(sample)).map(path => `${name}: ${path}`)
        }),
      )
      expect(different).toEqual([])
    },
    300_000,
  )
})
