import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { recordHands } from '../../../../engine/hands/record-hands.ts'
import {
  FORMAT_STEPS,
  type FormatStep,
  PACKAGE_VERSION,
} from '../../../../engine/packages/format/manifest.ts'
import {
  DEFAULT_PACKAGE_LIMITS,
  type PackageMessage,
} from '../../../../engine/packages/read/messages.ts'
import { parsePackage } from '../../../../engine/packages/read/parse-package.ts'
import type { PackageChoices } from '../../../../engine/packages/write/package-contents.ts'
import { addRule, changeRule } from '../../../../engine/rules/rules.ts'
import { getParticipant } from '../../../../engine/store/records/workshops.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { setProtocol } from '../../../../engine/workshops/protocol.ts'
import { NO_PROTOCOL } from '../../../../shared/model/protocol.ts'
import { RULES, type RuleTest } from '../../../../shared/model/rules.ts'
import { ownFolder, sampleWorkshop } from '../../../helpers/sample-workbook.ts'
import { unpack, zipOf } from '../changed-packages.ts'
import { laptop, rate, ratedBySomeone } from '../laptops.ts'

/** A made-up older format, in which a rating called its round a wave, and a manifest its program a maker. */
const FROM_WAVES: FormatStep = {
  from: PACKAGE_VERSION - 1,
  manifest: ({ maker, ...rest }) => ({ ...rest, app: maker }),
  record: ({ wave, ...rest }) => (wave === undefined ? rest : { ...rest, round: wave }),
}

/** Reads a package of that older format with these steps. */
async function readOlder(steps: readonly FormatStep[]): Promise<readonly PackageMessage[]> {
  const workbook = laptop()
  ratedBySomeone(workbook)
  const { manifest, records, ...rest } = unpack(workbook)
  const { app, ...others } = manifest
  const older = zipOf({
    ...rest,
    records: records.map(line => line.replace('"round":', '"wave":')),
    manifest: { ...others, maker: app, version: PACKAGE_VERSION - 1 },
  })
  const path = join(ownFolder(), 'older.workbook')
  writeFileSync(path, older)
  const messages: PackageMessage[] = []
  await parsePackage(
    { path, file: 0 },
    DEFAULT_PACKAGE_LIMITS,
    async message => {
      messages.push(message)
    },
    steps,
  )
  return messages
}

it('brings a package of an older format up, its manifest and every record', async () => {
  const messages = await readOlder([FROM_WAVES])
  expect(messages[0]).toMatchObject({ kind: 'package', manifest: { version: PACKAGE_VERSION } })
  const ratings = messages.find(one => one.kind === 'rows' && one.record === 'rating')
  expect(ratings).toMatchObject({ count: 1, extras: [] })
  expect(messages.at(-1)?.kind).toBe('whole')
})

it('refuses an older format that no step leads from', async () => {
  expect((await readOlder([])).map(({ kind }) => kind)).toEqual(['refused'])
})

it('has one step from each format to the next, up to the present one', () => {
  const from = FORMAT_STEPS.map(step => step.from)
  expect(from).toEqual(from.map((_, index) => PACKAGE_VERSION - from.length + index))
})

describe('the version that a package is written in', () => {
  const versionOf = (workbook: Workbook, choice: PackageChoices = {}) =>
    unpack(workbook, choice).manifest.version

  /** Has the group of a participant show hands for the first indicator. */
  const showHands = (workbook: Workbook, participant: string) =>
    recordHands(workbook, {
      ...{ workshop: getParticipant(workbook.store, participant)?.workshop ?? '', group: 'ADCS' },
      ...{ round: 1, present: 9, by: 'AB', criterion: 'usefulness' },
      ...{ counts: [0, 0, 1, 2, 3], dontKnow: 0, notApplicable: 0 },
      indicator: currentFramework(workbook.store).indicators[0]?.id ?? '',
    })

  it('is the one of before for every scale that programs of before know', () => {
    expect(([3, 4, 5, 6, 7, 9] as const).map(scale => versionOf(laptop({ scale })))).toEqual(
      [3, 4, 5, 6, 7, 9].map(() => 2),
    )
  })

  it('is a newer one where the study has ten levels, or in any version a rule for them or for stability', () => {
    expect(versionOf(laptop({ scale: 10 }))).toBe(3)
    const workbook = laptop({ scale: 5 })
    const test = RULES['percent-75'].scales[0]?.test as RuleTest
    const draft = { name: 'own', title: 'Own', source: '' }
    const { id } = addRule(workbook, {
      ...draft,
      scales: [
        { levels: 5, test },
        { levels: 10, test },
      ],
    })
    expect(versionOf(workbook)).toBe(3)
    changeRule(workbook, id, { ...draft, scales: [{ levels: 5, test }] })
    expect(versionOf(workbook)).toBe(3)
    const stability = { kind: 'people', within: 1, atLeastPercent: 85 } as const
    changeRule(workbook, id, { ...draft, scales: [{ levels: 5, test, stability }] })
    expect(versionOf(workbook)).toBe(5)
    changeRule(workbook, id, { ...draft, scales: [{ levels: 5, test }] })
    expect(versionOf(workbook)).toBe(5)
  })

  it('is the one after where anything was said to easy read, and a newer one still where hands were shown', () => {
    const workbook = laptop()
    const someone = ratedBySomeone(workbook)
    expect(versionOf(workbook)).toBe(2)
    rate(workbook, someone, 5, { wording: 'easy' })
    expect(versionOf(workbook)).toBe(4)
    showHands(workbook, someone)
    expect(versionOf(workbook)).toBe(6)
  })

  it('is the sixth where nothing but hands asks for it', () => {
    const workbook = laptop()
    showHands(workbook, ratedBySomeone(workbook))
    expect(versionOf(workbook)).toBe(6)
    expect(versionOf(workbook, { setup: true })).toBe(2)
  })

  it('is the newest where a workshop was set up in a way of its own, in set-up packages too', () => {
    const workbook = laptop()
    const workshop = sampleWorkshop(workbook)
    setProtocol(workbook, { workshop, protocol: NO_PROTOCOL })
    expect(versionOf(workbook, { setup: true })).toBe(2)
    setProtocol(workbook, { workshop, protocol: { ...NO_PROTOCOL, sequence: 'sections' } })
    expect(versionOf(workbook)).toBe(PACKAGE_VERSION)
    expect(versionOf(workbook, { setup: true })).toBe(PACKAGE_VERSION)
  })
})
