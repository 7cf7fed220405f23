import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** Tests whether a program that some tests compare with is installed on this machine. */
export const isInstalled = (program: string): boolean => succeeds(program, ['--version'])

/** Tests whether a program is there and ends well. */
export function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** Runs a program in a folder and gives what it printed; what it complained of is part of an error. */
export function run(program: string, args: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}${stdout}`)
  return stdout
}

/** The parts of a zip by name, in the order in which they lie in it. */
export async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return parts
}

/** Tests whether the part of LibreOffice is there that opens such files: its parts are installed one by one. */
export const canConvert = (part: 'writer' | 'impress'): boolean =>
  isInstalled('soffice') &&
  existsSync(`/usr/lib/libreoffice/program/${part === 'writer' ? 'libswlo' : 'libsdlo'}.so`)

/** A file as the PDF that LibreOffice makes of it, in a folder of its own; an error where it cannot open the file. */
export function convertedToPdf(name: string, bytes: Buffer, folder: string): Buffer {
  writeFileSync(join(folder, name), bytes)
  const home = `-env:UserInstallation=file://${folder}/home`
  run('soffice', [home, '--headless', '--convert-to', 'pdf', name], folder)
  return readFileSync(join(folder, `${parse(name).name}.pdf`))
}
