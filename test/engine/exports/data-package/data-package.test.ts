import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, vi } from 'vitest'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { ExportScope } from '../../../../shared/model/exports.ts'
import { isInstalled, run, unzip } from '../../../helpers/programs.ts'
import { ownFolder, sampleWorkbook } from '../../../helpers/sample-workbook.ts'
import { exported, ratedWorkbook } from '../exported.ts'
import { GROUPS, hostileWorkbook } from '../hostile-workbook.ts'

interface Field {
  readonly name: string
  readonly type: string
  readonly title: string
  readonly description: string
  readonly format?: string
  readonly constraints?: {
    readonly required?: boolean
    readonly minimum?: number
    readonly maximum?: number
    readonly enum?: readonly string[]
  }
}

interface Resource {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly hash: string
  readonly type: string
  readonly schema: {
    readonly fields: readonly Field[]
    readonly missingValues: readonly { readonly value: string; readonly label: string }[]
    readonly primaryKey?: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

interface Descriptor {
  readonly $schema: string
  readonly name: string
  readonly created: string
  readonly resources: readonly Resource[]
}

type Record_ = Readonly<Record<string, string>>

/** A data package as another program reads it. */
async function packageOf(workbook: Workbook, scope: ExportScope = { round: 1 }) {
  const parts = await unzip(await exported(workbook, 'zip', scope))
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? ''
  const descriptor: Descriptor = JSON.parse(text('datapackage.json'))
  const rows = (name: string): readonly Record_[] => {
    const path = descriptor.resources.find(resource => resource.name === name)?.path ?? ''
    return parse(text(path), { columns: true })
  }
  return { parts, text, descriptor, rows }
}

const DATA_PACKAGE_2 = 'https://datapackage.org/profiles/2.0/datapackage.json'

const PATTERNS: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  string: /^/,
}

/** The violation of a field's constraints by a value, in words; null if there is none. */
function faultOf({ name, type, constraints = {} }: Field, value: string, missing: boolean) {
  if (missing) return constraints.required ? `${name} is missing` : null
  if (!PATTERNS[type]?.test(value)) return `${name} ${value} is no ${type}`
  if (constraints.enum && !constraints.enum.includes(value)) return `${name} ${value} is not listed`
  const { minimum = -Infinity, maximum = Infinity } = constraints
  const isNumber = type === 'integer' || type === 'number'
  return isNumber && (Number(value) < minimum || Number(value) > maximum)
    ? `${name} ${value} is out of range`
    : null
}

const keyOf = (row: Record_, fields: readonly string[]) =>
  JSON.stringify(fields.map(field => row[field]))

describe('the description of a data package', () => {
  it('has what version 2 of the specification asks for, and the names it allows', async () => {
    const { descriptor, parts } = await packageOf(hostileWorkbook())
    expect(descriptor).toMatchObject({ $schema: DATA_PACKAGE_2, name: 'fruhling-draft-1' })
    expect(descriptor.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    const names = descriptor.resources.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, path, bytes, hash, type, schema } of descriptor.resources) {
      const part = parts.get(path)
      expect(name).toMatch(/^[-a-z0-9._/]+$/)
      expect(type).toBe('table')
      expect(bytes).toBe(part?.length)
      expect(hash).toBe(
        `sha256:${createHash('sha256')
          .update(part ?? '')
          .digest('hex')}`,
      )
      const fields = schema.fields.map(field => field.name)
      expect(new Set(fields).size).toBe(fields.length)
      for (const field of schema.fields) {
        expect(Object.keys(PATTERNS)).toContain(field.type)
        expect(field.title.length, field.name).toBeGreaterThan(3)
        expect(field.description.length, field.name).toBeGreaterThan(3)
      }
      for (const key of schema.primaryKey ?? []) expect(fields).toContain(key)
      for (const { fields: from, reference } of schema.foreignKeys ?? []) {
        const target = descriptor.resources.find(other => other.name === reference.resource)
        const there = target?.schema.fields.map(field => field.name)
        expect(fields).toEqual(expect.arrayContaining([...from]))
        expect(there).toEqual(expect.arrayContaining([...reference.fields]))
      }
    }
  })

  it.each<ExportScope>([
    { round: 1 },
    { round: 3, people: 'pseudonyms', hideUnder: 5, quantile: 'R-6' },
  ])('is kept to by every value, key and reference of %o', async scope => {
    const { descriptor, rows, text } = await packageOf(hostileWorkbook(), scope)
    for (const { name, path, schema } of descriptor.resources) {
      const [headings] = parse(text(path), { to: 1 }) as string[][]
      expect(headings).toEqual(schema.fields.map(field => field.name))
      const faults = rows(name).flatMap(row =>
        schema.fields.map(field => {
          const value = row[field.name] ?? ''
          return faultOf(
            field,
            value,
            schema.missingValues.some(one => one.value === value),
          )
        }),
      )
      expect(faults.filter(fault => fault !== null)).toEqual([])
      const keys = rows(name).map(row => keyOf(row, schema.primaryKey ?? Object.keys(row)))
      expect(new Set(keys).size, name).toBe(keys.length)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const there = new Set(rows(reference.resource).map(row => keyOf(row, reference.fields)))
        const used = rows(name).filter(row => fields.some(field => row[field] !== ''))
        expect(used.filter(row => !there.has(keyOf(row, fields)))).toEqual([])
      }
    }
  })

