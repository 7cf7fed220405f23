import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forkReader, type ReaderProcess } from '../../../../engine/files/reader-process.ts'
import { DEFAULT_PACKAGE_LIMITS } from '../../../../engine/packages/read/messages.ts'
import {
  type PackageListener,
  readPackages,
} from '../../../../engine/packages/read/read-packages.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'
import { laptop, packageOf, ratedBySomeone } from '../laptops.ts'

/** Six files, of which the second and the fifth are none. */
async function sixFiles(): Promise<readonly string[]> {
  const folder = ownFolder()
  return Promise.all(
    Array.from({ length: 6 }, async (_, number) => {
      const path = join(folder, `${number}.workbook`)
      if (number === 1 || number === 4) {
        writeFileSync(path, 'no package')
        return path
      }
      const workbook = laptop()
      ratedBySomeone(workbook)
      return (await packageOf(workbook)).path
    }),
  )
}

/** Writes down what is heard: the place of the file, and what became of it. */
function note() {
  const heard: string[] = []
  const listener: PackageListener = {
    onPackage: file => heard.push(`${file} begins`),
    onRows: file => heard.push(`${file} rows`),
    onWhole: file => heard.push(`${file} whole`),
    onRefused: (file, { code }) => heard.push(`${file} ${code}`),
  }
  const ends = () => heard.filter(words => !/rows|begins/.test(words))
  return { heard, listener, ends }
}

/** Starts real readers, and keeps count of those that run. */
function countedReaders(
  onStart: (reader: ReaderProcess, number: number) => void = () => undefined,
) {
  let [started, running] = [0, 0]
  const start = forkReader()
  return {
    started: () => started,
    running: () => running,
    start: () => {
      const reader = start()
      started += 1
      running += 1
      reader.onExit(() => {
        running -= 1
      })
      onStart(reader, started)
      return reader
    },
  }
}

const ALL = ['0 whole', '1 not-a-package', '2 whole', '3 whole', '4 not-a-package', '5 whole']

describe('reading many packages', () => {
  it('tells of each all there is to say before it goes on to the next', async () => {
    const { heard, listener, ends } = note()
    const readers = countedReaders()
    await readPackages(readers.start, await sixFiles(), listener)
    expect(ends()).toEqual(ALL)
    const places = heard.map(words => Number(words[0]))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(heard.filter(words => words === '5 rows').length).toBeGreaterThan(1)
    expect(readers.started()).toBe(1)
  })

  it('refuses the one package whose reader died, and gives the rest another reader', async () => {
    const { listener, ends } = note()
    const readers = countedReaders((reader, number) => {
      if (number === 1) reader.kill()
    })
    await readPackages(readers.start, await sixFiles(), listener)
    expect(ends()).toEqual(ALL.with(0, '0 reader-failed'))
    expect(readers.started()).toBe(2)
  })

  it('ends every reader when it is called off', async () => {
    const { heard, listener } = note()
    const readers = countedReaders()
    const controller = new AbortController()
    const onWhole = (file: number): void => {
      heard.push(`${file} whole`)
      controller.abort('enough')
    }
    const reading = readPackages(
      readers.start,
      await sixFiles(),
      { ...listener, onWhole },
      { signal: controller.signal },
    )
    await expect(reading).rejects.toBe('enough')
    await expect.poll(readers.running).toBe(0)
    expect(heard.at(-1)).toBe('0 whole')
  })

  it('ends every reader when what one tells cannot be stored', async () => {
    const readers = countedReaders()
    const onRows = (): void => {
      throw new Error('The disk is full.')
    }
    const reading = readPackages(readers.start, await sixFiles(), { onRows })
    await expect(reading).rejects.toThrow('full')
    await expect.poll(readers.running).toBe(0)
  })

  it('tells of each why it is refused, also of the last', async () => {
    const { listener, ends } = note()
    const files = await sixFiles()
    const limits = { ...DEFAULT_PACKAGE_LIMITS, records: 5 }
    await readPackages(countedReaders().start, files, listener, { limits })
    expect(ends()).toEqual(ALL.map(end => end.replace('whole', 'too-large')))
  })
})
