import {
  glossaryPlace,
  glossaryProblemMessage,
} from '../../../../shared/messages/glossary/glossary.ts'
import type { GlossaryProblem } from '../../../../shared/model/glossary/reading.ts'
import type { GlossaryTerm } from '../../../../shared/model/glossary/terms.ts'
import { TermList } from '../../../ui/glossary/term-list.tsx'
import { AS_BROUGHT } from '../../../ui/language/language-context.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import styles from './terms.module.css'

const PER_PAGE = 25

/** The terms of a glossary with what they mean. */
export function Terms({ terms }: { readonly terms: readonly GlossaryTerm[] }) {
  return (
    <Paged what="terms" items={terms} perPage={PER_PAGE}>
      {shown => (
        <TermList terms={shown}>
          {({ meaning, plain }) => (
            <>
              <dd {...AS_BROUGHT}>{meaning}</dd>
              {plain !== '' && plain !== meaning && (
                <dd className={styles.quiet} {...AS_BROUGHT}>
                  In plain words: {plain}
                </dd>
              )}
            </>
          )}
        </TermList>
      )}
    </Paged>
  )
}

/** The problems in the file of a glossary, each with its cell; nothing where all is well. */
export function GlossaryProblems({ problems }: { readonly problems: readonly GlossaryProblem[] }) {
  if (problems.length === 0) return null
  return (
    <Paged what="problems" items={problems} perPage={PER_PAGE}>
      {shown => (
        <Stack as="ul" gap={2}>
          {shown.map(problem => (
            <li key={`${glossaryPlace(problem)} ${problem.code}`}>
              <strong>{glossaryPlace(problem)}</strong> {glossaryProblemMessage(problem)}
            </li>
          ))}
        </Stack>
      )}
    </Paged>
  )
}

interface FoldedTermsProps {
  readonly terms: readonly GlossaryTerm[]
  readonly summary: string
}

/** The terms behind a line that opens. */
export function FoldedTerms({ terms, summary }: FoldedTermsProps) {
  return (
    <Disclosure level={3} summary={summary}>
      <Terms terms={terms} />
    </Disclosure>
  )
}
