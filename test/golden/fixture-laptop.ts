import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { projectPath } from '../../build/project.ts'
import { createEngine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import type { EngineClient } from '../../shared/host.ts'

/** One laptop of the study of the fixtures, with the one workbook in its library. */
export interface Laptop {
  readonly client: EngineClient
  readonly workbook: string
  readonly permit: (path: string) => string
  readonly close: () => void
}

/** Starts the program on a laptop, and sets it up from a package where one is given. */
export async function laptop(libraryFolder: string, setUpFrom?: string): Promise<Laptop> {
  const permits = createFilePermits()
  const { version }: { version: string } = JSON.parse(
    readFileSync(projectPath('package.json'), 'utf8'),
  )
  const engine = createEngine({
    ...{ libraryFolder, appVersion: version, permits },
    startReader: forkReader(),
  })
  const client: EngineClient = createRouterClient(engine.router)
  const permit = (path: string) =>
    permits.grant({ path, name: path.slice(path.lastIndexOf('/') + 1) })
  if (setUpFrom !== undefined) await client.package.open({ files: [permit(setUpFrom)] })
  const [only] = (await client.library.list()).workbooks
  return { client, workbook: only?.id ?? '', permit, close: engine.close }
}

/** The answers that one person gives of one indicator. */
export interface Said {
  readonly participant: string
  readonly indicator: string
  readonly level?: number | null
  readonly comment?: string
  readonly criterion?: 'usefulness' | 'usability'
  readonly round?: number
}

/** Has a person answer as they would on screen; gives the rating's id. */
export async function say({ client, workbook }: Laptop, said: Said): Promise<string> {
  const { level = null, comment = '', criterion = 'usefulness', round = 1 } = said
  const id = uuidv7()
  await client.rating.record({
    ...{ workbook, id, participant: said.participant, indicator: said.indicator },
    ...{ criterion, round, comment, wording: 'title' as const },
    answer: level === null ? { kind: 'none' } : { kind: 'level', level },
  })
  return id
}

/** Has a person suggest better words for an indicator, or what is missing where none is named. */
export async function suggest(
  { client, workbook }: Laptop,
  participant: string,
  text: string,
  indicator?: string,
): Promise<void> {
  const about = { workbook, id: uuidv7(), participant, round: 1, text }
  await client.suggestion.record(
    indicator === undefined
      ? { ...about, kind: 'missing', indicator: null }
      : { ...about, kind: 'wording', indicator },
  )
}

/** Brings packages in, as somebody does who accepts what the preview shows. */
export async function bringIn(to: Laptop, paths: readonly string[]): Promise<void> {
  const { client, workbook } = to
  const events = await client.merge.preview({ workbook, files: paths.map(to.permit) })
  for await (const event of events) {
    if (event.kind === 'preview') await client.merge.accept({ workbook, token: event.token })
  }
}

/** Writes everything that a laptop has into a package. */
export async function takeAway(
  from: Laptop,
  folder: string,
  name: string,
  choices: { readonly setup?: boolean; readonly passphrase?: string } = {},
): Promise<string> {
  const { client, workbook, permit } = from
  const path = join(folder, name)
  await client.package.write({ workbook, to: permit(path), ...choices })
  return path
}
