import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { useChoices, useFlow, useFlowStore, useRating } from '../session/rating-context.tsx'
import { PAGE_MARKS, type PageSentence, sentencesOnPage } from './page-sentences.ts'
import { createReader, type Reader, type Reading } from './reader.ts'

const ReaderContext = createContext<Reader<PageSentence> | null>(null)

/** Hands down a reader of the page for one person; it is silent once they are gone. */
export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const [reader] = useState(() => createReader(globalThis.speechSynthesis, PAGE_MARKS))
  useEffect(() => reader.follow(), [reader])
  return (
    <ReaderContext value={reader}>
      <ReadsByItself reader={reader} />
      {children}
    </ReaderContext>
  )
}

/** Reads each question as the person is led to it, where they chose so, and is silent about the one before. */
function ReadsByItself({ reader }: { readonly reader: Reader<PageSentence> }) {
  const { readsAloud } = useChoices()
  const { hasVoice } = useStore(reader.state)
  const question = useFlow(state => state.question)
  const indicator = useRating(state => state.indicators[state.position]?.id)
  const wording = useRating(state => state.wording)
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    reader.stop()
    const about = `${indicator} ${wording}`
    const isNew = last.current !== about
    last.current = about
    if (readsAloud && hasVoice && indicator !== undefined) {
      reader.read(sentencesOnPage(question, isNew))
    }
  }, [reader, readsAloud, hasVoice, question, indicator, wording])
  return null
}

/** The reading aloud, with a way to begin it or to end it. Throws outside the provider. */
export function useReadAloud(): Reading & { readonly toggle: () => void } {
  const reader = useContext(ReaderContext)
  if (reader === null) throw new Error('There is no ReaderProvider above this component.')
  const flow = useFlowStore()
  const reading = useStore(reader.state)
  const toggle = useCallback(() => {
    if (reader.state.getState().isReading) reader.stop()
    else reader.read(sentencesOnPage(flow.getState().question, true))
  }, [reader, flow])
  return { ...reading, toggle }
}
