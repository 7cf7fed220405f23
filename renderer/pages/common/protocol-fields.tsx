import { useState } from 'react'
import {
  minutesNote,
  PROTOCOL_WORDS,
  SEQUENCE_WORDS,
} from '../../../shared/messages/protocol/protocol.ts'
import { WORDING_CHOICES } from '../../../shared/messages/wordings.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { SEQUENCES, usualMinutes } from '../../../shared/model/protocol.ts'
import { WORDINGS, type Wording } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { FieldProblem, TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import {
  countTicked,
  type ProtocolDraft,
  type ProtocolProblem,
  tickedOf,
  withTicked,
} from './protocol-draft.ts'
import styles from './protocol-fields.module.css'
import { TickedIndicators } from './ticked-indicators.tsx'

interface ProtocolFieldsProps {
  readonly groups: readonly string[]
  readonly indicators: readonly Indicator[]
  readonly draft: ProtocolDraft
  readonly problem: ProtocolProblem | null
  /** True once somebody has answered, after which what is asked and in which order stays. */
  readonly isBegun?: boolean
  readonly onChange: (draft: ProtocolDraft) => void
}

/** The fields of what a workshop asks: of whom, in which order and words, in how many minutes. */
export function ProtocolFields(props: ProtocolFieldsProps) {
  const { groups, indicators, draft, problem, isBegun = false, onChange } = props
  const errorOf = (field: string) => (problem?.field === field ? problem.error : undefined)
  const most = Math.max(...groups.map(group => countTicked(tickedOf(draft, group), indicators)), 0)
  const planned = /^\d+$/.test(draft.minutes) ? Number(draft.minutes) : null
  return (
    <Stack gap={4}>
      {!isBegun && (
        <>
          <Asked {...props} error={errorOf('asked')} />
          <RadioGroup
            label={PROTOCOL_WORDS.order}
            options={SEQUENCES.map(value => ({ value, ...SEQUENCE_WORDS[value] }))}
            value={draft.sequence}
            onChange={sequence => onChange({ ...draft, sequence })}
          />
        </>
      )}
      <Wordings draft={draft} error={errorOf('wordings')} onChange={onChange} />
      <div className={styles.minutes}>
        <TextField
          label={PROTOCOL_WORDS.minutes}
          description={minutesNote(usualMinutes(most * CRITERIA.length), planned)}
          inputMode="numeric"
          maxLength={3}
          value={draft.minutes}
          error={errorOf('minutes')}
          onChange={minutes => onChange({ ...draft, minutes })}
        />
      </div>
    </Stack>
  )
}

const SHARED = [
  { value: 'everybody', label: PROTOCOL_WORDS.everybody },
  { value: 'group', label: PROTOCOL_WORDS.byGroup },
] as const

type AskedProps = Omit<ProtocolFieldsProps, 'problem'> & { readonly error: string | undefined }

/** The indicators that everybody is asked, or each group its own. */
function Asked({ groups, indicators, draft, error, onChange }: AskedProps) {
  const named = draft.isByGroup ? groups : ['']
  return (
    <Stack gap={2}>
      {groups.length > 1 && (
        <RadioGroup
          label={PROTOCOL_WORDS.ofWhom}
          options={SHARED}
          value={draft.isByGroup ? 'group' : 'everybody'}
          onChange={value => onChange({ ...draft, isByGroup: value === 'group' })}
          layout="row"
        />
      )}
      <div>
        {named.map(group => (
          <AskedOf
            key={group}
            {...{ group, indicators, draft }}
            onChange={ticked => onChange(withTicked(draft, group, ticked))}
          />
        ))}
      </div>
      <div role="alert">{error && <FieldProblem>{error}</FieldProblem>}</div>
    </Stack>
  )
}

interface AskedOfProps extends Pick<ProtocolFieldsProps, 'indicators' | 'draft'> {
  /** Empty for everybody. */
  readonly group: string
  readonly onChange: (ticked: ReadonlySet<string> | null) => void
}

/** The sections and indicators of one group, or of everybody, behind a line that says how many they are. */
function AskedOf({ group, indicators, draft, onChange }: AskedOfProps) {
  const [isExpanded, setIsExpanded] = useState(false)
  const ticked = tickedOf(draft, group)
  const count = countTicked(ticked, indicators)
  return (
    <Disclosure
      summary={group === '' ? 'Sections and indicators' : group}
      note={count === indicators.length ? `all ${count}` : `${count} of ${indicators.length}`}
      isExpanded={isExpanded}
      onExpandedChange={setIsExpanded}
    >
      {isExpanded && (
        <TickedIndicators indicators={indicators} ticked={ticked} onChange={onChange} />
      )}
    </Disclosure>
  )
}

interface WordingsProps extends Pick<ProtocolFieldsProps, 'draft' | 'onChange'> {
  readonly error: string | undefined
}

/** The wordings that people may choose. */
function Wordings({ draft, error, onChange }: WordingsProps) {
  const toggle = (wording: Wording, isOn: boolean) => {
    const wordings = new Set(draft.wordings)
    if (isOn) wordings.add(wording)
    else wordings.delete(wording)
    onChange({ ...draft, wordings })
  }
  return (
    <fieldset className={styles.wordings}>
      <legend className={styles.legend}>{PROTOCOL_WORDS.wordings}</legend>
      <div className={styles.row}>
        {WORDINGS.map(wording => (
          <Checkbox
            key={wording}
            isSelected={draft.wordings.has(wording)}
            onChange={isOn => toggle(wording, isOn)}
          >
            {WORDING_CHOICES[wording].name}
          </Checkbox>
        ))}
      </div>
      <div role="alert">{error && <FieldProblem>{error}</FieldProblem>}</div>
    </fieldset>
  )
}
