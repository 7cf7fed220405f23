/** What `README.txt` in a package says to whoever opens the zip. */
export function packageReadMe(study: { readonly title: string; readonly madeUp: boolean }): string {
  const madeUp = study.madeUp ? 'Its ratings are made up, for trying the program.\n' : ''
  return `This is a package of the Framework Workbook study "${study.title}".
${madeUp}
It carries workshops, participants (by code) and their ratings from one laptop to another. Do not change
it: open it in Framework Workbook, with "Bring in packages" or on the command line with

  workbook merge BOOK PACKAGE

which first says what is new and loses nothing, whatever the order and however often it is done.

manifest.json    where it comes from, what it holds, and the SHA-256 of each part
framework.jsonl  the framework versions and their indicators, one record a line
records.jsonl    devices, workshops, participants, ratings and what replaces what, one record a line

The format is described in docs/file-formats.md of the program.
`
}
