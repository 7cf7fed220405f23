import { assertNever } from '../../assert-never.ts'
import type { PicturePlace, PictureProblem, PictureReading } from '../../model/pictures/pictures.ts'
import { counted, formatCount } from '../figures.ts'

/** The place of a picture, as people look for it. */
export const picturePlaceName = (place: PicturePlace): string =>
  'file' in place ? place.file : `${place.sheet}, ${place.cell}`

const kilobytes = (bytes: number): string => `${formatCount(Math.ceil(bytes / 1_000))} kB`

/** The sentence for a problem of a picture: what is wrong, and what became of it. */
export function pictureProblemMessage(problem: PictureProblem): string {
  switch (problem.code) {
    case 'no-indicator':
      return 'file' in problem.place
        ? 'No indicator has this code, so the picture is left out. Name the file as the code, such as A1.png.'
        : 'The picture lies beside no indicator, so it is left out.'
    case 'second-picture':
      return `${problem.data.indicator} has the picture ${picturePlaceName(problem.data.first)} already, so this one is left out.`
    case 'too-large':
      return `The picture has ${kilobytes(problem.data.bytes)} and may have ${kilobytes(problem.data.most)}, so it is left out. Save it smaller.`
    case 'too-wide':
      return `The picture has ${formatCount(problem.data.width)} by ${formatCount(problem.data.height)} pixels and may have ${formatCount(problem.data.most)} along a side, so it is left out. Save it smaller.`
    case 'too-much':
      return `All pictures together may have ${formatCount(problem.data.most / 1_000_000)} MB; those from here on are left out.`
    case 'not-a-picture':
      return 'This is no PNG, JPEG or WebP, so it is left out.'
    case 'has-programs':
      return 'An SVG can hold programs, so it is left out. Save it as PNG.'
    case 'moves':
      return 'The picture moves, which keeps people from reading, so it is left out. Save it as one that stands still.'
    case 'damaged':
      return 'The picture is damaged, so it is left out.'
    case 'unreadable':
      return 'The file cannot be read, so it is left out. Close it in other programs and try again.'
    case 'no-such-file':
      return `The picture ${problem.data.name} is not among the files that were chosen.`
    case 'long-description':
      return `The description is longer than ${formatCount(problem.data.most)} letters, so it is cut.`
    default:
      return assertNever(problem)
  }
}

/** The pictures that were found in one line: how many, and how many of them nobody describes. */
export function picturesFound({ found }: Pick<PictureReading, 'found'>): string {
  const bare = found.filter(({ description }) => description === '').length
  const undescribed =
    bare === 0 ? '' : `, ${formatCount(bare)} without a description for people who do not see them`
  return `${counted(found.length, 'picture', 'pictures')}${undescribed}`
}

/** The sentence for pictures that a framework's rows name and that did not come with it. */
export const picturesNamed = (count: number): string =>
  `The rows name ${counted(count, 'picture', 'pictures')}: give the files with --pictures.`
