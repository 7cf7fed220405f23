import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runBrowserFront } from '../../server/browser-front.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

it('ends with what keeps the engine from opening, though the page was there', async () => {
  using folder = tempFolder()
  const noFolder = folder.file('no folder')
  writeFileSync(noFolder, 'a file')
  const said: string[] = []
  const running = runBrowserFront({
    libraryFolder: noFolder,
    token: 'of another folder',
    open: false,
    stop: new AbortController().signal,
    print: line => said.push(line),
  })
  await expect(running).rejects.toThrow('EEXIST')
  expect(said).toHaveLength(2)
})
