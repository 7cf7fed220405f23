import { type ColumnWords, RATING_WORDS, TABLE_WORDS } from '../../../shared/messages/exports.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import type { Level } from '../../../shared/model/scale.ts'
import { CRITERIA, type Criterion, DATA_TYPES, STATUSES } from '../../../shared/model/vocabulary.ts'
import { type VersionedIndicator, versionedIndicators } from '../material/framework-parts.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Column } from '../sheets/columns.ts'
import { FRAMEWORK_COLUMNS } from '../sheets/indicator-columns.ts'
import { type DataTable, dataTable, type FieldOf, fieldOf, labelFrom } from './field.ts'
import { OF_INDICATOR } from './people-tables.ts'

/** An indicator of the table, and its place in the framework; null for one of an earlier version. */
interface PlacedIndicator {
  readonly indicator: Indicator
  readonly position: number | null
}

/** Names that would say something else in a table that others refer to. */
const RENAMED: Readonly<Record<string, string>> = { code: 'indicator', indicator: 'title' }

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  data_type: DATA_TYPES,
  status: STATUSES,
}

/**
 * The indicators of the framework in use and, without a place in it, those that were rated only in
 * earlier versions.
 */
export function frameworkTable(material: ExportMaterial): DataTable {
  return dataTable<PlacedIndicator>({
    name: 'framework',
    title: 'Framework of indicators',
    primaryKey: ['indicator'],
    hasLongTexts: true,
    fields: [...FRAMEWORK_COLUMNS.map(fieldOfIndicator), POSITION],
    items: () => [
      ...material.framework.indicators.map((indicator, index) => ({
        indicator,
        position: index + 1,
      })),
      ...material.earlierIndicators.map(indicator => ({ indicator, position: null })),
    ],
  })
}

/** Every word of every indicator in every framework version: what people had before them when they rated. */
export function frameworkVersionsTable(material: ExportMaterial): DataTable {
  const ofVersion = (
    name: 'framework' | 'loaded_at' | 'indicator',
    words: ColumnWords,
    value: FieldOf<VersionedIndicator>['value'],
  ): FieldOf<VersionedIndicator> => ({
    ...{ name, type: 'string', label: labelFrom(words), words, value },
    constraints: { required: true },
  })
  const words = FRAMEWORK_COLUMNS.map(column => {
    const field: FieldOf<VersionedIndicator> = fieldOfIndicator(column)
    return column.name === 'code'
      ? { ...field, name: 'code', words: TABLE_WORDS.versionCode }
      : field
  })
  return dataTable<VersionedIndicator>({
    name: 'framework_versions',
    title: 'Words of every framework version',
    primaryKey: ['framework', 'indicator'],
    foreignKeys: [OF_INDICATOR],
    hasLongTexts: true,
    fields: [
      ofVersion('framework', TABLE_WORDS.version, ({ version }) => version.hash),
      ofVersion('indicator', RATING_WORDS.indicator, ({ indicator }) =>
        material.codeOf(indicator.id),
      ),
      {
        ...ofVersion('loaded_at', TABLE_WORDS.loadedAt, ({ version }) => version.loadedAt),
        type: 'datetime',
      },
      ...words,
      {
        ...POSITION,
        words: TABLE_WORDS.versionPosition,
        label: labelFrom(TABLE_WORDS.versionPosition),
      },
    ],
    items: () => versionedIndicators(material),
  })
}

function fieldOfIndicator(column: Column<Indicator>): FieldOf<PlacedIndicator> {
  const values = ENUMS[column.name]
  const isRequired = column.name === 'code' || column.name === 'indicator'
  return {
    ...fieldOf(column),
    name: RENAMED[column.name] ?? column.name,
    ...(values && { constraints: { enum: values } }),
    ...(isRequired && { constraints: { required: true } }),
    value: ({ indicator }) => column.value(indicator),
  }
}

const POSITION: FieldOf<PlacedIndicator> = {
  name: 'position',
  type: 'integer',
  label: labelFrom(TABLE_WORDS.position),
  words: TABLE_WORDS.position,
  constraints: { minimum: 1 },
  value: ({ position }) => position,
}

interface LevelOfCriterion extends Level {
  readonly criterion: Criterion
}

/** The names of the levels. */
export function levelsTable({ scale }: ExportMaterial): DataTable {
  const { criterion, level, label } = RATING_WORDS
  return dataTable<LevelOfCriterion>({
    name: 'levels',
    title: 'Levels of the scale',
    primaryKey: ['criterion', 'level'],
    fields: [
      {
        name: 'criterion',
        type: 'string',
        label: labelFrom(criterion),
        words: criterion,
        constraints: { required: true, enum: CRITERIA },
        value: of => of.criterion,
      },
      {
        name: 'level',
        type: 'integer',
        label: labelFrom(level),
        words: level,
        constraints: { required: true, minimum: 1, maximum: scale.length },
        value: of => of.value,
      },
      {
        name: 'label',
        type: 'string',
        label: labelFrom(label),
        words: label,
        value: of => of.label,
      },
    ],
    items: () =>
      CRITERIA.flatMap(criterion => scale.levels[criterion].map(of => ({ ...of, criterion }))),
  })
}
