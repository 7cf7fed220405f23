import { DATA_PACKAGE } from '../../../shared/messages/data-package.ts'
import { neutralise } from '../../files/write/csv.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Field } from '../tables/field.ts'
import type { MeasuredTable } from './measured-csv.ts'

/** The description of a Frictionless Data Package, version 2: what each file and field holds. */
export function descriptor(
  material: ExportMaterial,
  tables: readonly MeasuredTable[],
): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slug(material.title),
    title: material.title,
    description: DATA_PACKAGE.description(material.madeUp),
    created: material.newest,
    keywords: DATA_PACKAGE.keywords,
    licenses: [{ name: 'other-closed', title: DATA_PACKAGE.license }],
    contributors: [{ title: DATA_PACKAGE.authors, roles: ['creator'] }],
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
    type: 'table',
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
    ...(labels && {
      categories: labels.map(({ value, label: is }) => ({ value, label: is })),
      categoriesOrdered: true,
    }),
    ...(constraints && {
      constraints: { ...others, ...(values && { enum: values.map(neutralise) }) },
    }),
  }
}

/** The values of a table that stand for none, and what for; numbers do so in a table with such alone. */
function missingValues(fields: readonly Field[]): readonly unknown[] {
  const found = new Map([['', DATA_PACKAGE.missing as string]])
  for (const { value, label } of fields.flatMap(({ missing = [] }) => missing)) {
    found.set(String(value), label)
  }
  return [...found].map(([value, label]) => ({ value, label }))
}
