import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { projectPath } from '../project.ts'

/** Copies what the engine reads at run time from beside its own file, its migrations, to beside the bundle. */
export function engineFiles(): Plugin {
  return {
    name: 'engine-files',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The bundle needs a folder (build.outDir).')
      await cp(projectPath('engine/store/migrations'), join(dir, 'migrations'), { recursive: true })
    },
  }
}
