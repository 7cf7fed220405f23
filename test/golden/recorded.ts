import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import type { CliRun } from '../cli/run-cli.ts'
import { fromBefore } from './places.ts'

const ALL_BUT_FAULTS = 'but for known faults'

/** The ways in which what a command says must agree with what the version before said. */
export type Agreement = 'exactly' | 'with more fields' | typeof ALL_BUT_FAULTS

/** Up to this many characters a record is kept as it reads; a longer one is packed. */
const READABLE = 20_000
const OUTPUT = '\n--- standard output ---\n'

/** `RECORD_GOLDEN=1` keeps what is said now as the record: only for something new, or on purpose. */
const IS_RECORDING = process.env.RECORD_GOLDEN === '1'

/** Expects a text to be the one that was recorded under this name. */
export function expectRecorded(name: string, text: string): void {
  if (IS_RECORDING) keep(name, text)
  expect(text).toBe(recordOf(name))
}

/** Expects what a command said to agree with what was recorded under this name. */
export function expectRun(name: string, run: CliRun, agreement: Agreement): void {
  const said = `exit code ${run.code}\n--- standard error ---\n${run.stderr}${OUTPUT}${run.stdout}`
  if (agreement === 'exactly') {
    expectRecorded(name, said)
    return
  }
  const [head = '', output = ''] = said.split(OUTPUT)
  if (IS_RECORDING)
    keep(name, head + OUTPUT + (agreement === ALL_BUT_FAULTS ? agreed(output) : output))
  const [headBefore, outputBefore = ''] = recordOf(name).split(OUTPUT)
  expect(head).toBe(headBefore)
  if (agreement === 'with more fields' && outputBefore !== '') {
    expect(JSON.parse(output)).toMatchObject(JSON.parse(outputBefore))
  } else {
    expect(outputBefore.includes('\n  "conflicts": [') ? output : withoutConflicts(output)).toBe(
      outputBefore,
    )
  }
}

/**
 * The text that `merge` printed, as far as it is right: it misses conflicts between participants who are one
 * person, and is to list them one day. How many there are is told under `after`, and counts them.
 */
function agreed(output: string): string {
  if (!output.startsWith('{')) return withoutConflicts(output)
  const { after, conflicts }: Merged = JSON.parse(output)
  return conflicts.length === after.conflicts ? output : withoutConflicts(output)
}

interface Merged {
  readonly after: { readonly conflicts: number }
  readonly conflicts: readonly unknown[]
}

function withoutConflicts(output: string): string {
  if (!output.startsWith('{')) return output.replace(/^\d+ conflicts? in the workbook.*\n/m, '')
  const { conflicts: _, ...merged }: { conflicts?: unknown } = JSON.parse(output)
  return `${JSON.stringify(merged, null, 2)}\n`
}

function keep(name: string, text: string): void {
  mkdirSync(fromBefore('outputs'), { recursive: true })
  for (const earlier of [readable(name), packed(name)]) rmSync(earlier, { force: true })
  if (text.length <= READABLE) writeFileSync(readable(name), text)
  else writeFileSync(packed(name), gzipSync(text, { level: 9 }))
}

function recordOf(name: string): string {
  if (existsSync(readable(name))) return readFileSync(readable(name), 'utf8')
  return gunzipSync(readFileSync(packed(name))).toString()
}

const readable = (name: string): string => join(fromBefore('outputs'), `${name}.txt`)
const packed = (name: string): string => `${readable(name)}.gz`
