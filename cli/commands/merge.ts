import { existsSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import { listOpenConflicts } from '../../engine/conflicts/list.ts'
import type { PermittedFile } from '../../engine/files/permits.ts'
import { packagesIn } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import {
  createFromPackages,
  type MergeOptions,
  mergeInOneGo,
  previewInOneGo,
} from '../../engine/packages/merge/in-one-go.ts'
import { readNames } from '../../engine/people/names.ts'
import { getParticipant } from '../../engine/store/records/workshops.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { PACKAGE_ENDING } from '../../shared/host.ts'
import { sourceWords } from '../../shared/messages/packages.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { MergePreview } from '../../shared/model/packages.ts'
import { thisProgram, withWorkbook } from '../inputs.ts'
import { packageFile } from '../options.ts'
import { CommandFailure, counted, print, printJson, talk } from '../output.ts'
import { printPackages } from '../packages.ts'
import { showProgress } from '../progress.ts'
import { readSecrets, type SecretOptions } from '../secrets.ts'

interface MergeCommandOptions extends SecretOptions {
  readonly preview?: true
  readonly anotherStudy?: true
  readonly framework?: string
  readonly json?: true
}

const EXAMPLES = `
A folder stands for every package in it and in its folders. Each package is taken whole or not at all, all
of them in one step, in any order and as often as you like. A BOOK that is not there is made from the first
package.

Examples:
  workbook merge study.sqlite laptop-1.workbook laptop-2.workbook --preview
  workbook merge study.sqlite packages
  workbook merge study.sqlite packages --json`

/** `merge BOOK PACKAGE...`: merges the records of other laptops into a workbook. */
export function addMerge(program: Command): void {
  program
    .command('merge')
    .description('bring packages of other laptops into a workbook, and print the receipt')
    .argument('<book>', 'the workbook file; made from the packages if it is not there')
    .argument('<package...>', 'packages, or folders of packages')
    .option('--preview', 'only say what would be new, and store nothing')
    .option('--another-study', 'take packages of another study too')
    .option(
      '--framework <which>',
      'where they bring another framework version: ours, theirs, or the beginning of its hash',
    )
    .option('--key <file>', 'a research team’s key file, for packages encrypted to it')
    .option('--passphrase-file <file>', 'the passphrase in this file, for encrypted packages')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(merge)
}

async function merge(
  book: string,
  named: readonly string[],
  options: MergeCommandOptions,
): Promise<void> {
  const packages = listPackages(named)
  const progress = showProgress()
  const how: MergeOptions = {
    onProgress: ({ done, file, records }) =>
      progress.show(
        `${done + 1} of ${packages.length}: ${file}, ${counted(records, 'record')} so far`,
      ),
    anotherStudy: options.anotherStudy ?? false,
    framework: options.framework,
    secrets: readSecrets(options),
  }
  if (!existsSync(book)) {
    if (options.preview) throw new CommandFailure(`There is no file ${book} to merge into.`, 2)
    const making = createFromPackages(forkReader(), book, packages, thisProgram(), how)
    const made = await making.finally(progress.end)
    try {
      say(made.workbook, made.receipt, options)
    } finally {
      made.workbook.close()
    }
    return
  }
  await withWorkbook(book, async workbook => {
    const work = options.preview ? previewInOneGo : mergeInOneGo
    const working = work(forkReader(), workbook, packages, how).finally(progress.end)
    say(workbook, await working, options)
  })
}

/** The packages that were named, and those in folders that were. */
function listPackages(named: readonly string[]): readonly PermittedFile[] {
  return named.flatMap(path => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [packageFile(path)]
    const inside = packagesIn(path)
    if (inside.length > 0) return inside
    throw new CommandFailure(
      `There is no package in the folder ${path}; they end with ${PACKAGE_ENDING}.`,
      2,
    )
  })
}

function say(
  workbook: Workbook,
  merged: MergePreview,
  { json, preview }: MergeCommandOptions,
): void {
  const conflicts = listOpenConflicts(workbook.store)
  if (json) printJson({ ...merged, conflicts: conflictsAsJson(workbook, conflicts) })
  else printReceipt(merged, conflicts.length)
  const refused = merged.packages.filter(({ accepted }) => !accepted)
  if (refused.length === 0) return
  const others = preview ? 'would be brought in' : 'were brought in'
  const words =
    refused.length === merged.packages.length
      ? 'No package was brought in; nothing was stored.'
      : `${counted(refused.length, 'package was', 'packages were')} refused; the others ${others}.`
  throw new CommandFailure(words, 2)
}

/**
 * Conflicts in the form that the JSON of `merge` has had from the start: participant by participant, and each
 * with its workshop. Linked participants are shown as the first of them.
 */
function conflictsAsJson({ store }: Workbook, conflicts: readonly Conflict[]) {
  const byKey = ({ participant, indicator, criterion, round }: Conflict): string =>
    [participant, indicator, criterion, String(round).padStart(2, '0')].join(' ')
  const nameOf = readNames(store)
  return conflicts
    .toSorted((one, other) => (byKey(one) < byKey(other) ? -1 : 1))
    .map(({ participant, indicator, code, title, criterion, round, sides }) => {
      const person = getParticipant(store, participant)
      return {
        workshop: person?.workshop ?? '',
        participant: {
          id: participant,
          code: person?.code ?? '',
          name: person ? nameOf(person) : '',
          group: person?.group ?? '',
        },
        indicator: { id: indicator, code, title },
        criterion,
        round,
        ratings: sides.map(({ id, answer, comment, entry, recordedAt, device }) => ({
          id,
          answer: answer.kind,
          level: answer.kind === 'level' ? answer.level : null,
          comment,
          entry,
          recordedAt,
          device,
        })),
      }
    })
}

function printReceipt({ packages, totals }: MergePreview, conflicts: number): void {
  printPackages(packages, totals)
  for (const { file, source, problems } of packages) {
    if (source) talk(`${file}: ${sourceWords(source)}.`)
    for (const { message } of problems) talk(`${file}: ${message}`)
  }
  if (conflicts > 0) print(`${counted(conflicts, 'conflict')} in the workbook, to be settled.`)
}
