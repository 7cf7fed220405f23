import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { writeSealedZip } from '../../../engine/files/sealed-zip.ts'

it('lets go of everything that it was reading when the disk is full half-way', async () => {
  const open = new Set<string>()
  function* chunksOf(name: string): Generator<Buffer> {
    open.add(name)
    try {
      for (let number = 0; number < 1_000; number++) yield Buffer.alloc(65_536, `${number}${name}`)
    } finally {
      open.delete(name)
    }
  }
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  let taken = 0
  const disk = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      taken += chunk.length
      done(taken > 20_000 ? full : null)
    },
  })
  const parts = ['one', 'other'].map(name => ({ name, chunks: chunksOf(name) }))
  await expect(writeSealedZip(disk, parts)).rejects.toBe(full)
  expect(open).toEqual(new Set())
})
