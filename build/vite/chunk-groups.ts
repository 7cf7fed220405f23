import { normalizePath, type Rolldown } from 'vite'
import { projectPath } from '../project.ts'

/** The ways in: a command line, and the page of the browser front, which comes before its engine. */
const WAYS_IN = ['cli/main.ts', 'cli/commands/serve.ts', 'server/browser-front.ts']

/** The process that reads one file of somebody else's, which loads what that file needs and nothing besides. */
const READER = 'engine/reader-main.ts'

/**
 * The chunks that are not left to chance: what a start needs at once, apart from what most commands have in common, which
 * would be a hundred files otherwise. What a reader loads stands in neither.
 */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  const starts = reachable(WAYS_IN, info => info.importedIds)
  const reads = reachable([READER], info => [...info.importedIds, ...info.dynamicallyImportedIds])
  const unlessRead =
    (chunk: string, isIn: Reaches = () => true): Rolldown.CodeSplittingNameFunction =>
    (id, modules) =>
      isIn(id, modules) && !reads(id, modules) ? chunk : null
  return [
    { debugName: 'start', name: unlessRead('start', starts), priority: 2 },
    { debugName: 'common', name: unlessRead('common'), priority: 1, minShareCount: 8 },
  ]
}

type Reaches = (id: string, modules: Rolldown.ChunkingContext) => boolean

/** Tests whether a module is one of some ways in, or behind one by the imports that `next` names. */
function reachable(
  waysIn: readonly string[],
  next: (info: Rolldown.ModuleInfo) => readonly string[],
): Reaches {
  let found: Set<string> | undefined
  return (id, modules) => {
    if (!found) {
      // Modules are named with slashes, on Windows too.
      found = new Set(waysIn.map(way => normalizePath(projectPath(way))))
      // A set that grows while it is gone through is gone through to its end.
      for (const one of found) {
        const info = modules.getModuleInfo(one)
        for (const imported of info ? next(info) : []) found.add(imported)
      }
    }
    return found.has(id)
  }
}
