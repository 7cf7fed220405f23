import { WorkbookError } from '../engine/errors.ts'
import { plainCode } from '../engine/frameworks/plain-code.ts'
import { knownFramework } from '../engine/frameworks/prepare-version.ts'
import type { ReadableStore } from '../engine/store/store.ts'
import type { VersionDecision } from '../shared/model/versions.ts'
import { CommandFailure } from './failure.ts'

/** What was said on the command line about indicators of a changed framework, by their codes. */
export interface MatchOptions {
  readonly same?: readonly string[]
  readonly split?: readonly string[]
  readonly new?: readonly string[]
}

/** The decisions that options name. Throws UNKNOWN_INDICATOR for a code that no version has. */
export function decisionsOf(store: ReadableStore, options: MatchOptions): VersionDecision[] {
  const { inUse, earlier } = knownFramework(store)
  // Those in use come last, so that they win over retired ones of the same code.
  const ids = new Map([...earlier, ...inUse].map(({ code, id }) => [plainCode(code), id]))
  const paired = (pairs: readonly string[] = [], means: 'same' | 'split'): VersionDecision[] =>
    pairs.map(pair => {
      const [code = '', old = ''] = pair.split('=')
      const indicator = ids.get(plainCode(old))
      if (old === '') throw new CommandFailure(`Give two codes, as in --${means} C1.4=C1.3.`, 2)
      if (!indicator) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: old })
      return { code, means, indicator }
    })
  return [
    ...paired(options.same, 'same'),
    ...paired(options.split, 'split'),
    ...(options.new ?? []).map((code): VersionDecision => ({ code, means: 'new' })),
  ]
}
