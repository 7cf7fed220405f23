/**
 * Has libraries be what they are for people's use in bundles for Node, where only a browser's bundle is otherwise built
 * so: React draws charts several times slower for developers.
 */
export const PRODUCTION = { 'process.env.NODE_ENV': JSON.stringify('production') } as const