  it.runIf(isInstalled('frictionless'))(
    'is taken by the program frictionless, where installed, with every row',
    async () => {
      const folder = ownFolder()
      for (const [name, bytes] of (await packageOf(hostileWorkbook())).parts) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), bytes)
      }
      const said = run('frictionless', ['validate', 'datapackage.json', '--json'], folder)
      expect(JSON.parse(said)).toMatchObject({ valid: true, stats: { errors: 0 } })
    },
    60_000,
  )

  it('is of a package that can be had before anything was rated', async () => {
    const { rows, text } = await packageOf(sampleWorkbook())
    expect(rows('ratings')).toEqual([])
    expect(rows('results')).toHaveLength(6)
    expect(text('methods.md')).toContain('No ratings have been given yet.')
    expect(text('methods.md')).toContain('There was nobody who could have answered.')
  })
})

describe('the tables of a data package', () => {
  it('have every rating in long form, and the same answers in wide form', async () => {
    const { rows, descriptor } = await packageOf(hostileWorkbook())
    const wide = rows('ratings-wide')
    expect(rows('ratings')).toHaveLength(21)
    // Seven people in two rounds, whether they answered or not.
    expect(wide).toHaveLength(14)
    const fields = descriptor.resources.find(({ name }) => name === 'ratings-wide')?.schema.fields
    const answers = fields?.slice(5).map(({ name }) => name) ?? []
    expect(answers).toHaveLength(16)
    const levels = wide.flatMap(row => answers.map(name => row[name]).filter(value => value !== ''))
    expect(levels.toSorted()).toEqual(
      // Of ada's two answers in conflict neither is there.
      [
        '-2',
        ...Array(5).fill('-1'),
        '1',
        '1',
        '2',
        '3',
        '4',
        '5',
        ...Array(6).fill('4'),
      ].toSorted(),
    )
  })

  it('have names that statistics programs take, none twice, whatever the codes', async () => {
    const { descriptor } = await packageOf(hostileWorkbook())
    const names = descriptor.resources.flatMap(({ schema }) =>
      schema.fields.map(({ name }) => name),
    )
    for (const name of names) expect(name).toMatch(/^[a-z](\w{0,30}[A-Za-z0-9])?$/)
    const wide = descriptor.resources.find(({ name }) => name === 'ratings-wide')?.schema.fields
    const lower = wide?.map(({ name }) => name.toLowerCase()) ?? []
    expect(new Set(lower).size).toBe(21)
    expect(wide?.slice(5, 9).map(({ name }) => name)).toEqual([
      'useful_A1',
      'useful_a_1',
      'useful_A_1_2',
      'useful_A_1_3',
    ])
  })

  it('have no text that a spreadsheet takes for a formula, and say so of groups', async () => {
    const { rows, descriptor, parts } = await packageOf(hostileWorkbook())
    expect(rows('participants').map(({ group }) => group)).toContain(`'${GROUPS[0]}`)
    const cells = [...parts].flatMap(([name, part]) =>
      name.endsWith('.csv') ? (parse(part, { from: 2 }) as string[][]).flat() : [],
    )
    expect(cells.filter(cell => /^[=+@\t\r]/.test(cell) || /^-(?!\d+(\.|$))/.test(cell))).toEqual(
      [],
    )
    const participants = descriptor.resources.find(({ name }) => name === 'participants')
    expect(participants?.schema.fields[3]?.constraints?.enum).toContain(`'${GROUPS[0]}`)
  })

  it('leave out what people wrote where that was chosen', async () => {
    const { workbook } = ratedWorkbook()
    const { parts } = await packageOf(workbook, { round: 1, comments: false })
    expect([...parts.keys()]).not.toContain('data/comments.csv')
    expect([...parts.values()].map(String).join()).not.toContain('Why?')
  })

  it('explain every field in the codebook, and no other', async () => {
    const { descriptor, text } = await packageOf(hostileWorkbook())
    const fields = descriptor.resources.flatMap(({ name, schema }) =>
      schema.fields.map(field => `${name.replaceAll('-', '_')} ${field.name}`),
    )
    const rows: readonly Record_[] = parse(text('codebook.csv'), { columns: true })
    expect(rows.map(({ table, field }) => `${table} ${field}`)).toEqual(fields)
    for (const row of rows) expect(text('codebook.md')).toContain(`\`${row.field}\``)
  })
})

describe('the files of a data package', () => {
  it('are the same bytes whenever they are made from the same records and choices', async () => {
    const workbook = hostileWorkbook()
    const scope: ExportScope = { round: 1, people: 'pseudonyms', hideUnder: 3 }
    const first = await exported(workbook, 'zip', scope)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    const later = await exported(workbook, 'zip', scope)
    vi.useRealTimers()
    expect(later.equals(first)).toBe(true)
  })

  it('say in the methods who took part, by which rule they were judged, and what is missing', async () => {
    const { text } = await packageOf(hostileWorkbook())
    const methods = text('methods.md')
    expect(methods).toContain('7 participants took part in one workshop')
    expect(methods).toContain('There were 2 rounds of rating.')
    expect(methods).toContain('Round 3: 6 participants answered anything.')
    expect(methods).toContain('(percent-75, version 2)')
    expect(JSON.parse(text('rule.json'))).toMatchObject({ name: 'percent-75', version: 2 })
    expect(methods).toMatch(/In round 1, 112 answers could have been given: 6 \(5%\) were a level/)
  })
})
