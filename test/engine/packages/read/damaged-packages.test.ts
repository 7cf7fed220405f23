import { describe, expect, it } from 'vitest'
import { forkReader } from '../../../../engine/files/reader-process.ts'
import { PACKAGE_VERSION } from '../../../../engine/packages/format/manifest.ts'
import { previewInOneGo } from '../../../../engine/packages/merge/in-one-go.ts'
import { seededRandom } from '../../../../engine/ratings/synthetic/random.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { rowsOf } from '../../../golden/table-dump.ts'
import { counts } from '../../../helpers/counts.ts'
import { program } from '../../../helpers/sample-workbook.ts'
import { makeZip } from '../../files/make-zip.ts'
import {
  changed,
  filesOf,
  repack,
  samplePackage,
  type Unpacked,
  unpack,
  zipOf,
} from '../changed-packages.ts'
import { laptop, merge, mergeByProcess, packageOf, ratedBySomeone } from '../laptops.ts'

/** Every row of a workbook but the diary's own of what was refused. */
const recordsOf = ({ store }: Workbook): string =>
  rowsOf(store.file)
    .split(/^(?=== )/m)
    .filter(table => !table.startsWith('== refused_file\n'))
    .join('')

/** Merges packages that must all be refused, and gives the codes; nothing that the workbook holds may change. */
async function refusals(workbook: Workbook, contents: readonly Buffer[], by = merge) {
  const before = recordsOf(workbook)
  const receipt = await by(workbook, filesOf(contents))
  expect(receipt.packages.filter(({ accepted }) => accepted).map(({ file }) => file)).toEqual([])
  expect(receipt.packages).toHaveLength(contents.length)
  expect(recordsOf(workbook)).toBe(before)
  return receipt.packages.map(({ problems }) => problems[0]?.code ?? '')
}

const FLIPPED_EVERY = counts.flippedEvery

const NEWER = PACKAGE_VERSION + 1

/** A manifest of the next format, which says things that this one does not. */
const newerManifest = (content: unknown): string =>
  JSON.stringify({
    ...JSON.parse(String(content)),
    version: NEWER,
    pictures: 12,
    counts: 'elsewhere',
  })

const onLines =
  (pattern: RegExp, replacement: string) =>
  ({ records }: Unpacked): Partial<Unpacked> => ({
    records: records.map(line => line.replace(pattern, replacement)),
  })

describe('a damaged package', () => {
  it('is refused wherever it was cut short, and the workbook keeps every record as it was', async () => {
    const whole = await samplePackage()
    const lengths = Array.from({ length: Math.ceil(whole.length / 256) }, (_, part) => part * 256)
    const codes = await refusals(
      laptop(),
      lengths.map(length => whole.subarray(0, length)),
      mergeByProcess,
    )
    expect([...new Set(codes)].toSorted()).toEqual(['damaged', 'not-a-package'])
  })

  it('is refused wherever one bit of it was flipped, and the workbook keeps every record as it was', async () => {
    const whole = await samplePackage()
    const random = seededRandom(8)
    const flipped = Array.from({ length: Math.ceil(whole.length / FLIPPED_EVERY) }, (_, step) => {
      const copy = Buffer.from(whole)
      const index = step * FLIPPED_EVERY
      copy.writeUInt8(copy.readUInt8(index) ^ (1 << Math.floor(random() * 8)), index)
      return copy
    })
    const codes = await refusals(laptop(), flipped, mergeByProcess)
    expect([...new Set(codes)].toSorted()).toEqual(['damaged', 'not-a-package'])
  }, 300_000)
})

