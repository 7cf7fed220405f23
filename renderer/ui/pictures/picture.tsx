import { useEffect, useState } from 'react'
import { AS_BROUGHT } from '../language/language-context.tsx'
import styles from './picture.module.css'
import { usePictures } from './pictures-context.tsx'

interface PictureProps {
  readonly indicator: string
  /** The indicator that is likely to come next, whose picture is read ahead. */
  readonly next?: string | undefined
  /** The class of the place that is kept for it, so that nothing moves once it is there. */
  readonly className: string | undefined
}

/** The picture that the framework has for an indicator; nothing where it has none. */
export function Picture({ indicator, next, className }: PictureProps) {
  const { of, addressOf } = usePictures()
  const content = of.get(indicator)?.content
  const following = next === undefined ? undefined : of.get(next)?.content
  const [shown, setShown] = useState<{ content: string; address: string } | null>(null)
  useEffect(() => {
    let isWanted = true
    const show = async () => {
      const address = content === undefined ? null : await addressOf(content)
      if (following !== undefined) void addressOf(following)
      if (!isWanted) return
      setShown(content === undefined || address === null ? null : { content, address })
    }
    void show()
    return () => {
      isWanted = false
    }
  }, [content, following, addressOf])
  if (content === undefined) return null
  return (
    <div className={className}>
      {shown?.content === content && (
        <img
          className={styles.picture}
          src={shown.address}
          alt={of.get(indicator)?.description ?? ''}
          draggable={false}
          {...AS_BROUGHT}
        />
      )}
    </div>
  )
}
