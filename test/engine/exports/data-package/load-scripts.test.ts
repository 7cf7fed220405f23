import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectPath } from '../../../../build/project.ts'
import { createWorkbook } from '../../../../engine/workbooks/open.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { isInstalled, run } from '../../../helpers/programs.ts'
import { indicatorText, ownFolder, program } from '../../../helpers/sample-workbook.ts'
import { GROUPS, hostileWorkbook } from '../hostile-workbook.ts'
import { asTyped, type CsvRow, csvRows, unpacked } from './unpacked.ts'

/** A workbook of indicators with these titles: A1, A2 and so on. */
function workbookOf(titles: readonly string[]): Workbook {
  const content = {
    title: 'Try',
    scale: 5,
    madeUp: false,
    framework: {
      title: 'Try',
      origin: 'file',
      fileName: 'try.csv',
      indicators: titles.map((title, index) => indicatorText(`A${index + 1}`, { title })),
    },
  } as const
  const workbook = createWorkbook(join(ownFolder(), 'try.sqlite'), content, program)
  onTestFinished(workbook.close)
  return workbook
}

const linesOf = (folder: string, file: string): readonly string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n')

const bytesOf = (text: string) => Buffer.byteLength(text)

/** As numbers to twelve digits, so that another program's last digit is no difference. */
const figures = (rows: readonly CsvRow[], names: readonly string[]) =>
  rows.map(row =>
    names.map(name => (row[name]?.trim() ? Number(Number(row[name]).toPrecision(12)) : null)),
  )

const FIGURES = ['round', 'n', 'level_4', 'missing', 'mean', 'sd', 'median', 'q1', 'agreement_a']
const WIDE = ['round', 'useful_A1', 'useful_a_1', 'usable_A_1_2', 'useful_A_1_2', 'useful_B']

describe('the script for SPSS', () => {
  it('keeps to the lengths of lines, names, labels and texts, in UTF-8 that says so', async () => {
    const folder = await unpacked(hostileWorkbook())
    const lines = linesOf(folder, 'load.sps')
    expect(lines[0]?.startsWith('\uFEFF* Frühling: "draft" */ 1.')).toBe(true)
    expect(Math.max(...lines.map(bytesOf))).toBeLessThanOrEqual(256)
    const labels = lines.flatMap(line => line.match(/'((?:[^']|'')*)'/)?.[1] ?? [])
    expect(labels.length).toBeGreaterThan(100)
    const longest = Math.max(...labels.map(label => bytesOf(label.replaceAll("''", "'"))))
    expect(longest).toBeLessThanOrEqual(120)
    const declared = lines.flatMap(line => line.match(/^ {4}(\w+) ([AF])(\d+)/)?.slice(1) ?? [])
    expect(declared.length).toBeGreaterThan(150)
    const widths = declared.filter((_, index) => index % 3 === 2).map(Number)
    expect(Math.max(...widths)).toBeLessThanOrEqual(32_767)
    expect(Math.min(...widths)).toBeGreaterThan(0)
    // A comment ends at a full stop that ends a line, and only there.
    expect(lines.filter(line => /^\uFEFF?\*/.test(line)).every(line => line.endsWith('.'))).toBe(
      true,
    )
  })

  it.runIf(isInstalled('pspp'))(
    'loads in PSPP, where it is installed, with the values and labels of the tables',
    async () => {
      const folder = await unpacked(hostileWorkbook())
      const save = (table: string, cells: string) =>
        `GET FILE='${table}.sav'.\nSAVE TRANSLATE /OUTFILE='${table}-${cells}.csv' /TYPE=CSV /REPLACE` +
        ` /FIELDNAMES /CELLS=${cells}.\n`
      const script = readFileSync(join(folder, 'load.sps'), 'utf8')
      const saved = ['ratings_wide', 'ratings', 'results'].flatMap(table => save(table, 'VALUES'))
      const labels = `${save('ratings_wide', 'LABELS')}DISPLAY DICTIONARY /VARIABLES=useful_A1.\nGET FILE='ratings.sav'.\nDISPLAY DICTIONARY.\n`
      writeFileSync(join(folder, 'check.sps'), `${script}${saved.join('')}${labels}`)
      const printed = run('pspp', ['-O', 'format=csv', 'check.sps'], folder)
      expect(printed.match(/.*(error|warning).*/gi)).toBeNull()
      const wide = csvRows(folder, 'data/ratings_wide.csv')
      const loaded = csvRows(folder, 'ratings_wide-VALUES.csv')
      expect(figures(loaded, WIDE)).toEqual(figures(wide, WIDE))
      expect(loaded.map(row => row.group?.trim())).toEqual(
        wide.map(row => asTyped(row.group ?? '')),
      )
      expect(loaded.map(row => row.participant?.trim())).toEqual(
        wide.map(row => asTyped(row.participant ?? '')),
      )
      const labelled = csvRows(folder, 'ratings_wide-LABELS.csv')
      expect(labelled[0]?.useful_A1).toBe('Not useful at all')
      expect(labelled[2]?.useful_a_1).toBe('I don’t know')
      expect(figures(csvRows(folder, 'results-VALUES.csv'), FIGURES)).toEqual(
        figures(csvRows(folder, 'data/results.csv'), FIGURES),
      )
      expect(printed).toContain("Usefulness of A1: It's `A1' at $cost")
      expect(printed).toContain('-1; -2')
      const tables = readdirSync(join(folder, 'data')).map(name => name.replace('.csv', '.sav'))
      expect(readdirSync(folder).filter(name => name.endsWith('.sav'))).toEqual(tables)
      expect(printed).toMatch(/recorded_at,.*Scale.*DATETIME20/)
      const [first] = csvRows(folder, 'data/ratings.csv')
      const moment = first?.recorded_at?.slice(11, 19) ?? 'none'
      expect(csvRows(folder, 'ratings-VALUES.csv')[0]?.recorded_at).toContain(moment)
    },
  )
})

