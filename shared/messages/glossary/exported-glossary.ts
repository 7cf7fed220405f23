import { words } from '../exports.ts'

/** The name of the glossary's sheet; as the sheet of a framework's file it is read again. */
export const GLOSSARY_SHEET = 'Glossary'

/** The columns of the glossary, under headings by which it is read again. */
export const GLOSSARY_COLUMN_WORDS = {
  term: words('Word that the framework uses; no two are the same.'),
  other_forms: words('Other forms that mean the same, parted by semicolons.'),
  meaning: words('What the term means, as it is shown to people who rate.'),
  plain_meaning: words('What it means in plain words and easy read; empty where that is the same.'),
} as const
