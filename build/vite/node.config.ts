import { defineConfig } from 'vite'
import { projectPath } from '../project.ts'
import { chunkGroups } from './chunk-groups.ts'
import { engineFiles } from './engine-files.ts'
import { PRODUCTION_ENGINE } from './production.ts'

/**
 * The command line, the browser front and the reader process, for Node 24. Packages stay outside, as
 * they are installed beside the bundle, except those that every reader loads: reading them from many
 * files takes longer than reading a small package, and React, which outside would be the one for
 * developers. All chunks are in one folder, so that each finds the reader beside it.
 */
export default defineConfig({
  root: projectPath(''),
  publicDir: false,
  plugins: [engineFiles()],
  define: PRODUCTION_ENGINE,
  ssr: {
    noExternal: [
      /^(zod|uuid|yauzl|yazl|age-encryption|react|react-dom|commander)$/,
      /^@(orpc|noble|scure)\//,
    ],
  },
  build: {
    ssr: true,
    outDir: projectPath('dist/node'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        cli: projectPath('cli/main.ts'),
        server: projectPath('server/browser-front.ts'),
        reader: projectPath('engine/reader-main.ts'),
      },
      output: {
        entryFileNames: '[name].mjs',
        chunkFileNames: 'chunk-[name]-[hash].mjs',
        // Each group takes what it names, and not what that imports, which may be a reader's.
        codeSplitting: { groups: chunkGroups(), includeDependenciesRecursively: false },
      },
    },
  },
})
