import { type Command, InvalidArgumentError } from 'commander'
import { readDiary } from '../../engine/diary/diary.ts'
import { addNote } from '../../engine/diary/notes.ts'
import { DIARY_WORDS, diaryWords, findInDiary } from '../../shared/messages/diary.ts'
import { laptopWords } from '../../shared/messages/whole-study.ts'
import { DIARY_KINDS, type DiaryKind, diaryNoteText } from '../../shared/model/diary.ts'
import { withWorkbook, withWorkbookToRead } from '../inputs.ts'
import { CommandFailure, print, printJson, printTable, talk } from '../output.ts'

interface DiaryOptions {
  readonly kind?: readonly DiaryKind[]
  readonly find?: string
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook diary spring.sqlite
  workbook diary spring.sqlite --kind merge --kind refusal --json
  workbook diary spring.sqlite --find "leeds 2"
  workbook diary add spring.sqlite "The room in Leeds was too small for three groups."`

/** `diary BOOK` and `diary add BOOK TEXT`: what was done in a study, and notes of the team. */
export function addDiary(program: Command): void {
  const diary = program
    .command('diary')
    .description('say what was done in a study: merges, refusals, decisions, notes of the team')
    .argument('<book>', 'a workbook file')
    .option('--kind <name>', 'entries of this kind only; may be given more than once', kinds)
    .option('--find <words>', 'entries with all of these words only')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(show)
  diary
    .command('add')
    .description('add a note, which goes to everybody who gets a package: name no participant')
    .argument('<book>', 'a workbook file')
    .argument('<text>', 'the note')
    .helpOption('--help', 'say how to use it')
    .action(add)
}

function kinds(value: string, before: readonly DiaryKind[] = []): readonly DiaryKind[] {
  const kind = DIARY_KINDS.find(each => each === value)
  if (!kind) throw new InvalidArgumentError(`Use one of ${DIARY_KINDS.join(', ')}.`)
  return [...before, kind]
}

async function show(book: string, { kind, find, json }: DiaryOptions): Promise<void> {
  await withWorkbookToRead(book, workbook => {
    const entries = findInDiary(readDiary(workbook).entries, { kinds: kind, words: find })
    if (json) {
      printJson({
        entries: entries.map(({ facts, ...entry }) => ({
          ...entry,
          ...facts,
          words: diaryWords(facts),
        })),
      })
      return
    }
    if (entries.length === 0) {
      print(DIARY_WORDS.nothing)
      return
    }
    printTable(
      ['when', 'laptop', 'kind', 'entry'],
      entries.map(({ at, laptop, facts }) => [
        at.slice(0, 16).replace('T', ' '),
        laptopWords(laptop),
        facts.kind,
        diaryWords(facts).replaceAll(/\s+/g, ' '),
      ]),
    )
  })
}

/** The option `--json` stands before or after the word `add`, and either way belongs to the command above. */
async function add(book: string, text: string, _: unknown, command: Command): Promise<void> {
  const note = diaryNoteText.safeParse(text)
  if (!note.success) throw new CommandFailure('A note has 1 to 2,000 characters.', 2)
  const { json } = command.optsWithGlobals<DiaryOptions>()
  await withWorkbook(book, workbook => {
    const added = addNote(workbook, { text: note.data })
    if (json) printJson(added)
    else talk('The note is in the diary. It goes to everybody who gets a package of this study.')
  })
}
