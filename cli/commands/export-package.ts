import type { PackageChoices } from '../../engine/exchange/package-contents.ts'
import { writePackage } from '../../engine/exchange/write-package.ts'
import { forkReader } from '../../engine/files/fork-reader.ts'
import { printJson, talk } from '../output.ts'
import { namedFile } from '../values.ts'
import { withWorkbook } from '../with-workbook.ts'

/** What a package on the command line is told. */
export interface ExportPackageOptions extends PackageChoices {
  readonly json: boolean
}

const ENCRYPTED_WORDS = {
  key: ', encrypted to a key',
  passphrase: ', encrypted to a passphrase',
  nobody: '',
} as const

/** Writes a package, `OUT.workbook`. */
export async function exportPackage(
  book: string,
  out: string,
  { json, ...choices }: ExportPackageOptions,
): Promise<void> {
  const { bytes, sha256, encrypted } = await withWorkbook(book, workbook =>
    writePackage(forkReader(), workbook, choices, namedFile(out)),
  )
  if (json) printJson({ file: out, format: 'package', bytes, sha256, encrypted })
  else talk(`Wrote ${out}, ${bytes} bytes${ENCRYPTED_WORDS[encrypted ?? 'nobody']}.`)
}
