import { DATA_TYPE_NAMES, STATUS_CHOICES } from '../../../../shared/messages/framework.ts'
import { FIELD_WORDS } from '../../../../shared/messages/indicator-fields.ts'
import { factFields } from '../../../../shared/model/indicator-fields.ts'
import { DATA_TYPES, STATUSES } from '../../../../shared/model/vocabulary.ts'
import { Select } from '../../../ui/input/choice.tsx'
import { TextArea, TextField } from '../../../ui/input/text-field.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import type { IndicatorDraft, IndicatorErrors } from './indicator-draft.ts'
import styles from './indicator-form.module.css'

interface IndicatorFormProps {
  readonly draft: IndicatorDraft
  readonly errors: IndicatorErrors
  /** The sections that the framework has, each as one text. */
  readonly sections: readonly string[]
  readonly onChange: (draft: IndicatorDraft) => void
}

const NOT_GIVEN = { value: 'none', label: 'Not given' } as const

const DATA_TYPE_OPTIONS = [
  NOT_GIVEN,
  ...DATA_TYPES.map(value => ({ value, label: DATA_TYPE_NAMES[value] })),
] as const

const STATUS_OPTIONS = [
  NOT_GIVEN,
  ...STATUSES.map(value => ({ value, label: STATUS_CHOICES[value] })),
] as const

const OTHER = 'Another section…'

function SectionField({ draft, errors, sections, onChange }: IndicatorFormProps) {
  const isKnown = sections.includes(draft.section)
  const options = [...sections, OTHER].map(value => ({ value, label: value }))
  return (
    <>
      <Select
        label="Section"
        options={options}
        value={isKnown ? draft.section : OTHER}
        onChange={value => onChange({ ...draft, section: value === OTHER ? '' : value })}
      />
      {!isKnown && (
        <TextField
          label="Name of the section"
          description="For a section within another, put > between them."
          value={draft.section}
          error={errors.section}
          onChange={section => onChange({ ...draft, section })}
        />
      )}
    </>
  )
}

function Words({ draft, errors, onChange }: Omit<IndicatorFormProps, 'sections'>) {
  return (
    <>
      <div className={styles.short}>
        <TextField
          label="Code"
          value={draft.code}
          error={errors.code}
          maxLength={100}
          onChange={code => onChange({ ...draft, code })}
        />
      </div>
      <TextArea
        label="Title"
        rows={2}
        value={draft.title}
        error={errors.title}
        onChange={title => onChange({ ...draft, title })}
      />
      <TextArea
        label="Plain wording (optional)"
        description="For young people and anyone who prefers it."
        rows={2}
        value={draft.easyRead}
        onChange={easyRead => onChange({ ...draft, easyRead })}
      />
      <TextArea
        label="Definition (optional)"
        rows={3}
        value={draft.definition}
        onChange={definition => onChange({ ...draft, definition })}
      />
    </>
  )
}

function More({ draft, onChange }: Pick<IndicatorFormProps, 'draft' | 'onChange'>) {
  return (
    <Disclosure level={2} summary="Source, unit and more">
      <div className={styles.more}>
        {factFields('long').map(field => (
          <TextArea
            key={field}
            label={FIELD_WORDS[field].name}
            value={draft[field]}
            onChange={text => onChange({ ...draft, [field]: text })}
          />
        ))}
        <div className={styles.pair}>
          {factFields('short').map(field => (
            <TextField
              key={field}
              label={FIELD_WORDS[field].name}
              value={draft[field]}
              onChange={text => onChange({ ...draft, [field]: text })}
            />
          ))}
        </div>
        <TextArea
          label="Notes"
          value={draft.notes}
          onChange={notes => onChange({ ...draft, notes })}
        />
      </div>
    </Disclosure>
  )
}

/** The fields of one indicator. */
export function IndicatorForm(props: IndicatorFormProps) {
  const { draft, onChange } = props
  return (
    <Stack gap={4}>
      <Words {...props} />
      <SectionField {...props} />
      <TextArea
        label="Expected outcome (optional)"
        rows={2}
        value={draft.outcome}
        onChange={outcome => onChange({ ...draft, outcome })}
      />
      <div className={styles.pair}>
        <Select
          label="Data type"
          options={DATA_TYPE_OPTIONS}
          value={draft.dataType}
          onChange={dataType => onChange({ ...draft, dataType })}
        />
        <Select
          label="Status"
          options={STATUS_OPTIONS}
          value={draft.status}
          onChange={status => onChange({ ...draft, status })}
        />
      </div>
      <More {...props} />
    </Stack>
  )
}
