import { basename } from 'node:path'
import { build } from 'vite'
import { projectPath } from '../../build/project.ts'
import { engineFiles } from '../../build/vite/engine-files.ts'
import { NATIVE } from '../../build/vite/native.ts'

/**
 * Bundles a script that a test starts hundreds of times, as its sources take longer to start than what
 * is tested; gives the path of the bundle.
 */
export async function bundleScript(script: string): Promise<string> {
  const name = basename(script, '.ts')
  // Within the project, so that what stays outside the bundle is found.
  const outDir = projectPath(`dist/test/${name}`)
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectPath(''),
    publicDir: false,
    plugins: [engineFiles()],
    ssr: { noExternal: true, external: [...NATIVE] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: true,
      rolldownOptions: {
        input: { [name]: projectPath(script) },
        // Beside the entry, as what they read lies beside it.
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name]-[hash].mjs' },
      },
    },
  })
  return `${outDir}/${name}.mjs`
}