describe('a package that another program wrote', () => {
  it('is taken when it says nothing but what is so, sealed or not', async () => {
    const receipt = await merge(laptop(), filesOf([changed(() => ({}))]))
    expect(receipt.packages[0]).toMatchObject({ accepted: true, problems: [] })
  })

  const elsewhere = '01994d2e-9999-7c1d-8e9f-0a1b2c3d4e5f'
  it.each<[string, string, (content: Unpacked) => Partial<Unpacked>]>([
    ['a rating with no level', 'bad-record', onLines(/"level":4/, '"level":null')],
    ['a level off the scale', 'bad-record', onLines(/"level":4/, '"level":6')],
    [
      'an id that is none',
      'bad-record',
      onLines(/"kind":"rating","id":"0/, '"kind":"rating","id":"X'),
    ],
    ['half a character', 'bad-record', onLines(/"comment":null/, '"comment":"\\ud800"')],
    [
      'a comment that is too long',
      'bad-record',
      onLines(/"comment":null/, `"comment":"${'x'.repeat(4001)}"`),
    ],
    ['a line that is no JSON', 'bad-record', ({ records }) => ({ records: [...records, '{'] })],
    ['a line that is a list', 'bad-record', ({ records }) => ({ records: [...records, '[]'] })],
    [
      'the same record twice',
      'bad-record',
      ({ records }) => ({ records: [...records, ...records.slice(-1)] }),
    ],
    [
      'a rating of nobody',
      'missing-record',
      ({ records }) => ({
        records: records.filter(line => !line.startsWith('{"kind":"participant"')),
      }),
    ],
    [
      'a rating that hides one that is not there',
      'missing-record',
      ({ records }) => ({
        records: [
          ...records,
          `{"kind":"supersession","superseded":"${elsewhere}","record":"${elsewhere}"}`,
        ],
      }),
    ],
    [
      'a framework that is not what was hashed',
      'damaged',
      ({ framework }) => ({
        framework: framework.map(line => line.replace('Indicator A1', 'Indicator A9')),
      }),
    ],
    ['a newer format', 'newer', ({ manifest }) => ({ manifest: { ...manifest, version: NEWER } })],
    [
      'another format',
      'not-a-package',
      ({ manifest }) => ({ manifest: { ...manifest, format: 'x' } }),
    ],
    [
      'a scale that is none',
      'damaged',
      ({ manifest }) => ({ manifest: { ...manifest, study: { scale: 6 } } }),
    ],
  ])('is refused for %s', async (_, code, change) => {
    expect(await refusals(laptop(), [changed(change)])).toEqual([code])
  })

  it('is refused by both versions when it is newer', async () => {
    const newer = changed(({ manifest }) => ({ manifest: { ...manifest, version: NEWER } }))
    const receipt = await merge(laptop(), filesOf([newer]))
    expect(receipt.packages[0]?.problems[0]?.message).toContain(
      `format ${NEWER}; this one reads up to ${PACKAGE_VERSION}`,
    )
  })

  it('is refused as newer, not as none, when it has parts that this format does not know', async () => {
    const parts = repack(unpack(laptop())).map(part => ({
      ...part,
      content: part.name === 'manifest.json' ? newerManifest(part.content) : part.content,
    }))
    const pictures = Array.from({ length: 12 }, (_, at) => ({ name: `${at}.png`, content: 'x' }))
    const without = parts.filter(({ name }) => name !== 'README.txt')
    const all = [[...parts, ...pictures], without].map(some => makeZip(some))
    expect(await refusals(laptop(), all)).toEqual(['newer', 'newer'])
  })

  it('is refused for files that do not belong in it, one that is missing, or a wrong count', async () => {
    const other = laptop()
    ratedBySomeone(other)
    const parts = repack(unpack(other))
    const miscounted = parts.map(part =>
      part.name === 'manifest.json'
        ? { ...part, content: String(part.content).replace('"rating":1', '"rating":2') }
        : part,
    )
    const codes = await refusals(laptop(), [
      makeZip([...parts, { name: 'more.txt', content: 'more' }]),
      makeZip(parts.slice(1)),
      makeZip([...parts.slice(1), { name: '../framework.jsonl', content: '' }]),
      makeZip(miscounted),
    ])
    expect(codes).toEqual(['not-a-package', 'not-a-package', 'damaged', 'damaged'])
  })

  it('is refused for what it would unpack to, without unpacking it', async () => {
    const parts = repack(unpack(laptop()))
    const bomb = parts.map(part =>
      part.name === 'records.jsonl' ? { ...part, content: Buffer.alloc(40_000_000, ' ') } : part,
    )
    expect(await refusals(laptop(), [makeZip(bomb)], mergeByProcess)).toEqual(['too-large'])
  })

  it('keeps fields and kinds of records that are not known, and passes them on', async () => {
    const [team, later] = [laptop(), laptop()]
    const id = '01994d2e-1234-7c1d-8e9f-0a1b2c3d4e5f'
    const odd = `{"kind":"zebra","id":"${id}","stripes":[1,{"a":null}]}`
    const rich = changed(({ records }) => ({
      records: [
        ...records.map(line =>
          line.replace(/^(\{"kind":"rating".*)\}$/, '$1,"mood":{"x":[2]},"aim":1}'),
        ),
        odd,
      ],
    }))
    const receipt = await merge(team, filesOf([rich]))
    expect(receipt.packages[0]?.problems.map(({ code }) => code)).toEqual(['unknown-kinds'])
    await merge(later, [await packageOf(team)])
    const { records } = unpack(later)
    expect(records).toContain(odd)
    expect(records.filter(line => line.endsWith(',"aim":1,"mood":{"x":[2]}}'))).toHaveLength(1)
    expect((await merge(later, filesOf([rich]))).totals).toMatchObject({ new: 0, rejected: 0 })
  })

  it('keeps that a record of an unknown kind took the place of another, and passes it on', async () => {
    const [team, later] = [laptop(), laptop()]
    const [first, second] = ['01994d2e-1111-7c1d-8e9f-0a1b2c3d4e5f', elsewhere]
    const zebras = [first, second].map(id => `{"kind":"zebra","id":"${id}"}`)
    const replaced = `{"kind":"supersession","superseded":"${first}","record":"${second}"}`
    const rich = changed(({ records }) => {
      const known = records.filter(line => !line.startsWith('{"kind":"supersession"'))
      const others = records.filter(line => line.startsWith('{"kind":"supersession"'))
      return { records: [...known, ...zebras, ...[...others, replaced].toSorted()] }
    })
    expect((await merge(team, filesOf([rich]))).packages[0]).toMatchObject({ accepted: true })
    await merge(later, [await packageOf(team)])
    expect(unpack(later).records).toEqual(expect.arrayContaining([...zebras, replaced]))
    expect(verifyWorkbook(later.store.file, program).checks.filter(({ ok }) => !ok)).toEqual([])
  })

  it('is refused where a record of an unknown kind would take the place of one of another kind', async () => {
    const odd = [
      `{"kind":"zebra","id":"${elsewhere}"}`,
      `{"kind":"zebu","id":"01994d2e-1111-7c1d-8e9f-0a1b2c3d4e5f"}`,
      `{"kind":"supersession","superseded":"01994d2e-1111-7c1d-8e9f-0a1b2c3d4e5f","record":"${elsewhere}"}`,
    ]
    const crossed = changed(({ records }) => ({ records: [...records, ...odd] }))
    expect(await refusals(laptop(), [crossed])).toEqual(['missing-record'])
  })

  it('has a record that says something else under a known id kept apart, and the known one counts', async () => {
    const [team, other] = [laptop(), laptop()]
    ratedBySomeone(other, 4)
    const content = unpack(other)
    await merge(team, filesOf([zipOf(content)]))
    const forged = zipOf({ ...content, ...onLines(/"level":4/, '"level":1')(content) })
    const receipt = await merge(team, filesOf([forged]))
    expect(receipt.packages[0]?.problems.map(({ code }) => code)).toEqual(['same-id'])
    expect(receipt.totals).toMatchObject({ new: 0, rejected: 1 })
    expect(unpack(team).records.join()).toContain('"level":4')
  })
})

const FUZZED = counts.tamperedPackages
const BATCH = 100

it(`gets through ${FUZZED} packages that were tampered with: each is taken whole or refused`, async () => {
  const workbook = laptop()
  const other = laptop()
  ratedBySomeone(other)
  const content = unpack(other)
  const random = seededRandom(5)
  const before = recordsOf(workbook)
  const codes = new Map<string, number>()
  for (let done = 0; done < FUZZED; done += BATCH) {
    const batch = Array.from({ length: BATCH }, () => tampered(content, random))
    const { packages } = await previewInOneGo(forkReader(), workbook, filesOf(batch))
    expect(packages).toHaveLength(BATCH)
    for (const one of packages) {
      const code = one.accepted ? 'accepted' : (one.problems[0]?.code ?? '')
      codes.set(code, (codes.get(code) ?? 0) + 1)
      if (one.problems[0]?.message.includes('memory')) expect(one).toBeNull()
      const sum = one.new + one.known + one.conflicting + one.withdrawn + one.rejected
      if (sum !== one.read) expect(one).toBeNull()
    }
  }
  expect(recordsOf(workbook)).toBe(before)
  // What tampering comes to is known; a reader that died or dawdled is not among it.
  for (const code of ['too-slow', 'reader-failed']) expect(codes.get(code)).toBeUndefined()
  for (const code of ['accepted', 'bad-record', 'damaged', 'missing-record', 'not-a-package']) {
    expect(codes.get(code), code).toBeGreaterThan(0)
  }
}, 900_000)

type Random = () => number

const oneOf = <T>(random: Random, values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}

const STRANGE = [
  'null',
  '-1',
  '1e999',
  '""',
  '[]',
  '{}',
  'true',
  '"\\u0000"',
  '[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]',
]

/** A package with something wrong in its bytes, its lines, its fields or its manifest; or with nothing wrong. */
function tampered(content: Unpacked, random: Random): Buffer {
  const part = oneOf(random, ['framework', 'records'] as const)
  const lines = [...content[part]]
  const at = Math.floor(random() * lines.length)
  const line = lines[at] ?? ''
  const how = random()
  if (how < 0.15) {
    const bytes = Buffer.from(zipOf(content))
    for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
      bytes.writeUInt8(Math.floor(random() * 256), Math.floor(random() * bytes.length))
    }
    return random() < 0.3 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes
  }
  if (how < 0.25) lines.splice(at, 1)
  else if (how < 0.35)
    lines.splice(
      at,
      0,
      oneOf(random, [line, '', '{}', '{"kind":"rating"}', '{"kind":"new","id":"1"}']),
    )
  else if (how < 0.45) lines.reverse()
  else if (how < 0.75) {
    const names = [...line.matchAll(/"(\w+)":/g)].map(([, name]) => name ?? '')
    const name = oneOf(random, names)
    lines[at] = line.replace(
      new RegExp(`"${name}":("[^"]*"|[\\d.]+|null|\\[[^\\]]*\\])`),
      `"${name}":${oneOf(random, STRANGE)}`,
    )
  } else if (how < 0.85) lines[at] = line.replace(/\}$/, `,"more":${oneOf(random, STRANGE)}}`)
  else if (how < 0.95) {
    const key = oneOf(random, Object.keys(content.manifest))
    const manifest = {
      ...content.manifest,
      [key]: oneOf(random, [null, 1, '', {}, [], 'x'.repeat(99)]),
    }
    return zipOf({ ...content, manifest })
  }
  return zipOf({ ...content, [part]: lines })
}
