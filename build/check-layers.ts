import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformWithOxc } from 'vite'
import { projectPath } from './project.ts'

const LAYERS = ['shared', 'engine', 'server', 'cli', 'electron', 'renderer']

/**
 * Checks who imports whom with dependency-cruiser, by the rules in `dependency-cruiser.cjs`. It reads
 * TypeScript with the compiler's programming interface, which TypeScript 7 no longer has, so it is
 * given JavaScript: every source as `<name>.ts.js` in a folder of the same shape, where an import of
 * `<name>.ts` finds it.
 */
async function checkLayers(): Promise<number> {
  const mirror = projectPath('dist/layers')
  rmSync(mirror, { recursive: true, force: true })
  for (const layer of LAYERS) mkdirSync(join(mirror, layer), { recursive: true })
  for (const file of listSources('{ts,tsx}')) {
    const source = typeImportsAsImports(readFileSync(projectPath(file), 'utf8'))
    const { code } = await transformWithOxc(source, file, {
      typescript: { onlyRemoveTypeImports: true },
    })
    writeFileSync(placeIn(mirror, `${file}.js`), code)
  }
  for (const file of [...listSources('css'), 'package.json']) {
    copyFileSync(projectPath(file), placeIn(mirror, file))
  }
  return cruise(mirror)
}

function listSources(endings: string): readonly string[] {
  return LAYERS.flatMap(layer => globSync(`${layer}/**/*.${endings}`, { cwd: projectPath('') }))
}

function placeIn(mirror: string, file: string): string {
  const place = join(mirror, file)
  mkdirSync(dirname(place), { recursive: true })
  return place
}

/** Keeps imports of types from being removed: they tie files together as much as any other. */
function typeImportsAsImports(source: string): string {
  return source.replace(
    /^(import|export)( type)?(\s*\{[^}]*\}\s*from\s)/gm,
    (_all, word: string, _type, names: string) => word + names.replace(/\btype\s+(?=\w)/g, ''),
  )
}

function cruise(mirror: string): number {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      projectPath('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      `--config=${projectPath('build/dependency-cruiser.cjs')}`,
      ...LAYERS,
    ],
    { cwd: mirror, encoding: 'utf8' },
  )
  process.stdout.write(`${stdout}${stderr}`.replace(/\.(tsx?)\.js\b/g, '.$1'))
  return status ?? 1
}

process.exitCode = await checkLayers()
