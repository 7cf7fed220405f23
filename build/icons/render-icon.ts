import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { projectPath } from '../project.ts'

/** The program's icon as a square PNG, `size` pixels wide. */
export function renderIcon(size: number): Buffer {
  const drawing = readFileSync(projectPath('build/icons/icon.svg'), 'utf8')
  return new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render().asPng()
}