describe('the script for Stata', () => {
  it('keeps to the lengths of names and labels, and lets no text be taken for a macro', async () => {
    const folder = await unpacked(hostileWorkbook())
    const script = readFileSync(join(folder, 'load.do'), 'utf8')
    const labels = [...script.matchAll(/`"(.*?)"'/g)].map(([, label = '']) => label)
    expect(labels.length).toBeGreaterThan(100)
    expect(Math.max(...labels.map(label => [...label.replaceAll('\\$', '$')].length))).toBe(80)
    expect(labels.filter(label => /`|(?<!\\)\$|"'/.test(label))).toEqual([])
    const names = [...script.matchAll(/^label variable (\w+) /gm)].map(([, name = '']) => name)
    expect(names.filter(name => name.length > 32)).toEqual([])
    expect(Math.max(...script.split('\n').map(line => line.length))).toBeLessThan(200)
    // Left to guess, Stata takes an empty column for whatever it likes.
    expect(script).toContain('stringcols(1/4) numericcols(5/21) asdouble clear')
    // Every comment ends with its line.
    expect(script.split('\n')[0]).toBe('* Frühling: "draft" */ 1.')
    const opens = script.split('\n').filter(line => line.startsWith('*') && line.includes('/*'))
    expect(opens).toEqual([])
  })

  it('closes each quotation where its label ends, whatever quotation marks a title has', async () => {
    const workbook = workbookOf([`Children who say 'I feel "safe"'`, '"Quoted" `back`', `'"'"'`])
    const script = readFileSync(join(await unpacked(workbook), 'load.do'), 'utf8')
    expect(script).toContain(`\`"Usefulness of A1: Children who say 'I feel "safe"’"'`)
    for (const line of script.split('\n')) {
      const [opened, closed] = [line.split('`"'), line.split(`"'`)]
      expect(closed.length, line).toBe(opened.length)
    }
  })

  it('can be run again in one session', async () => {
    const script = readFileSync(join(await unpacked(hostileWorkbook()), 'load.do'), 'utf8')
    const defined = [...script.matchAll(/^label define (.*?)\n(?! )/gms)].map(([text]) => text)
    expect(defined.length).toBeGreaterThan(1)
    expect(defined.filter(text => !text.trimEnd().endsWith(', replace'))).toEqual([])
  })

  it('has texts as typed, and days and moments as times', async () => {
    const script = readFileSync(join(await unpacked(hostileWorkbook()), 'load.do'), 'utf8')
    expect(script).toContain('replace group = usubstr(group, 2, .) if ustrregexm(group, ')
    expect(script).toContain('generate double _time = date(workshop_date, "YMD")')
    expect(script).toContain('rename _time recorded_at\nformat recorded_at %tc')
  })

  it('makes don’t know and not applicable missing values of their own', async () => {
    const script = readFileSync(join(await unpacked(hostileWorkbook()), 'load.do'), 'utf8')
    expect(script).toMatch(
      /mvdecode \/\/\/\n {2}useful_A1 [\w\s/]+ \/\/\/\n {2}, mv\(-1=\.a \\ -2=\.b\)/,
    )
    expect(script).toContain('  .a `"I don’t know"\' ///')
  })
})

describe('the scripts for R', () => {
  it('is in ASCII and in lines that R reads from anywhere', async () => {
    const lines = linesOf(await unpacked(hostileWorkbook()), 'load.R')
    expect(lines.filter(line => /[^ -~]/.test(line))).toEqual([])
    expect(Math.max(...lines.map(line => line.length))).toBeLessThan(4_000)
  })

  it.runIf(isInstalled('Rscript'))('give no name that R has itself another meaning', async () => {
    const folder = await unpacked(hostileWorkbook())
    const check = projectPath('test/engine/exports/data-package/shadowed.R')
    const script = 'median <- 1; for (c in 1:2) f <- function(table) table'
    writeFileSync(join(folder, 'careless.R'), script)
    const found = run(
      'Rscript',
      ['--vanilla', check, 'load.R', 'recompute.R', 'careless.R'],
      folder,
    )
    expect(found).toBe('careless.R c median table \n')
  })

  it.runIf(isInstalled('Rscript'))(
    'loads the tables in R, where it is installed, with types, values and labels, texts as typed',
    async () => {
      const folder = await unpacked(hostileWorkbook())
      const check = `source("load.R")
options(digits = 15)
out <- function(x, name) write.csv(x, paste0(name, ".csv"), row.names = FALSE, na = "")
out(as.data.frame(lapply(ratings_wide, unclass)), "wide")
out(as.data.frame(lapply(results, unclass)), "figures")
out(data.frame(mean = mean(levels_only(ratings_wide$useful_A1), na.rm = TRUE),
  level = names(which(attr(ratings_wide$useful_A1, "labels") == -1)),
  label = attr(ratings_wide$useful_A1, "label"),
  class = paste(class(ratings$recorded_at), collapse = " "),
  date = class(workshops$workshop_date), rows = nrow(ratings), texts = nrow(comments),
  long = names(which(attr(ratings$level, "labels") == 5))), "facts")
out(data.frame(group = unique(enc2utf8(participants$group)), comment = comments$comment[1:3]), "texts")`
      writeFileSync(join(folder, 'check.R'), check)
      run('Rscript', ['--vanilla', 'check.R'], folder)
      expect(figures(csvRows(folder, 'wide.csv'), WIDE)).toEqual(
        figures(csvRows(folder, 'data/ratings_wide.csv'), WIDE),
      )
      expect(figures(csvRows(folder, 'figures.csv'), FIGURES)).toEqual(
        figures(csvRows(folder, 'data/results.csv'), FIGURES),
      )
      const [facts] = csvRows(folder, 'facts.csv')
      expect(facts).toMatchObject({ rows: '21', texts: '7', date: 'Date', class: 'POSIXct POSIXt' })
      expect(facts?.long).toBe('Very useful / Very easy to use')
      expect(Number(facts?.mean)).toBeCloseTo((1 + 2 + 3 + 4 + 5 + 1) / 6, 12)
      const texts = readFileSync(join(folder, 'texts.csv'), 'utf8')
      expect(texts).toContain(`"${GROUPS[0].replaceAll('"', '""')}"`)
      expect(texts).toMatch(/"=\d\n""x"""/)
    },
  )
})
