import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { PermittedFile } from '../engine/files/permits.ts'
import { picturePlaceName, pictureProblemMessage } from '../shared/messages/pictures/pictures.ts'
import type { PictureReading } from '../shared/model/pictures/pictures.ts'
import { CommandFailure } from './output.ts'

/** Files that systems put into folders of pictures without anybody's doing. */
const OF_THE_SYSTEM = /^(\.|thumbs\.db$|desktop\.ini$)/i

/** The files that paths name, of a folder all that people put there. */
export const pictureFiles = (paths: readonly string[]): readonly PermittedFile[] =>
  paths.flatMap(path => filesAt(path).map(each => ({ path: each, name: basename(each) })))

function filesAt(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path, { withFileTypes: true })
      .filter(entry => entry.isFile() && !OF_THE_SYSTEM.test(entry.name))
      .map(({ name }) => join(path, name))
  } catch {
    throw new CommandFailure(`${path} cannot be read. Give a folder of pictures, or a picture.`, 2)
  }
}

/** The lines that say what is wrong with pictures, each with its place. */
export const pictureProblemLines = (problems: PictureReading['problems']): readonly string[] =>
  problems.map(
    problem => `warning ${picturePlaceName(problem.place)}: ${pictureProblemMessage(problem)}`,
  )

/** Problems of pictures with a sentence for each code, as programs read them. */
export const pictureProblemsInJson = (problems: PictureReading['problems']) =>
  problems.map(problem => {
    const { place, code } = problem
    return { ...place, code, message: pictureProblemMessage(problem) }
  })
