import { type FormEvent, useState } from 'react'
import { ruleWords } from '../../../shared/messages/rules.ts'
import type { RuleDraft } from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { Button } from '../../ui/input/button.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import styles from './rule-form.module.css'
import { type ReadRule, type RuleFields, readFields } from './rule-form-draft.ts'

interface RuleFormProps {
  readonly levels: ScaleLength
  readonly initial: RuleFields
  /** The text of the button. */
  readonly action: string
  readonly onSave: (draft: RuleDraft) => void
  readonly onCancel: () => void
}

interface FieldsProps {
  readonly fields: RuleFields
  readonly levels: ScaleLength
  readonly onChange: (change: Partial<RuleFields>) => void
}

function NumberField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <div className={styles.number}>
      <TextField inputMode="decimal" {...props} />
    </div>
  )
}

function Shares({ fields, onChange }: FieldsProps) {
  return (
    <>
      <div className={styles.numbers}>
        <NumberField
          label="At least, in %"
          value={fields.atLeastPercent}
          onChange={atLeastPercent => onChange({ atLeastPercent })}
        />
        <NumberField
          label="in how many of the highest levels"
          value={fields.high}
          onChange={high => onChange({ high })}
        />
        <NumberField
          label="And under, in %"
          value={fields.underPercent}
          onChange={underPercent => onChange({ underPercent })}
        />
        <NumberField
          label="in how many of the lowest levels"
          value={fields.low}
          onChange={low => onChange({ low })}
        />
      </div>
      <RadioGroup
        label="Who has to meet this?"
        layout="row"
        options={[
          { value: 'everyone', label: 'Everyone together' },
          { value: 'group', label: 'Each stakeholder group' },
          { value: 'both', label: 'Everyone and each group' },
        ]}
        value={fields.each}
        onChange={each => onChange({ each })}
      />
      <RadioGroup
        label="When is an indicator out?"
        layout="row"
        options={[
          { value: 'mirrored', label: 'The same, the other way round' },
          { value: 'at most', label: 'Few at the highest levels' },
        ]}
        value={fields.out}
        onChange={out => onChange({ out })}
      />
      {fields.out === 'at most' && (
        <div className={styles.numbers}>
          <NumberField
            label="Out: at the highest levels no more than, in %"
            value={fields.outAtMostPercent}
            onChange={outAtMostPercent => onChange({ outAtMostPercent })}
          />
        </div>
      )}
      <RadioGroup
        label="Of which answers are these shares?"
        layout="row"
        options={[
          { value: 'beside', label: 'Of those at a level' },
          { value: 'among', label: 'Of those and “I don’t know”' },
        ]}
        value={fields.dontKnow}
        onChange={dontKnow => onChange({ dontKnow })}
      />
    </>
  )
}

function Medians({ fields, levels, onChange }: FieldsProps) {
  return (
    <>
      <div className={styles.numbers}>
        <NumberField
          label="In from a median of"
          value={fields.inFrom}
          onChange={inFrom => onChange({ inFrom })}
        />
        <NumberField
          label="Out up to a median of"
          value={fields.outUpTo}
          onChange={outUpTo => onChange({ outUpTo })}
        />
        {fields.spread === 'iqr' && (
          <NumberField
            label="Interquartile range at most"
            value={fields.atMost}
            onChange={atMost => onChange({ atMost })}
          />
        )}
      </div>
      {levels === 9 && (
        <RadioGroup
          label="How close together?"
          layout="row"
          options={[
            { value: 'iqr', label: 'By the interquartile range' },
            { value: 'ipras', label: 'By RAND/UCLA’s IPRAS' },
          ]}
          value={fields.spread}
          onChange={spread => onChange({ spread })}
        />
      )}
    </>
  )
}

function BetweenRounds({ fields, onChange }: FieldsProps) {
  return (
    <>
      <RadioGroup
        label="When are answers stable between two rounds?"
        layout="row"
        options={[
          { value: 'none', label: 'The rule does not say' },
          { value: 'people', label: 'Most people stay' },
          { value: 'median', label: 'The median stays' },
        ]}
        value={fields.stability}
        onChange={stability => onChange({ stability })}
      />
      {fields.stability === 'people' && (
        <div className={styles.numbers}>
          <NumberField
            label="Stable: this share of people, in %,"
            value={fields.stayPercent}
            onChange={stayPercent => onChange({ stayPercent })}
          />
          <NumberField
            label="moved no further than, in levels"
            value={fields.within}
            onChange={within => onChange({ within })}
          />
        </div>
      )}
      {fields.stability === 'median' && (
        <div className={styles.numbers}>
          <NumberField
            label="Stable: the median changed at most by"
            value={fields.medianAtMost}
            onChange={medianAtMost => onChange({ medianAtMost })}
          />
          <NumberField
            label="and the interquartile range by (may be empty)"
            value={fields.iqrAtMost}
            onChange={iqrAtMost => onChange({ iqrAtMost })}
          />
        </div>
      )}
    </>
  )
}

/** The rule in words as one types, or what is still wrong with it. */
function InWords({ read, levels }: { readonly read: ReadRule; readonly levels: ScaleLength }) {
  return (
    <p className={styles.words} role="status">
      {read.draft ? ruleWords({ ...read.draft, version: 1 }, levels) : read.problem}
    </p>
  )
}

/** A rule of the study's own: its thresholds, and what they say in words as one types. */
export function RuleForm({ levels, initial, action, onSave, onCancel }: RuleFormProps) {
  const [fields, setFields] = useState(initial)
  const change = (part: Partial<RuleFields>) => setFields(before => ({ ...before, ...part }))
  const read = readFields(fields, levels)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (read.draft) onSave(read.draft)
  }
  const parts = { fields, levels, onChange: change }
  return (
    <form className={styles.form} onSubmit={save}>
      <TextField label="Title" value={fields.title} onChange={title => change({ title })} />
      <TextField
        label="Where it comes from"
        description="Such as a protocol or a paper. It goes into exports with the rule."
        value={fields.source}
        maxLength={400}
        onChange={source => change({ source })}
      />
      <RadioGroup
        label="What decides?"
        layout="row"
        options={[
          { value: 'shares', label: 'Shares of the answers' },
          { value: 'median', label: 'Median and spread' },
        ]}
        value={fields.kind}
        onChange={kind => change({ kind })}
      />
      {fields.kind === 'shares' ? <Shares {...parts} /> : <Medians {...parts} />}
      <div className={styles.numbers}>
        <NumberField
          label="Fewest answers for a verdict"
          value={fields.atLeastAnswers}
          onChange={atLeastAnswers => change({ atLeastAnswers })}
        />
      </div>
      <BetweenRounds {...parts} />
      <InWords read={read} levels={levels} />
      <Row gap={3} wrap>
        <Button onPress={onCancel}>Cancel</Button>
        <Button variant="primary" type="submit" isDisabled={read.draft === null}>
          {action}
        </Button>
      </Row>
    </form>
  )
}
