import { spawnSync } from 'node:child_process'
import { projectPath } from '../../build/project.ts'
import { run } from './programs.ts'

/** The Python whose libraries read back what we write; `.ci/run` makes one that has them. */
export const python = process.env.WORKBOOK_PYTHON ?? 'python3'

/** Tests whether Python is here with all of these modules. */
export function hasModules(...names: readonly string[]): boolean {
  const code =
    'import sys, importlib.util as u; sys.exit(not all(u.find_spec(n) for n in sys.argv[1:]))'
  return spawnSync(python, ['-c', code, ...names], { stdio: 'ignore' }).status === 0
}

/** Runs a script that lies under `test`, and gives the JSON that it printed. */
export function runPython<T>(script: string, folder: string, ...args: readonly string[]): T {
  return JSON.parse(run(python, [projectPath(`test/${script}`), ...args], folder))
}
