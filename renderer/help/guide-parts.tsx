import { Fragment } from 'react'
import { assertNever } from '../../shared/assert-never.ts'
import type { GuidePart } from '../../shared/messages/help/guide.ts'
import styles from './guide-parts.module.css'
import { PICTURES } from './pictures.ts'

/** The parts of a section one below the other, or its picture beside them where there is room. */
export function GuideParts({ parts }: { readonly parts: readonly GuidePart[] }) {
  const words = parts.filter(({ kind }) => kind !== 'picture')
  const pictures = parts.filter(({ kind }) => kind === 'picture')
  return (
    <div className={styles.room}>
      <div className={styles.parts}>
        <div className={styles.words}>
          {words.map(part => (
            <Part key={keyOf(part)} part={part} />
          ))}
        </div>
        {pictures.map(part => (
          <Part key={keyOf(part)} part={part} />
        ))}
      </div>
    </div>
  )
}

const keyOf = (part: GuidePart): string => {
  if (part.kind === 'picture') return part.picture
  return part.kind === 'text' ? part.text : part.items.join()
}

function Part({ part }: { readonly part: GuidePart }) {
  switch (part.kind) {
    case 'text':
      return (
        <p className={styles.text}>
          <Marked words={part.text} />
        </p>
      )
    case 'steps':
      return (
        <ol className={styles.list}>
          <Items items={part.items} />
        </ol>
      )
    case 'points':
      return (
        <ul className={styles.list}>
          <Items items={part.items} />
        </ul>
      )
    case 'picture':
      return <img className={styles.picture} src={PICTURES[part.picture]} alt={part.shows} />
    default:
      return assertNever(part)
  }
}

const Items = ({ items }: { readonly items: readonly string[] }) =>
  items.map(item => (
    <li key={item}>
      <Marked words={item} />
    </li>
  ))

/** Words with those of the screen, which stand between asterisks, set apart. */
function Marked({ words }: { readonly words: string }) {
  return words.split('*').map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their order
    <Fragment key={index}>
      {index % 2 === 1 ? <strong className={styles.control}>{piece}</strong> : piece}
    </Fragment>
  ))
}
