import { buildIfStale } from '../../../build/build.ts'

/** Builds what the tests and the pictures open, however they are started; Playwright calls it once. */
export default (): Promise<void> => buildIfStale(['renderer', 'node'])
