import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { projectPath } from '../project.ts'

const FILES = [
  ['engine/store/migrations', 'migrations'],
  ['engine/files/pictures/fonts', 'fonts'],
  ['node_modules/@resvg/resvg-wasm/index_bg.wasm', 'resvg.wasm'],
] as const

/**
 * Copies the files that the engine reads at run time to the folder of the bundle: its migrations, fonts
 * and the renderer of pictures.
 */
export function engineFiles(): Plugin {
  return {
    name: 'engine-files',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The bundle needs a folder (build.outDir).')
      for (const [from, to] of FILES)
        await cp(projectPath(from), join(dir, to), { recursive: true })
    },
  }
}
