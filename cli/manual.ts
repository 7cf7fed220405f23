import type { Command } from 'commander'

/** A text as a page of man has it: backslashes, hyphens and a full stop at its beginning are not taken for signs. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=[.'])/gm, '\\&')

const bold = (text: string): string => `\\fB${plain(text)}\\fR`

/** Writes the manual page of the program, for `man`. It has no date, so that the same commands are the same bytes. */
export function manualPage(program: Command): string {
  return [
    `.TH WORKBOOK 1 "" "Framework Workbook ${program.version() ?? ''}" "User Commands"`,
    '.SH NAME',
    `workbook \\- ${plain(program.description())}`,
    '.SH SYNOPSIS',
    `${bold('workbook')} \\fIcommand\\fR [\\fIarguments\\fR] [\\fIoptions\\fR]`,
    '.SH DESCRIPTION',
    'Data goes to standard output, talk and progress to standard error. Progress is shown on a terminal only, and nothing is coloured.',
    '.SH COMMANDS',
    ...program.commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...item('0', 'The work is done.'),
    ...item('1', 'A fault, such as a full disk or a damaged file.'),
    ...item('2', 'Input or usage that cannot be worked with.'),
    '.SH ENVIRONMENT',
    ...item('WORKBOOK_LIBRARY', 'The folder of the workbooks, in place of the usual one.'),
    '',
  ].join('\n')
}

const item = (name: string, words: string): readonly string[] => ['.TP', bold(name), plain(words)]

function commandLines(command: Command): readonly string[] {
  const named = command.registeredArguments
    .map(argument => ` \\fI${plain(argument.name())}\\fR${argument.variadic ? '...' : ''}`)
    .join('')
  return [
    `.SS ${plain(command.name())}${named}`,
    plain(command.description()),
    ...command.options.flatMap(({ flags, description }) => item(flags, description)),
  ]
}
