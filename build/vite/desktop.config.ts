import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin, UserConfig } from 'vite'
import { renderIcon } from '../icons/icons.ts'
import { projectPath } from '../project.ts'
import { engineFiles } from './engine-files.ts'
import { NATIVE } from './native.ts'
import { PRODUCTION_ENGINE } from './production.ts'

/**
 * The bundles of the desktop shell, each whole in one file: a sandboxed preload can load no other, and
 * the packaged program carries no packages but those with binaries, and not the `main-on-node` that is for trying alone.
 * Only the engine has what exports, draws and encrypts beside it: more than half of its code, which no start waits for.
 * CommonJS for Node 18, so that the same build runs in every Electron that the shell is tested on.
 */
export const desktopConfigs: readonly UserConfig[] = [
  bundle('main', 'electron/main/main.ts', [windowIcon()]),
  bundle('main-on-node', 'electron/main/main-on-node.ts'),
  bundle('preload', 'electron/preload.ts'),
  bundle('engine', 'electron/engine-process/engine-process.ts', [engineFiles()]),
  bundle('reader', 'electron/reader-process.ts'),
]

function bundle(name: string, entry: string, plugins: Plugin[] = []): UserConfig {
  return {
    root: projectPath(''),
    publicDir: false,
    plugins,
    define: PRODUCTION_ENGINE,
    ssr: { noExternal: true, external: ['electron', ...NATIVE] },
    build: {
      ssr: true,
      outDir: projectPath('dist/desktop'),
      // The bundles share a folder; the first one clears it.
      emptyOutDir: name === 'main',
      target: 'node18',
      minify: false,
      rolldownOptions: {
        input: { [name]: projectPath(entry) },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: `${name}-[name].cjs`,
          codeSplitting: name === 'engine',
        },
      },
    },
  }
}

/** Puts the window's own icon beside the bundle; Linux takes it from there. */
function windowIcon(): Plugin {
  return {
    name: 'window-icon',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The bundle needs a folder (build.outDir).')
      await writeFile(join(dir, 'icon.png'), renderIcon(256))
    },
  }
}
