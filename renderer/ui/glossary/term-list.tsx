import type { ReactNode } from 'react'
import type { GlossaryTerm } from '../../../shared/model/glossary/terms.ts'
import { AS_BROUGHT } from '../language/language-context.tsx'
import styles from './term-list.module.css'

interface TermListProps {
  readonly terms: readonly GlossaryTerm[]
  /** The meaning of a term, as one or more `dd`. */
  readonly children: (term: GlossaryTerm) => ReactNode
}

/** Terms of a glossary below each other, with what they mean. */
export function TermList({ terms, children }: TermListProps) {
  return (
    <dl className={styles.terms}>
      {terms.map(term => (
        <div key={term.term} className={styles.term}>
          <dt {...AS_BROUGHT}>
            <strong>{term.term}</strong>
            {term.forms.length > 0 && (
              <span className={styles.forms}> {term.forms.join(', ')}</span>
            )}
          </dt>
          {children(term)}
        </div>
      ))}
    </dl>
  )
}
