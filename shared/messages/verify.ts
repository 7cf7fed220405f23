const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

/** What each check of a workbook says: `sound` when it holds, the other words when it does not. */
export const verifyWords = {
  opens: { sound: 'It opens as a workbook.' },
  integrity: {
    sound: 'Every page and index of the file is whole.',
    broken: (first: string): string => `The file is damaged: ${first}.`,
  },
  references: {
    sound: 'Every record that another one names is there.',
    broken: (count: number, tables: readonly string[]): string =>
      `${counted(count, 'record names', 'records name')} one that is not there, in ${tables.join(', ')}.`,
  },
  schema: {
    sound: 'It has exactly the tables of this format.',
    broken: 'Its tables are not those of this format.',
  },
  durability: {
    sound: 'What is saved is on the disk before it counts as saved.',
    broken: (settings: readonly string[]): string =>
      `This disk does not keep what is saved: ${settings.join(', ')}.`,
  },
  ratings: {
    sound: 'Every rating is of an indicator of its framework and a level of the scale.',
    broken: (offScale: number, without: number): string =>
      `${counted(offScale, 'rating is', 'ratings are')} off the scale and ` +
      `${counted(without, 'is', 'are')} of no indicator of the framework.`,
  },
  supersessions: {
    sound: 'Every record that takes the place of another is about the same.',
    broken: (count: number): string =>
      `${counted(count, 'record takes', 'records take')} the place of one that is about something else or not there.`,
  },
  receipts: {
    sound: 'Every record that came with a package is here and says what it said when it came.',
    broken: (what: readonly string[]): string =>
      `These do not agree with what is here: ${what.join(', ')}.`,
  },
  frameworks: {
    sound: 'Every framework version is word for word what its hash says.',
    broken: (hashes: readonly string[]): string =>
      `The words of the framework ${hashes.join(', ')} are not those that were loaded.`,
  },
} as const
