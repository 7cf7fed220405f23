import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { projectPath } from '../project.ts'

/**
 * The page of both fronts. Addresses are relative, as the desktop serves it from `app://`; nothing is
 * inlined, because the page's policy takes scripts, styles and fonts from files only.
 */
export default defineConfig({
  root: projectPath('renderer'),
  base: './',
  plugins: [react()],
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
