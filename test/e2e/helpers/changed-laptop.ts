import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../../engine/frameworks/versions/edit-indicator.ts'
import { createFromPackages } from '../../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../../engine/packages/write/write-package.ts'
import { systemClock } from '../../../engine/program.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import type { TempFolder } from '../../helpers/temp-folder.ts'

/** The package of a laptop that was set up by another package, and where the first indicator was reworded since. */
export async function rewordedElsewhere(
  folder: TempFolder,
  setUp: string,
  { name, title }: { readonly name: string; readonly title: string },
): Promise<string> {
  const program = { appVersion: '0.0.0-test', clock: systemClock }
  const { workbook } = await createFromPackages(
    readerWithin,
    folder.file(`${name}.sqlite`),
    [{ path: setUp, name: 'set-up.workbook' }],
    program,
  )
  const { hash, indicators } = currentFramework(workbook.store)
  const [first] = indicators
  if (!first) throw new Error('There is no indicator')
  const { id, ...text } = first
  const edit = { kind: 'reword' as const, indicator: id, text: { ...text, title } }
  editIndicator(workbook, { edit, against: hash })
  const path = folder.file(name)
  await writePackage(readerWithin, workbook, {}, { path, name })
  workbook.close()
  return path
}
