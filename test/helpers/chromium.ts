import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { LaunchOptions } from '@playwright/test'
import { projectPath } from '../../build/project.ts'

/**
 * Options for launching a browser without downloading one: on Linux x64 the Chromium that comes from
 * npm with its own system libraries and fonts, elsewhere the Chrome or Edge that is installed.
 */
export function browserLaunch(): LaunchOptions {
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium()
  return { channel: process.platform === 'win32' ? 'msedge' : 'chrome' }
}

function bundledChromium(): LaunchOptions {
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(projectPath('node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  )
  const folder = projectPath(`node_modules/.cache/chromium-${manifest.version}`)
  if (!existsSync(folder)) unpack(folder)
  return {
    executablePath: join(folder, 'chromium'),
    // The same letters on every machine, so that layouts can be compared.
    args: ['--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  }
}

// Unpacked aside and then renamed, so that a run that was cut short leaves no half a browser behind.
function unpack(folder: string): void {
  mkdirSync(join(folder, '..'), { recursive: true })
  const aside = mkdtempSync(`${folder}-`)
  execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], {
    env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  })
  writeFileSync(join(aside, 'fonts', 'fonts.conf'), fontsConfiguration(folder))
  try {
    renameSync(aside, folder)
  } catch (fault) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(folder)) throw fault
  }
}

// The one that comes along knows no other folder than the system's temporary one.
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}
