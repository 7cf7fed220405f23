import { readFileSync, statSync } from 'node:fs'
import { basename, parse } from 'node:path'
import { inNameOrder } from '../../../shared/in-name-order.ts'
import { PICTURE_LIMITS } from '../../../shared/model/pictures/limits.ts'
import type {
  CodedPictureProblem,
  FilePicture,
  PictureProblem,
} from '../../../shared/model/pictures/pictures.ts'
import { isDevice } from '../../disk/devices.ts'
import { diskFaultOf } from '../../disk/disk-faults.ts'
import type { PermittedFile } from '../../files/permits.ts'
import { type ReadPicture, readPicture } from '../../files/pictures/read/read-picture.ts'
import { plainCode } from '../read/words/codes.ts'
import { type CollectedPictures, collectPictures, type PictureEntry } from './collect-pictures.ts'

/** Larger files are not read: what is cut of a picture is never most of it. */
const LARGEST_FILE = 20_000_000

/** Signs of codes that no file name can have on every system, in whose place people write a dash. */
const NOT_IN_NAMES = /[\\/:*?"<>|_]/g

const fileKey = (name: string): string => plainCode(name).replace(NOT_IN_NAMES, '-')

/** A name of a file in any case, without the folder that may stand before it. */
const plainFileName = (name: string): string => basename(name.replaceAll('\\', '/')).toLowerCase()

/** The part of a file's name before its ending. */
const stemOf = (name: string): string => parse(name).name

/**
 * The pictures of files, each for the indicator that names it in the framework's sheet, or else the one whose code its name is:
 * `A1.png`.
 */
export function readPictureFiles(
  files: readonly PermittedFile[],
  codes: readonly string[],
  named: readonly FilePicture[] = [],
): CollectedPictures {
  const ordered = files.toSorted((a, b) => inNameOrder(a.name, b.name))
  const byName = new Map(
    ordered.flatMap(file => {
      const name = plainFileName(file.name)
      return [[stemOf(name), file] as const, [name, file] as const]
    }),
  )
  const used = new Set<PermittedFile>()
  const missing: PictureProblem[] = []
  const entries = named.flatMap(({ code, sheet, cell, name, description }): PictureEntry[] => {
    if (name === null) return []
    const file = byName.get(plainFileName(name))
    if (file === undefined) {
      missing.push({ place: { sheet, cell }, code: 'no-such-file', data: { name } })
      return []
    }
    used.add(file)
    return [{ ...entryOf(file, code), description }]
  })
  const byCode = new Map(codes.map(code => [fileKey(code), code]))
  const others = ordered
    .filter(file => !used.has(file))
    .map(file => entryOf(file, byCode.get(fileKey(stemOf(file.name))) ?? null))
  const { pictures, reading } = collectPictures([...entries, ...others])
  const problems = [...missing, ...reading.problems]
  return { pictures, reading: { ...reading, problems } }
}

const entryOf = (file: PermittedFile, code: string | null): PictureEntry => ({
  ...{ code, place: { file: file.name }, description: '', fileName: file.name },
  read: () => pictureIn(file),
})

function pictureIn({ path }: PermittedFile): ReadPicture | CodedPictureProblem {
  if (isDevice(path)) return { code: 'unreadable', data: {} }
  try {
    const { size } = statSync(path)
    return size > LARGEST_FILE
      ? { code: 'too-large', data: { bytes: size, most: PICTURE_LIMITS.bytes } }
      : readPicture(readFileSync(path))
  } catch (error) {
    if (diskFaultOf(error) === undefined) throw error
    return { code: 'unreadable', data: {} }
  }
}
