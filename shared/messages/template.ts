/** The words of the template spreadsheet for a framework. */
export const TEMPLATE_WORDS = {
  sheet: 'Framework',
  instructionsSheet: 'Instructions',
  title: 'How to fill in a framework',
  steps: [
    'On the sheet Framework, fill in one row for each indicator, from row 3 on.',
    'Row 2 is an example. Delete it before you load the spreadsheet.',
    'Every indicator needs a code of its own, a section and a title. The rest may stay blank.',
    'Write a section within another as "Outer > Inner".',
    'In the columns data_type and status, choose from the list in the cell.',
    'Save the spreadsheet. In Framework Workbook, choose Load a framework, and choose it there.',
  ],
  columnHeadings: ['Column', 'What it says', 'What can stand in it'],
  listTitle: 'Choose from the list',
  listError: (values: readonly string[]): string =>
    `Choose one of: ${values.join(', ')}. Or leave the cell blank.`,
  example: {
    code: 'EX-01',
    title: 'Children who say that they feel safe at home',
    section: ['Outcomes for children', 'Keeping children safe'],
    outcome: 'Children are safe and feel safe.',
    definition: 'Share of the children asked who answered "always" or "mostly".',
    dataType: 'user feedback',
    status: 'new',
    source: 'Yearly survey of children',
    unit: 'per cent',
    population: 'CIN',
    easyRead: 'Do children feel safe where they live?',
    rationale: 'Only children themselves can say whether they feel safe.',
    notes: 'Suggested by the young people’s panel.',
  },
} as const
