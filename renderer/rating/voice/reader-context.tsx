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
import { AS_BROUGHT, usePageLanguage } from '../../ui/language/language-context.tsx'
import { useChoices, useFlow, useFlowStore, useRating } from '../session/rating-context.tsx'
import { PAGE_MARKS, type PageSentence, sentencesOnPage } from './page-sentences.ts'
import { canRead, createReader, type Reader } from './reader.ts'

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

/** The voices that there are for the page: for what is asked, and for the language of the person. */
function useVoices(reader: Reader<PageSentence>) {
  const reading = useStore(reader.state)
  const { code } = usePageLanguage()
  const hasOwnVoice = canRead(reading, code)
  return { hasVoice: hasOwnVoice || canRead(reading, AS_BROUGHT.lang), hasOwnVoice }
}

/** Reads each question as the person is led to it, where they chose so, and is silent about the one before. */
function ReadsByItself({ reader }: { readonly reader: Reader<PageSentence> }) {
  const { readsAloud } = useChoices()
  const { code } = usePageLanguage()
  const { hasVoice } = useVoices(reader)
  const question = useFlow(state => state.question)
  const indicator = useRating(state => state.indicators[state.position]?.id)
  const wording = useRating(state => state.wording)
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    reader.stop()
    const about = `${indicator} ${wording} ${code}`
    const isNew = last.current !== about
    last.current = about
    if (readsAloud && hasVoice && indicator !== undefined) {
      reader.read(sentencesOnPage(question, isNew))
    }
  }, [reader, readsAloud, hasVoice, question, indicator, wording, code])
  return null
}

interface ReadAloud {
  /** True where something on the page can be read. */
  readonly hasVoice: boolean
  /** True where what is in the language of the person can be read. */
  readonly hasOwnVoice: boolean
  readonly isReading: boolean
  readonly toggle: () => void
}

/** The reading aloud, with a way to begin it or to end it. Throws outside the provider. */
export function useReadAloud(): ReadAloud {
  const reader = useContext(ReaderContext)
  if (reader === null) throw new Error('There is no ReaderProvider above this component.')
  const flow = useFlowStore()
  const { isReading } = useStore(reader.state)
  const voices = useVoices(reader)
  const toggle = useCallback(() => {
    if (reader.state.getState().isReading) reader.stop()
    else reader.read(sentencesOnPage(flow.getState().question, true))
  }, [reader, flow])
  return { ...voices, isReading, toggle }
}
