import { useState } from 'react'
import type { OpenSheet, SheetEntry } from '../../../shared/model/paper.ts'
import { COMMENT_LIMIT } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { Button } from '../../ui/input/button.tsx'
import { TextArea, TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { questionKey } from './use-key-in.ts'

interface WordsProps {
  readonly sheet: OpenSheet
  readonly read: ReadonlyMap<string, SheetEntry>
  readonly onRead: (entry: SheetEntry) => void
}

/** The words that somebody wrote on a sheet, each beside the line whose number they gave it. */
export function SheetWords({ sheet, read, onRead }: WordsProps) {
  const [number, setNumber] = useState('')
  const [text, setText] = useState('')
  const line = sheet.lines[Number(number) - 1]
  const isWrong = number.trim() !== '' && !line
  const [criterion] = CRITERIA
  const written = sheet.lines.flatMap(({ indicator, code }, at) => {
    const comment = read.get(questionKey({ indicator, criterion }))?.comment ?? ''
    return comment === '' ? [] : [{ at, code, comment }]
  })
  const keep = () => {
    if (!line || text.trim() === '') return
    const question = { indicator: line.indicator, criterion }
    const before = read.get(questionKey(question))
    onRead({ ...question, answer: before?.answer ?? { kind: 'none' }, comment: text.trim() })
    setNumber('')
    setText('')
  }
  return (
    <Disclosure summary="Words on the sheet" level={2} note={String(written.length)}>
      <Stack gap={4}>
        {written.length > 0 && (
          <ul>
            {written.map(({ at, code, comment }) => (
              <li key={at}>
                Line {at + 1}, <bdi>{code}</bdi>: <span dir="auto">{comment}</span>
              </li>
            ))}
          </ul>
        )}
        <TextField
          label="Number of the line"
          value={number}
          onChange={setNumber}
          inputMode="numeric"
          {...(isWrong && { error: `Type a number from 1 to ${sheet.lines.length}.` })}
        />
        <TextArea
          label="What is written"
          value={text}
          onChange={setText}
          maxLength={COMMENT_LIMIT}
        />
        <div>
          <Button isDisabled={!line || text.trim() === ''} onPress={keep}>
            Keep these words
          </Button>
        </div>
      </Stack>
    </Disclosure>
  )
}
