import { sourcesDigest } from './sources-digest.ts'

/**
 * Has libraries be what they are for people's use in bundles for Node, where only a browser's bundle is otherwise built
 * so: React draws charts several times slower for developers.
 */
export const PRODUCTION = { 'process.env.NODE_ENV': JSON.stringify('production') } as const

/** The same for the bundles that hold the engine, which tells by what sources it was built. */
export const PRODUCTION_ENGINE = {
  ...PRODUCTION,
  'process.env.WORKBOOK_BUILD': JSON.stringify(sourcesDigest(['engine', 'shared'])),
} as const
