import type { Command } from 'commander'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { addPlanned } from '../../engine/study/add-planned.ts'
import { DEFAULT_GROUPS } from '../../shared/model/vocabulary.ts'
import { withWorkbook } from '../inputs.ts'
import { date, facilitators, groups, laptops, targets, title, today, venue } from '../options.ts'
import { print, printJson } from '../output.ts'
import { PROTOCOL_OPTIONS, type ProtocolOptions, protocolFrom } from '../protocol.ts'

interface WorkshopOptions extends ProtocolOptions {
  readonly title: string
  readonly date?: string
  readonly venue: string
  readonly groups?: string[]
  readonly facilitators: string
  readonly laptops: string[]
  readonly targets: Record<string, number>
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook workshop spring.sqlite --title "Directors and data leads"
  workbook workshop spring.sqlite --title "Young people" --date 2026-03-09 --venue "Youth centre" --groups "Young people;Parents and carers"
  workbook workshop spring.sqlite --title "Both" --ask "DfE=A. Keeping children safe" --order sections --minutes 45`

/** `workshop BOOK`: adds a workshop and prints its id. */
export function addWorkshop(program: Command): void {
  const command = program
    .command('workshop')
    .description('add a workshop and print its id')
    .argument('<book>', 'a workbook file')
    .requiredOption('--title <title>', 'what the workshop is called', title)
    .option('--date <day>', 'the day, such as 2026-03-09; left out, today', date)
    .option('--venue <venue>', 'where it takes place', venue, '')
    .option('--groups <names>', 'its stakeholder groups, parted by semicolons', groups)
    .option(
      '--facilitators <note>',
      'who facilitates, such as initials or a role',
      facilitators,
      '',
    )
    .option('--laptops <names>', 'the laptops that are expected, parted by semicolons', laptops, [])
    .option(
      '--targets <numbers>',
      'the people wanted of each group: "ADCS=10;Ofsted=5"',
      targets,
      {},
    )
  for (const option of PROTOCOL_OPTIONS) command.addOption(option)
  command
    .option('--json', 'print JSON')
    .addHelpText('after', `\nGroups unless given: ${DEFAULT_GROUPS.join('; ')}.\n${EXAMPLES}`)
    .action((book: string, options: WorkshopOptions) =>
      withWorkbook(book, workbook => {
        const named = options.groups ?? [...DEFAULT_GROUPS]
        const protocol = protocolFrom(options, currentFramework(workbook.store), named)
        const workshop = addPlanned(workbook, {
          title: options.title,
          date: options.date ?? today(),
          venue: options.venue,
          groups: named,
          facilitators: options.facilitators,
          protocol,
          plan: { laptops: options.laptops, targets: options.targets },
        })
        if (options.json) printJson(workshop)
        else print(workshop.id)
      }),
    )
}
