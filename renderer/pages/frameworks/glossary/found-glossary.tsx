import { glossaryFound } from '../../../../shared/messages/glossary/glossary.ts'
import type { CheckChoices, CheckReport } from '../../../../shared/model/check.ts'
import { Checkbox } from '../../../ui/input/checkbox.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import styles from './terms.module.css'
import { FoldedTerms, GlossaryProblems } from './terms.tsx'

interface FoundGlossaryProps {
  readonly glossary: NonNullable<CheckReport['glossary']>
  readonly choices: CheckChoices
  readonly onChange: (choices: CheckChoices) => void
}

/** The glossary that a framework's file has beside it, which can be left out. */
export function FoundGlossary({ glossary, choices, onChange }: FoundGlossaryProps) {
  const { glossary: _, ...others } = choices
  return (
    <Stack as="section" gap={3} aria-labelledby="found-glossary">
      <h2 id="found-glossary">Words that are explained</h2>
      <p className={styles.about}>
        The file has a glossary: {glossaryFound(glossary)}. People who rate can ask for what these
        words mean.
      </p>
      <Checkbox
        isSelected={!glossary.isLeftOut}
        onChange={isTaken => onChange(isTaken ? others : { ...others, glossary: 'left-out' })}
      >
        Load it with the framework
      </Checkbox>
      <GlossaryProblems problems={glossary.problems} />
      <FoldedTerms terms={glossary.terms} summary="The words and what they mean" />
    </Stack>
  )
}
