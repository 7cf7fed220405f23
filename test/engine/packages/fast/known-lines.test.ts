import { expect, it } from 'vitest'
import { type KnownLines, knownLines } from '../../../../engine/packages/fast/known-lines.ts'
import {
  DEFAULT_PACKAGE_LIMITS,
  type PackageMessage,
} from '../../../../engine/packages/read/messages.ts'
import { parsePackage } from '../../../../engine/packages/read/parse-package.ts'
import { changed, filesOf } from '../changed-packages.ts'

async function toldOf(path: string, known: KnownLines): Promise<readonly PackageMessage[]> {
  const told: PackageMessage[] = []
  const tell = async (message: PackageMessage): Promise<void> => void told.push(message)
  await parsePackage({ path, file: 0, known }, DEFAULT_PACKAGE_LIMITS, tell)
  return told
}

const withFramework = (change: (lines: readonly string[]) => readonly string[]): Buffer =>
  changed(({ framework }) => ({ framework: change(framework) }))

it('tells the same of a package whose framework was read before, right or wrong', async () => {
  const packages = filesOf([
    withFramework(lines => lines),
    withFramework(lines => lines),
    // Lines that are known one by one, and do not make the version that they did.
    withFramework(lines => lines.slice(0, -1)),
    withFramework(lines =>
      lines.toSpliced(-1, 1, (lines.at(-1) ?? '').replace(/"title":"/, '$&A')),
    ),
    withFramework(lines => [...lines, lines.at(-1) ?? '']),
    withFramework(lines => lines.toReversed()),
    withFramework(lines => lines),
  ])
  const known = knownLines()
  const ends: (string | undefined)[] = []
  for (const { path } of packages) {
    const told = await toldOf(path, known)
    expect(told).toEqual(await toldOf(path, knownLines()))
    ends.push(told.at(-1)?.kind)
  }
  expect(ends).toEqual(['whole', 'whole', 'refused', 'refused', 'refused', 'refused', 'whole'])
})

it('takes no line of a framework for one of the records', async () => {
  const [right, wrong] = filesOf([
    withFramework(lines => lines),
    changed(({ framework, records }) => ({ records: [...framework.slice(-1), ...records] })),
  ])
  const known = knownLines()
  await toldOf(right?.path ?? '', known)
  expect((await toldOf(wrong?.path ?? '', known)).at(-1)).toMatchObject({
    kind: 'refused',
    refusal: { code: 'bad-record' },
  })
})

it('forgets all lines where there are too many', () => {
  const known = knownLines()
  const line = { kind: 'indicator', record: undefined as never, evidence: undefined }
  known.add('a', line)
  known.proven.set('hash', [])
  known.add('b'.repeat(2_000_000), line)
  expect([known.get('a'), known.proven.size]).toEqual([undefined, 0])
})
