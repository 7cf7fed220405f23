import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../../build/project.ts'

/** An Electron to test on. */
export interface TestElectron {
  readonly program: string
  /** Tells if it loads the database, so that the engine can run in it; an older one needs a Node of its own for that. */
  readonly runsEngine: boolean
}

/**
 * The Electron of ELECTRON_OVERRIDE_DIST_PATH, or the one that the electron package has fetched;
 * undefined when there is neither.
 */
export function findElectron(): TestElectron | undefined {
  const program = programOf(process.env.ELECTRON_OVERRIDE_DIST_PATH)
  return existsSync(program) ? { program, runsEngine: loadsDatabase(program) } : undefined
}

function programOf(folder: string | undefined): string {
  const fetched = projectPath('node_modules/electron/path.txt')
  const name = existsSync(fetched) ? readFileSync(fetched, 'utf8') : 'electron'
  return join(folder ?? projectPath('node_modules/electron/dist'), name)
}

// Asked of the program itself, as a version would not say what was built or preloaded into it.
function loadsDatabase(program: string): boolean {
  try {
    execFileSync(program, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], {
      cwd: projectPath(''),
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}
