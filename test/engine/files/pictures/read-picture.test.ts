import { describe, expect, it } from 'vitest'
import { orientationOf } from '../../../../engine/files/pictures/read/exif-orientation.ts'
import { readPicture } from '../../../../engine/files/pictures/read/read-picture.ts'
import { PICTURE_LIMITS } from '../../../../shared/model/pictures/limits.ts'
import { pictureFixture, png } from '../../../helpers/pictures.ts'

function read(bytes: Buffer): Buffer {
  const picture = readPicture(bytes)
  if ('code' in picture) throw new Error(`It is ${picture.code}.`)
  return picture.bytes
}

describe('a picture', () => {
  it('is known by its content, and kept to the byte where it has nothing but what is seen', () => {
    for (const [name, type] of [
      ['progressive.jpg', 'image/jpeg'],
      ['still.webp', 'image/webp'],
    ] as const) {
      expect(readPicture(pictureFixture(name))).toEqual({ type, bytes: pictureFixture(name) })
    }
    expect(readPicture(png())).toEqual({ type: 'image/png', bytes: png() })
  })

  it('loses where and when it was taken, by whom, and what follows its end', () => {
    const photograph = pictureFixture('turned-with-place.jpg')
    const jpeg = read(Buffer.concat([photograph, Buffer.from('another picture')]))
    for (const word of ['CameraMaker', 'Taken at home']) {
      expect(photograph.includes(word)).toBe(true)
      expect(jpeg.includes(word)).toBe(false)
    }
    expect(jpeg.length).toBeLessThan(photograph.length)
    expect(jpeg.subarray(-2).toString('hex')).toBe('ffd9')
    expect(read(jpeg)).toEqual(jpeg)
    const webp = read(pictureFixture('with-exif.webp'))
    expect(webp.includes('CameraMaker')).toBe(false)
    expect(webp.readUInt32LE(4)).toBe(webp.length - 8)
    const noted = png({
      more: [
        ['tEXt', 'Author\0Sam'],
        ['eXIf', 'MM'],
      ],
    })
    expect(read(noted)).toEqual(png())
  })

  it('keeps the way up that its camera noted', () => {
    const jpeg = read(pictureFixture('turned-with-place.jpg'))
    const exif = jpeg.indexOf('Exif')
    expect(orientationOf(jpeg.subarray(exif, exif + 32))).toBe(6)
  })

  it('is refused in words of its own where it could move, run, or fill the memory', () => {
    const code = (bytes: Buffer) => {
      const picture = readPicture(bytes)
      return 'code' in picture ? picture.code : picture.type
    }
    expect(code(pictureFixture('moving.webp'))).toBe('moves')
    expect(code(Buffer.from('<?xml version="1.0"?>\n<!-- a -->\n<svg onload="x()">'))).toBe(
      'has-programs',
    )
    expect(code(Buffer.from('GIF89a'))).toBe('not-a-picture')
    expect(code(Buffer.alloc(0))).toBe('not-a-picture')
    expect(code(png({ width: PICTURE_LIMITS.side + 1, height: 1 }))).toBe('too-wide')
    expect(code(png({ width: 700, height: 500 }))).toBe('too-large')
  })

  it('shows its first picture where a PNG has several', () => {
    const moving = pictureFixture('moving.png')
    expect(moving.includes('acTL')).toBe(true)
    const still = read(moving)
    expect(still.includes('acTL') || still.includes('fdAT')).toBe(false)
  })

  it('is damaged wherever it is cut off, and never an error of the program', () => {
    for (const whole of [
      png(),
      ...['turned-with-place.jpg', 'progressive.jpg', 'with-exif.webp'].map(pictureFixture),
    ]) {
      for (let length = 12; length < whole.length; length += 7) {
        const picture = readPicture(whole.subarray(0, length))
        expect(picture).toMatchObject({ code: 'damaged' })
      }
    }
  })
})
