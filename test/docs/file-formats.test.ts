import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'
import {
  MANIFEST,
  PACKAGE_FORMAT,
  PARTS,
  versionToWrite,
} from '../../engine/packages/format/manifest.ts'
import { RECORD_KINDS } from '../../engine/packages/format/record-kinds.ts'
import { createFromPackages } from '../../engine/packages/merge/in-one-go.ts'
import { DEFAULT_PACKAGE_LIMITS } from '../../engine/packages/read/messages.ts'
import { makeZip } from '../engine/files/make-zip.ts'
import { unpack } from '../engine/packages/changed-packages.ts'
import { readerWithin } from '../helpers/reader-within.ts'
import { ownFolder, program } from '../helpers/sample-workbook.ts'

/** The first 16 bytes of a digest as a UUID of version 8. */
function uuidOf(digest: string): string {
  const bytes = Buffer.from(digest.slice(0, 32), 'hex')
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const text = bytes.toString('hex')
  const parts = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20)]
  return [...parts, text.slice(20)].join('-')
}

const PAGE = readFileSync(projectPath('docs/file-formats.md'), 'utf8')

/** The part of the page about each kind of record, by its heading. */
const SECTIONS = new Map(
  PAGE.split(/^### /m)
    .slice(1)
    .map(section => [section.slice(0, section.indexOf('\n')), section]),
)

const fieldsIn = (section: string): readonly string[] =>
  [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name ?? '')

describe('docs/file-formats.md', () => {
  it('has a section for every kind of record and for nothing else', () => {
    expect([...SECTIONS.keys()].toSorted()).toEqual(RECORD_KINDS.map(({ name }) => name).toSorted())
  })

  it.each(RECORD_KINDS.map(kind => [kind.name, kind] as const))(
    'lists the fields of %s as they are written',
    (name, { fields, key, part }) => {
      const section = SECTIONS.get(name) ?? ''
      expect(fieldsIn(section.split(/^## /m)[0] ?? '')).toEqual(Object.keys(fields))
      if (key.length > 1) expect(section).toMatch(new RegExp(`[kK]ey \`${key.join(' ')}\``))
      if (part === 'framework.jsonl') expect(PAGE).toContain(`\`${name}\``)
    },
  )

  it('names the files, the format and the limits', () => {
    for (const name of [MANIFEST, ...PARTS]) expect(PAGE).toContain(`| \`${name}\` |`)
    const sample = JSON.parse(/```json\n(.*?)```/s.exec(PAGE)?.[1] ?? '')
    expect(sample).toMatchObject({
      format: PACKAGE_FORMAT,
      version: versionToWrite({
        ...{ levels: 5, rules: [], hasEasyRead: false, hasHands: false },
        hasProtocols: false,
      }),
    })
    const { lineLength, records, ratio, depth } = DEFAULT_PACKAGE_LIMITS
    for (const limit of [lineLength, records]) {
      expect(PAGE.replaceAll('\n', ' ')).toContain(limit.toLocaleString('en-GB'))
    }
    expect(PAGE).toContain(`${ratio} times`)
    expect(PAGE).toContain(`nested ${depth} deep`)
  })

  it('says enough to write a package by hand that is taken and gives back every line', async () => {
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
    const id = (number: number): string => `01994d2e-0000-7000-8000-00000000000${number}`
    const [device, workshop, person, rating, comment] = [1, 2, 3, 5, 7].map(id)
    const now = '2026-03-09T09:00:00.000Z'
    const words = ['A1', 'One', ['Section'], '', '', null, 'new', '', '', '', '', '']
    const hash = sha256(JSON.stringify(['framework-workbook/framework/1', [words]]))
    const own = sha256(JSON.stringify(['framework-workbook/indicator/1', hash, words[0]]))
    const indicator = uuidOf(own)
    const [code, title, section, outcome, definition, dataType, status] = words
    const texts = { source: '', unit: '', population: '', easyRead: '', rationale: '', notes: '' }
    const about = { code, title, section, outcome, definition, dataType, status, ...texts }
    const framework = [
      { kind: 'framework', hash, device, title: 'F', origin: 'file', fileName: '', loadedAt: now },
      { kind: 'indicator', framework: hash, id: indicator, position: 0, ...about },
    ]
    const made = { recordedAt: now, device }
    const where = { title: 'W', date: '2026-03-09', venue: '', groups: ['DfE'] }
    const question = { criterion: 'usability', round: 1 }
    const answer = { ...question, answer: 'level', level: 3, comment: null }
    const how = { wording: 'plain', entry: 'file' }
    const records = [
      { kind: 'device', id: device, since: now, reason: 'created', appVersion: 'by hand' },
      { kind: 'workshop', id: workshop, workshop, ...where, ...made },
      {
        kind: 'participant',
        id: person,
        participant: person,
        workshop,
        code: 'P1',
        group: 'DfE',
        ...made,
      },
      {
        kind: 'rating',
        id: rating,
        participant: person,
        framework: hash,
        indicator,
        ...answer,
        ...how,
        ...made,
      },
      {
        kind: 'comment',
        id: comment,
        participant: person,
        framework: hash,
        indicator,
        ...question,
        text: 'é',
        ...how,
        ...made,
      },
    ]
    const asPart = (lines: readonly object[]): string =>
      lines.map(line => `${JSON.stringify(line)}\n`).join('')
    const contents = [
      { name: 'framework.jsonl', content: asPart(framework) },
      { name: 'records.jsonl', content: asPart(records) },
      { name: 'README.txt', content: 'By hand.' },
    ]
    const manifest = {
      format: 'framework-workbook-package',
      version: 2,
      app: 'by hand',
      device,
      study: { id: id(6), title: 'By hand', scale: 3, madeUp: false, createdAt: now },
      contents: 'everything',
      newest: now,
      parts: Object.fromEntries(
        contents.map(({ name, content }) => [
          name,
          { sha256: sha256(content), bytes: Buffer.byteLength(content) },
        ]),
      ),
      counts: {
        framework: 1,
        indicator: 1,
        device: 1,
        workshop: 1,
        participant: 1,
        rating: 1,
        comment: 1,
      },
    }
    const folder = ownFolder()
    const [path, name] = [join(folder, 'hand.workbook'), 'hand.workbook']
    const zip = makeZip([...contents, { name: 'manifest.json', content: JSON.stringify(manifest) }])
    // The seal: in the place of an empty comment, the digest of all that comes before its length.
    const before = zip.subarray(0, -2)
    const seal = `sha256:${createHash('sha256').update(before).digest('hex')}`
    writeFileSync(path, Buffer.concat([before, Buffer.from([seal.length, 0]), Buffer.from(seal)]))

    const book = join(folder, 'book.sqlite')
    const { workbook, receipt } = await createFromPackages(
      readerWithin,
      book,
      [{ path, name }],
      program,
    )
    expect(receipt.packages[0]).toMatchObject({ accepted: true, read: 7, new: 7, problems: [] })
    const back = unpack(workbook)
    workbook.close()
    expect(`${back.framework.join('\n')}\n`).toBe(asPart(framework))
    expect(`${back.records.join('\n')}\n`).toBe(asPart(records))
  })
})
