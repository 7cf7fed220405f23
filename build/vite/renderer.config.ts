import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { licences, materials } from '../bill-of-materials.ts'
import { projectPath } from '../project.ts'
import { preloadStart } from './preload-start.ts'
import { sourcesDigest } from './sources-digest.ts'

const all = materials()

/** The values that *About* shows of the program, put into the one file that names it (renderer/pages/program/materials.ts). */
const MADE_OF = {
  PAGE_BUILD: JSON.stringify(sourcesDigest(['renderer', 'shared'])),
  PAGE_MATERIALS: JSON.stringify(
    all.map(({ name, version, licence }) => ({ name, version, licence })),
  ),
  PAGE_LICENCES: JSON.stringify(licences(all)),
}

/**
 * The page of both fronts. Addresses are relative, as the desktop serves it from `app://`; nothing is
 * inlined, because the page's policy takes scripts, styles and fonts from files only.
 */
export default defineConfig({
  root: projectPath('renderer'),
  base: './',
  define: MADE_OF,
  plugins: [react(), preloadStart(projectPath('renderer/app/start.tsx'))],
  build: {
    outDir: projectPath('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
})
