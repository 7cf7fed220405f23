import type { SupportFacts, SupportWorkbook } from '../../model/support.ts'
import { counted, formatCount } from '../figures.ts'
import { recoveryWords } from '../recovery.ts'

const { moment } = recoveryWords

/** The words around a report for support. */
export const supportWords = {
  promise:
    'It holds no answers, comments, names, titles, codes of people or paths: only versions, figures, times and codes of errors.',
} as const

/** The report as text, as it is shown and saved: a line for each fact. */
export function supportReportText(facts: SupportFacts): string {
  const { workbooks, log } = facts
  return [
    'Framework Workbook: report for support',
    `Made ${moment(facts.madeAt)}`,
    supportWords.promise,
    '',
    'PROGRAM',
    `Version: ${facts.version} (${facts.build})`,
    ...facts.runsOn.map(one => `Runs on: ${one}`),
    `Format of workbooks: ${facts.schema}`,
    `Format of packages: ${facts.packages}`,
    '',
    'SETTINGS',
    ...facts.settings.map(([name, value]) => `${name}: ${value}`),
    '',
    'WORKBOOKS',
    ...(workbooks.length === 0 ? ['None.'] : workbooks.flatMap(workbookLines)),
    '',
    `LOG (${counted(log.length, 'line', 'lines')}, the latest last)`,
    ...(log.length === 0 ? ['Nothing was logged.'] : log),
    '',
  ].join('\n')
}

/** A workbook is told by its place in the list, as its title and file may name people. */
function workbookLines(workbook: SupportWorkbook, index: number): readonly string[] {
  const { code, bytes, backups, newestBackup, missing, records } = workbook
  const newest = newestBackup === null ? '' : `, the newest of ${moment(newestBackup)}`
  return [
    `Workbook ${index + 1}: ${code === null ? 'whole' : code}, ${formatCount(bytes)} bytes`,
    `  Backups: ${formatCount(backups)}${newest}`,
    ...(missing > 0 ? [`  Saves that are not in it: ${formatCount(missing)}`] : []),
    ...records.map(([kind, count]) => `  ${kind}: ${formatCount(count)}`),
  ]
}
