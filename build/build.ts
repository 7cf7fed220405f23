import { lstatSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UserConfig } from 'vite'
import { projectPath } from './project.ts'

/** The parts that can be built, each into the folder of its name under `dist`. */
export const BUILD_PARTS = ['renderer', 'node', 'desktop'] as const
export type BuildPart = (typeof BUILD_PARTS)[number]

interface Recipe {
  readonly what: string
  readonly sources: readonly string[]
  /**
   * The configurations, loaded only when there is something to build, as Vite alone takes longer than a
   * fresh start.
   */
  readonly configs: () => Promise<readonly UserConfig[]>
}

const RECIPES: Readonly<Record<BuildPart, Recipe>> = {
  renderer: {
    what: 'the page',
    sources: ['renderer', 'shared', 'docs/images'],
    configs: async () => [(await import('./vite/renderer.config.ts')).default],
  },
  node: {
    what: 'the command line and the browser front',
    sources: ['cli', 'server', 'engine', 'shared'],
    configs: async () => [(await import('./vite/node.config.ts')).default],
  },
  desktop: {
    what: 'the desktop shell',
    sources: ['electron', 'server', 'engine', 'shared', 'build/icons'],
    configs: async () => (await import('./vite/desktop.config.ts')).desktopConfigs,
  },
}

// What shapes every part: the pinned packages and the build itself.
const COMMON_SOURCES = [
  'package.json',
  'package-lock.json',
  'build/vite',
  'build/build.ts',
  'build/bill-of-materials.ts',
]

/**
 * Builds the parts whose sources changed since they were last built, and says so to standard error.
 * A few milliseconds when nothing changed. Rejects when a build fails; that part then stays stale.
 */
export async function buildIfStale(parts: readonly BuildPart[]): Promise<void> {
  for (const part of parts) {
    const { what, sources } = RECIPES[part]
    const changed = newestChange([...COMMON_SOURCES, ...sources].map(projectPath))
    if (changed <= newestChange([stampPath(part)])) continue
    process.stderr.write(`Building ${what}.\n`)
    await buildPart(part)
  }
}

async function buildPart(part: BuildPart): Promise<void> {
  const begun = new Date()
  // A test runner sets this to its own name, and React would then be built for developers.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    const { build } = await import('vite')
    for (const config of await RECIPES[part].configs()) {
      await build({ ...config, configFile: false, logLevel: 'warn' })
    }
    // What goes to people says what it is made of.
    if (part !== 'renderer') {
      const { writeMaterials } = await import('./bill-of-materials.ts')
      writeMaterials(projectPath(`dist/${part}`))
    }
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
  writeStamp(stampPath(part), begun)
}

// In the folder itself, so that whoever deletes the folder deletes the claim that it is fresh.
function stampPath(part: BuildPart): string {
  return projectPath(`dist/${part}/.built`)
}

// The moment the build began: what changed while it ran may have been read before it changed.
function writeStamp(path: string, begun: Date): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  utimesSync(path, begun, begun)
}

if (import.meta.main) await buildIfStale(BUILD_PARTS)

/**
 * The time of the latest change to these files or to files under these folders, in milliseconds since
 * 1970; 0 when none exists. Folders count too: removing a file changes only its folder.
 */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(lastChange))
}

function lastChange(path: string): number {
  const entry = lstatSync(path, { throwIfNoEntry: false })
  if (!entry) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, newestChange(readdirSync(path).map(name => join(path, name))))
}
