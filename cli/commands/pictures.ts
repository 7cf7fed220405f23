import type { Command } from 'commander'
import {
  loadPictures,
  picturesOf,
  removePictures,
} from '../../engine/frameworks/pictures/keep-pictures.ts'
import { picturesFor } from '../../engine/frameworks/pictures/pictures-for.ts'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { picturesFound } from '../../shared/messages/pictures/pictures.ts'
import { readFrameworkFile, withWorkbook, withWorkbookToRead } from '../inputs.ts'
import { several } from '../options.ts'
import { CommandFailure, counted, print, printJson, printTable, talk } from '../output.ts'
import { pictureFiles, pictureProblemLines, pictureProblemsInJson } from '../picture-files.ts'

interface PicturesOptions {
  readonly load?: readonly string[]
  readonly remove?: true
  readonly dryRun?: true
  readonly json?: true
}

const EXAMPLES = `
A picture is a PNG, JPEG or WebP, called as the code of its indicator: A1.png. Easy read shows it beside the words.
A spreadsheet of the framework among them says which pictures its rows name, and has those that lie in it.

Examples:
  workbook pictures spring.sqlite
  workbook pictures spring.sqlite --load pictures --dry-run
  workbook pictures spring.sqlite --load A1.png --load A2.jpg
  workbook pictures spring.sqlite --remove`

/** `pictures BOOK`: the pictures of the framework's indicators. */
export function addPictures(program: Command): void {
  program
    .command('pictures')
    .description('list the pictures that easy read shows, or load them from files')
    .argument('<book>', 'a workbook file')
    .option(
      '--load <path>',
      'a picture, a spreadsheet with pictures, or a folder of them; may be given more than once',
      several,
    )
    .option('--remove', 'takes all pictures away')
    .option('--dry-run', 'says what would be loaded and stores nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(pictures)
}

async function pictures(book: string, options: PicturesOptions): Promise<void> {
  const { load, remove, dryRun, json } = options
  if (load && remove) throw new CommandFailure('Give either --load or --remove.', 2)
  if (load) await loadFrom(book, load, options)
  else if (remove && !dryRun) {
    const { changed } = await withWorkbook(book, workbook => removePictures(workbook, null))
    if (json) printJson({ changed })
    else talk(changed > 0 ? 'The pictures are taken away.' : 'There were no pictures.')
  } else await withWorkbookToRead(book, workbook => list(workbook, json))
}

function list({ store }: Workbook, json: true | undefined): void {
  const { hash, indicators } = currentFramework(store)
  const codes = new Map(indicators.map(({ id, code }) => [id, code]))
  const shown = picturesOf(store, hash).map(({ indicator, description, fileName }) => ({
    ...{ code: codes.get(indicator) ?? '', fileName, description },
  }))
  if (json) printJson({ pictures: shown })
  else if (shown.length === 0) talk('The framework has no pictures.')
  else {
    printTable(
      ['code', 'file', 'what it shows'],
      shown.map(({ code, fileName, description }) => [code, fileName, description]),
    )
  }
}

async function loadFrom(
  book: string,
  paths: readonly string[],
  { dryRun, json }: PicturesOptions,
): Promise<void> {
  const files = pictureFiles(paths)
  const open = dryRun ? withWorkbookToRead : withWorkbook
  await open(book, async workbook => {
    const { pictures: read, reading } = await picturesFor(workbook.store, files, readFrameworkFile)
    const changed = dryRun ? 0 : loadPictures(workbook, read).changed
    const { found, problems } = reading
    if (json) printJson({ changed, found, problems: pictureProblemsInJson(problems) })
    else {
      print(`Pictures: ${picturesFound(reading)}.`)
      for (const line of pictureProblemLines(problems)) print(line)
      if (changed > 0) talk(`${counted(changed, 'indicator')} got another picture.`)
      else if (!dryRun) talk('The pictures are the same already. Nothing was stored.')
    }
  })
}
