import { chartOperations } from './operations/charts.ts'
import { conflictOperations } from './operations/conflicts.ts'
import { discussionOperations } from './operations/discussion.ts'
import { exchangeOperations } from './operations/exchange.ts'
import { os, type RouterParts } from './operations/implement.ts'
import { keyOperations } from './operations/keys.ts'
import { libraryOperations } from './operations/library.ts'
import { peopleOperations } from './operations/people.ts'
import { provenanceOperations } from './operations/provenance.ts'
import { resultOperations } from './operations/results.ts'
import { roundOperations } from './operations/rounds.ts'
import { ruleOperations } from './operations/rules.ts'
import { versionOperations } from './operations/versions.ts'
import { workshopOperations } from './operations/workshops.ts'

export type EngineRouter = ReturnType<typeof createRouter>

/** Maps each operation of the contract to the function that does it, and does nothing else. */
export function createRouter(parts: RouterParts) {
  return os.router({
    ...libraryOperations(parts),
    ...exchangeOperations(parts),
    ...versionOperations(parts),
    ...workshopOperations(parts),
    ...resultOperations(parts),
    ...discussionOperations(parts),
    ...roundOperations(parts),
    ...ruleOperations(parts),
    ...chartOperations(parts),
    ...conflictOperations(parts),
    ...peopleOperations(parts),
    ...keyOperations(parts),
    ...provenanceOperations(parts),
  })
}
