import type { PictureContent } from '../../../shared/model/pictures/pictures.ts'

/** Reads the bytes of a picture; null where there is none. */
export type ReadContent = (content: string) => Promise<PictureContent | null>

/** Gives the address of a picture for an image; null where it cannot be had. */
export type AddressOf = (content: string) => Promise<string | null>

/** Pictures are large, and people go one indicator on or back. */
const KEPT = 12

/** A reader of pictures that keeps the latest few, so that the next one is there when somebody goes on. */
export function pictureAddresses(read: ReadContent): AddressOf {
  const kept = new Map<string, Promise<string | null>>()
  return content => {
    const address = kept.get(content) ?? addressFrom(read(content))
    kept.delete(content)
    kept.set(content, address)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return address
  }
}

/** Words do without a picture that cannot be read, so nothing is said of it. */
async function addressFrom(reading: Promise<PictureContent | null>): Promise<string | null> {
  try {
    const picture = await reading
    return picture && `data:${picture.type};base64,${picture.data}`
  } catch {
    return null
  }
}
