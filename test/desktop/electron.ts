import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../../build/project.ts'

/** The Node-API that better-sqlite3 needs; an Electron that is older runs the engine on our Node. */
const NODE_API_NEEDED = 10

/** An Electron to test on. */
export interface TestElectron {
  readonly program: string
  /** The Node to run the engine on; undefined where Electron can run it itself. */
  readonly engineNode: string | undefined
}

/**
 * The Electron of ELECTRON_OVERRIDE_DIST_PATH, or the one that the electron package has fetched;
 * undefined when there is neither.
 */
export function findElectron(): TestElectron | undefined {
  const program = programOf(process.env.ELECTRON_OVERRIDE_DIST_PATH)
  if (!existsSync(program)) return undefined
  return {
    program,
    engineNode: nodeApiOf(program) < NODE_API_NEEDED ? process.execPath : undefined,
  }
}

function programOf(folder: string | undefined): string {
  const fetched = projectPath('node_modules/electron/path.txt')
  const name = existsSync(fetched) ? readFileSync(fetched, 'utf8') : 'electron'
  return join(folder ?? projectPath('node_modules/electron/dist'), name)
}

function nodeApiOf(program: string): number {
  const version = execFileSync(program, ['-p', 'process.versions.napi'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  })
  return Number.parseInt(version, 10)
}
