import { withdrawalLetter } from '../../shared/messages/withdrawal.ts'
import type { WithdrawalReceipt } from '../../shared/model/person.ts'
import type { PermittedFile } from '../files/permits.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'

/** Writes a page to hand to the person who withdrew, as HTML or, by its ending, as plain text. */
export async function writeConfirmation(
  title: string,
  receipt: WithdrawalReceipt,
  to: PermittedFile,
): Promise<{ readonly name: string; readonly bytes: number }> {
  const letter = withdrawalLetter(title, receipt)
  const content = /\.txt$/i.test(to.name) ? `${letter.join('\n\n')}\n` : asPage(letter)
  const bytes = await writeWholeFile(to, async out => {
    out.end(content)
  })
  return { name: to.name, bytes }
}

function asPage([heading = '', ...paragraphs]: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(heading)}</title>
<style>
  body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }
  h1 { font-size: 1.75rem; line-height: 1.25 }
</style>
<h1>${escaped(heading)}</h1>
${paragraphs.map(paragraph => `<p>${escaped(paragraph)}</p>`).join('\n')}
</html>
`
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
