import { extname } from 'node:path'
import type { Command } from 'commander'
import { writeTemplate } from '../../engine/exports/template.ts'
import { namedFile } from '../options.ts'
import { CommandFailure, printJson, refuseToReplace, talk } from '../output.ts'

interface TemplateOptions {
  readonly force?: true
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook template framework.xlsx
  workbook template framework.xlsx --force --json`

/** `template OUT`: a spreadsheet to fill a framework in. */
export function addTemplate(program: Command): void {
  program
    .command('template')
    .description('write a spreadsheet to fill a framework in, with an example and lists')
    .argument('<out>', 'the file to write, .xlsx')
    .option('--force', 'replace a file that is there')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(template)
}

async function template(out: string, { force, json }: TemplateOptions): Promise<void> {
  if (extname(out).toLowerCase() !== '.xlsx') {
    const words = `${out} cannot be written: give it a name that ends with .xlsx.`
    throw new CommandFailure(words, 2)
  }
  refuseToReplace(out, force)
  const { bytes } = await writeTemplate(namedFile(out))
  if (json) printJson({ file: out, bytes })
  else talk(`Wrote ${out}, ${bytes} bytes.`)
}
