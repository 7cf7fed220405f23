import type { Writable } from 'node:stream'
import { DATA_PACKAGE } from '../../../shared/messages/data-package.ts'
import { choiceSentences } from '../../../shared/messages/report.ts'
import { neutralise } from '../../files/write/csv.ts'
import { writeZip, type ZipPart } from '../../files/write/zip.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Field } from '../tables/field.ts'
import { dataTables } from '../tables/tables.ts'
import { codebookCsv, codebookMarkdown, methods, packageReadme } from './documents.ts'
import { type MeasuredTable, measuredCsv, pathOf } from './measured-csv.ts'
import { rScript } from './r.ts'
import { recomputeScript } from './recompute-r.ts'
import { spssScript } from './spss.ts'
import { stataScript } from './stata.ts'

/**
 * Writes a data package and ends the stream. The tables come first, row by row; what describes them
 * is written when it is known how long their texts are.
 */
export async function writeDataPackage(out: Writable, material: ExportMaterial): Promise<void> {
  const tables: MeasuredTable[] = []
  const data = dataTables(material).map(
    (table): ZipPart => ({
      name: pathOf(table),
      open: () => measuredCsv(table, measured => tables.push(measured)),
    }),
  )
  const text = (name: string, write: () => string): ZipPart => ({ name, open: () => [write()] })
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  await writeZip(out, material.newest, [
    ...data,
    text('datapackage.json', () => json(descriptor(material, tables))),
    text('rule.json', () => json(material.results.ruleUsed)),
    text('codebook.csv', () => codebookCsv(tables)),
    text('codebook.md', () => codebookMarkdown(material, tables)),
    text('methods.md', () => methods(material)),
    text('load.sps', () => spssScript(material, tables)),
    text('load.do', () => stataScript(material, tables)),
    text('load.R', () => rScript(material, tables)),
    // It reads every row and who was asked, which research alone has.
    ...(material.release === 'research'
      ? [text('recompute.R', () => recomputeScript(material))]
      : []),
    text('README.md', () =>
      packageReadme(material, tables, [...choiceSentences(material.scope), ...material.audited]),
    ),
  ])
}

/** The description of a Frictionless Data Package, version 1: what each file and field holds. */
function descriptor(
  material: ExportMaterial,
  tables: readonly MeasuredTable[],
): Readonly<Record<string, unknown>> {
  return {
    profile: 'tabular-data-package',
    name: slug(material.title),
    title: material.title,
    description: DATA_PACKAGE.description(material.madeUp),
    created: material.newest,
    keywords: DATA_PACKAGE.keywords,
    release: material.release,
    resources: tables.map(resource),
  }
}

/** A name that is safe in an address: lower case, without spaces. */
function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain || 'workbook'
}

function resource({ table, path, bytes, sha256 }: MeasuredTable): unknown {
  return {
    profile: 'tabular-data-resource',
    name: table.name.replaceAll('_', '-'),
    title: table.title,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: {
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminator: '\n',
      header: true,
    },
    schema: {
      fields: table.fields.map(schemaField),
      missingValues: missingValues(table.fields),
      ...(table.primaryKey.length > 0 && { primaryKey: table.primaryKey }),
      ...(table.foreignKeys.length > 0 && {
        foreignKeys: table.foreignKeys.map(key => ({
          fields: key.fields,
          reference: { resource: key.table.replaceAll('_', '-'), fields: key.references },
        })),
      }),
    },
  }
}

const DATETIME = '%Y-%m-%dT%H:%M:%S.%fZ'

function schemaField({ name, type, label, words, constraints, labels }: Field): unknown {
  const { enum: values, ...others } = constraints ?? {}
  const meaning = words.unit === '' ? words.meaning : `${words.meaning} In: ${words.unit}.`
  return {
    name,
    title: label,
    type,
    ...(type === 'datetime' && { format: DATETIME }),
    description: labels
      ? `${meaning} ${labels.map(({ value, label: is }) => `${value} = ${is}`).join('; ')}.`
      : meaning,
    ...(constraints && {
      constraints: { ...others, ...(values && { enum: values.map(neutralise) }) },
    }),
  }
}

/** The spec has one list for a table, so that a number can stand for no value in one with such. */
function missingValues(fields: readonly Field[]): readonly string[] {
  const numbers = fields.flatMap(({ missing = [] }) => missing.map(({ value }) => String(value)))
  return ['', ...new Set(numbers)]
}
