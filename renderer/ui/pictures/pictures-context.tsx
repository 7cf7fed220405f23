import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { IndicatorPicture } from '../../../shared/model/pictures/pictures.ts'
import { type AddressOf, pictureAddresses, type ReadContent } from './picture-cache.ts'

/** The pictures of a framework by its indicators, and the way to their bytes. */
interface Pictures {
  readonly of: ReadonlyMap<string, IndicatorPicture>
  readonly addressOf: AddressOf
}

const NONE: Pictures = { of: new Map(), addressOf: () => Promise.resolve(null) }

const PicturesContext = createContext(NONE)

interface PicturesProviderProps {
  readonly pictures: readonly IndicatorPicture[]
  readonly read: ReadContent
  readonly children: ReactNode
}

/** Hands down the pictures of a framework; each is read when it is shown. */
export function PicturesProvider({ pictures, read, children }: PicturesProviderProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read of a picture never changes.
  const value = useMemo(
    () => ({
      of: new Map(pictures.map(one => [one.indicator, one])),
      addressOf: pictureAddresses(read),
    }),
    [pictures],
  )
  return <PicturesContext value={value}>{children}</PicturesContext>
}

/** The pictures that were handed down; without a provider none. */
export const usePictures = (): Pictures => useContext(PicturesContext)
