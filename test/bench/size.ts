import { sizeOf } from '../../build/report-files.ts'
import { ELECTRON_DIST, packageProgram } from '../desktop/packaged.ts'
import type { Benchmark } from './benchmark.ts'

/**
 * The size of the installed desktop program, against the Electron that it brings. Nothing where none is named by
 * WORKBOOK_ELECTRON_DIST: the packager would fetch one.
 */
export async function benchSize(): Promise<readonly Benchmark[]> {
  if (ELECTRON_DIST === undefined || process.platform !== 'linux') {
    console.error('The installed size was not measured: WORKBOOK_ELECTRON_DIST names no Electron.')
    return []
  }
  using packed = await packageProgram()
  const [floorMs, oursMs] = [megabytesIn(ELECTRON_DIST), megabytesIn(packed.folder)]
  const name = 'size (MB, not ms) of the installed desktop, against Electron’s own'
  return [{ name, floorMs, oursMs, ratio: oursMs / floorMs, n: 1 }]
}

const megabytesIn = (folder: string): number => sizeOf(folder) / 1024 / 1024
