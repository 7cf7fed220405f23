import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../cli/command-line.ts'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { openWorkbookForReading } from '../../engine/workbooks/open.ts'
import { protocolOf } from '../../engine/workshops/protocol.ts'
import { program } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { DRAFT_FRAMEWORK, runCli, runInOwnProcess, runJson } from './run-cli.ts'

const folder = tempFolder()
const run = (...args: readonly string[]) => runCli(args, folder.path)

/** One line that says what happened and what to do: not a stack, not a list, not an object. */
const PLAIN = /^[^\n{}]+\.\n$/

describe('the command line', () => {
  beforeAll(async () => {
    writeFileSync(folder.file('notes.txt'), 'nothing but notes')
    writeFileSync(folder.file('wrong.csv'), 'code,section,indicator\nA1,S,One\nA1,S,Two\n')
    await runJson(['create', 'book.sqlite', '--framework', DRAFT_FRAMEWORK], folder.path)
  })
  afterAll(() => folder[Symbol.dispose]())

  it.each([
    [['info'], 'Missing required argument'],
    [['create', 'new.sqlite'], 'Give either --framework'],
    [['results', 'book.sqlite', '--rule', 'ram'], 'is for scales of 9 levels'],
    [
      ['results', 'book.sqlite', '--rule', 'mine'],
      'There is no rule mine in this workbook. Choose percent-75',
    ],
    [['results', 'book.sqlite', '--round', '0'], 'whole number from 1 to 99'],
    [['results', 'book.sqlite', 'another.sqlite'], 'Too many arguments'],
    [['results', 'book.sqlite', '--workshop', 'none'], 'There is no workshop none'],
    [['workshop', 'book.sqlite', '--title', ' '], 'Give a title'],
    [['workshop', 'book.sqlite', '--title', 'T', '--date', '31.12.2026'], 'Give a day'],
    [['workshop', 'book.sqlite', '--title', 'T', '--groups', 'A;a'], 'different groups'],
    [['workshop', 'book.sqlite', '--title', 'T', '--ask', 'DfE'], 'Say whom and what'],
    [
      ['workshop', 'book.sqlite', '--title', 'T', '--ask', 'Nobody=CTX-01'],
      'no group called Nobody',
    ],
    [
      ['workshop', 'book.sqlite', '--title', 'T', '--ask', '*=Nothing'],
      'neither a section nor a code',
    ],
    [
      ['workshop', 'book.sqlite', '--title', 'T', '--order', 'chance'],
      'fixed, sections, indicators',
    ],
    [['workshop', 'book.sqlite', '--title', 'T', '--minutes', '0'], 'whole number from 1 to 600'],
    [['workshop', 'book.sqlite', '--title', 'T', '--wordings', 'loud'], 'Give wordings'],
    [['create', 'new.sqlite', '--framework', 'none.csv'], 'There is no file none.csv'],
    [['create', 'new.sqlite', '--framework', 'wrong.csv'], 'run workbook check wrong.csv'],
    [['create', 'new.sqlite', '--framework', 'x', '--scale', '8'], 'A scale has'],
    [['create', 'book.sqlite', '--framework', DRAFT_FRAMEWORK], 'There is already a file'],
    [['info', 'none.sqlite'], 'There is no file none.sqlite'],
    [['info', 'notes.txt'], 'notes.txt is not a Framework Workbook file'],
    [['verify', 'notes.txt'], 'notes.txt is not a Framework Workbook file'],
    [['export', 'book.sqlite', 'out.pdf'], 'Only the desktop program writes PDF'],
    [['export', 'book.sqlite', 'out'], 'ends with .xlsx or .docx or .pptx or .csv'],
    [
      ['export', 'book.sqlite', 'x.parquet', '--records', '--release', 'tables'],
      'so there is no --release tables of them',
    ],
    [
      ['export', 'book.sqlite', 'x.parquet', '--records', '--release', 'rows'],
      'so there is no --release rows of them',
    ],
    [
      ['export', 'book.sqlite', 'x.parquet', '--records', '--no-comments'],
      '--records takes no --no-comments',
    ],
    [['mend', 'book.sqlite'], 'Unknown command'],
    [['merge', 'book.sqlite'], 'Missing required argument'],
    [['withdraw', 'book.sqlite', 'P01', '--yes'], 'There is no participant P01 in this workbook'],
    [['mark-test', 'book.sqlite', 'P01'], 'There is no participant P01 in this workbook'],
    [['conflicts', 'book.sqlite', '--settle', 'coin'], 'Allowed choices are same answer'],
    [['key', 'book.sqlite'], 'There is already a file called book.sqlite'],
    [['serve', '--port', '0'], 'whole number from 1 to 65535'],
  ])('refuses %j in one plain sentence and exits with 2', async (args, words) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(PLAIN)
    expect(stderr).toContain(words)
    expect(existsSync(folder.file('new.sqlite'))).toBe(false)
  })

  it('ends its process with the code, and keeps data and talk apart', async () => {
    const own = (...args: readonly string[]) => runInOwnProcess(args, folder.path)
    const [data, fault, misuse] = [
      await own('info', 'book.sqlite', '--json'),
      await own('export', 'book.sqlite', 'nowhere/out.csv'),
      await own('mend', 'book.sqlite'),
    ]
    expect(JSON.parse(data.stdout)).toMatchObject({ scale: 5 })
    expect(data).toMatchObject({ code: 0, stderr: '' })
    expect(fault).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(PLAIN) })
    expect(misuse).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(PLAIN) })
  })

  it('sets up what a workshop asks of whom, in which order and words', async () => {
    const ask = ['--ask', 'dfe=ctx-01;CTX-02', '--ask', '*=CTX-03', '--groups', 'DfE;Ofsted']
    const way = [
      '--order',
      'sections',
      '--seed',
      'S-1',
      '--wordings',
      'easy;plain',
      '--minutes',
      '45',
    ]
    const { stdout } = await run('workshop', 'book.sqlite', '--title', 'Both', ...ask, ...way)
    const workbook = openWorkbookForReading(folder.file('book.sqlite'), program)
    try {
      const { groups, ...others } = protocolOf(workbook.store, stdout.trim())
      const { indicators } = currentFramework(workbook.store)
      const codesOf = (ids: readonly string[] = []) =>
        ids.map(id => indicators.find(one => one.id === id)?.code)
      expect(codesOf(groups.DfE)).toEqual(['CTX-01', 'CTX-02', 'CTX-03'])
      expect(codesOf(groups.Ofsted)).toEqual(['CTX-03'])
      expect(others).toEqual({
        ...{ sequence: 'sections', seed: 'S-1', wordings: ['plain', 'easy'], minutes: 45 },
        isBegun: false,
      })
    } finally {
      workbook.close()
    }
  })

  it('says what it can do when it is asked nothing', async () => {
    const { code, stdout, stderr } = await run()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    for (const command of (await commandLine()).commands)
      expect(stderr).toContain(`  ${command.name()} `)
  })

  it('helps with each command on standard output', async () => {
    const { code, stdout, stderr } = await run('rate', '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Examples:')
    // Nothing is coloured, so there is nothing for NO_COLOR to take away.
    expect(stdout).not.toContain('\u001b')
  })

  it('answers a file that it cannot read with JSON, a sentence and 2', async () => {
    const { code, stdout, stderr } = await run('check', 'none.csv', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'none.csv',
      refused: { code: 'file-not-found' },
    })
    expect(stderr).toMatch(PLAIN)
  })

  it('answers a draft that has problems with all of them, and exits with 0', async () => {
    const { code, stdout } = await run('check', 'wrong.csv')
    expect(code).toBe(0)
    expect(stdout).toContain('error A3: ')
    expect(stdout).toContain('\n1 error, 0 warnings, 0 rows skipped.\n')
  })

  it('counts the cells of a problem that many share', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => `A${n},S,Indicator ${n},odd`)
    writeFileSync(folder.file('odd.csv'), ['code,section,indicator,status', ...rows].join('\n'))
    const { stdout } = await run('check', 'odd.csv')
    expect(stdout).toContain('\n40 errors, 0 warnings, 0 rows skipped.\n')
    expect(stdout).toContain('error D2 (40 cells): ')
  })

  it('takes the headings from the row that it is told', async () => {
    const lines = ['code,section,indicator', 'PI,Strand,Measure', 'A1,Safety,Children feel safe']
    writeFileSync(folder.file('twice.csv'), lines.join('\n'))
    const report = await runJson(['check', 'twice.csv', '--header-row', '2', '--json'], folder.path)
    expect(report).toMatchObject({
      headerRow: 2,
      columns: { code: 'A', title: 'C' },
      candidates: 1,
    })
    const create = ['create', 'twice.sqlite', '--framework', 'twice.csv', '--header-row', '1']
    expect(await run(...create)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('2 indicators'),
    })
  })

  it('writes over a file only when it is told to', async () => {
    writeFileSync(folder.file('out.csv'), 'mine')
    const refused = await run('export', 'book.sqlite', 'out.csv')
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') })
    expect(readFileSync(folder.file('out.csv'), 'utf8')).toBe('mine')
    expect(await run('export', 'book.sqlite', 'out.csv', '--force')).toMatchObject({ code: 0 })
    expect(readFileSync(folder.file('out.csv'), 'utf8')).toContain('rating_id')
  })

  it('exits with 1 where the disk refuses', async () => {
    const { code, stderr } = await run('export', 'book.sqlite', 'nowhere/out.csv')
    expect(code).toBe(1)
    expect(stderr).toMatch(PLAIN)
    expect(stderr).toContain('nowhere/out.csv')
  })

  it('exits with 1 and says what is wrong when a workbook does not verify', async () => {
    const bytes = readFileSync(folder.file('book.sqlite'))
    const from = bytes.indexOf('CTX-02')
    bytes.write('CTX-99', from)
    writeFileSync(folder.file('altered.sqlite'), bytes)
    const { code, stdout, stderr } = await run('verify', 'altered.sqlite', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ file: 'altered.sqlite', ok: false })
    expect(stderr).toMatch(PLAIN)
    expect(stderr).toContain('are not those that were loaded')
  })

  it('makes up the same example for the same seed', async () => {
    const size = ['--workshops', '1', '--participants', '3', '--seed', '5']
    await run('example', 'one.sqlite', ...size)
    await run('example', 'two.sqlite', ...size)
    const [one, two] = [await run('results', 'one.sqlite'), await run('results', 'two.sqlite')]
    expect(one.stdout).toContain('3 participants, round 1, quartiles R-7, made up')
    expect(two.stdout).toBe(one.stdout)
  })
})
