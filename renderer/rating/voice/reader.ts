import { createStore, type StoreApi } from 'zustand/vanilla'

/** A sentence to be read aloud. */
export interface Sentence {
  readonly text: string
  /** The language that it is in, such as `en-GB`. */
  readonly lang: string
}

/** The state of the reading aloud. */
export interface Reading {
  /** The languages for which the system has a voice of its own, which needs no network: `en`. */
  readonly languages: readonly string[]
  readonly isReading: boolean
}

/** The marks on the page that follow the voice. */
export interface Marks<Spoken extends Sentence> {
  readonly sentence: (sentence: Spoken) => void
  readonly word: (sentence: Spoken, start: number, length: number) => void
  readonly clear: () => void
}

/** The part of a browser's speech that is used. */
export type Speech = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'> & EventTarget

/** Reads sentences aloud, one after the other. */
export interface Reader<Spoken extends Sentence> {
  readonly state: StoreApi<Reading>
  /**
   * Reads these sentences, each by a voice for its language, and no longer what was read before; leaves those out for
   * which there is no voice.
   */
  readonly read: (sentences: readonly Spoken[]) => void
  readonly stop: () => void
  /** Follows the system's voices, until the function that it gives is called. */
  readonly follow: () => () => void
}

/** The language of a tag, without its country: some systems part them by a line below. */
const languageOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

/** Tests whether there is a voice for a language. */
export const canRead = ({ languages }: Reading, tag: string): boolean =>
  languages.includes(languageOf(tag))

/** The system's own voices; others send what they read to a server. */
const ownVoices = (speech: Speech | undefined): readonly SpeechSynthesisVoice[] =>
  speech?.getVoices().filter(({ localService }) => localService) ?? []

/** The voice for a language; one of another language would read it badly. */
function voiceFor(speech: Speech, tag: string): SpeechSynthesisVoice | undefined {
  const fitting = ownVoices(speech).filter(({ lang }) => languageOf(lang) === languageOf(tag))
  return fitting.find(voice => voice.default) ?? fitting[0]
}

/** The length of the word that begins there, for systems that do not say it. */
const wordLength = (text: string, start: number): number =>
  /^\S*/.exec(text.slice(start))?.[0].length ?? 0

/** A reader by the system's voices; `speech` is undefined where there are none at all. */
export function createReader<Spoken extends Sentence>(
  speech: Speech | undefined,
  marks: Marks<Spoken>,
): Reader<Spoken> {
  const spoken = () => [...new Set(ownVoices(speech).map(({ lang }) => languageOf(lang)))]
  const state = createStore<Reading>(() => ({ languages: spoken(), isReading: false }))
  // Named for as long as it is read: a browser forgets to tell of one that nothing holds.
  let reading: readonly SpeechSynthesisUtterance[] = []
  const stop = () => {
    if (!state.getState().isReading) return
    reading = []
    speech?.cancel()
    marks.clear()
    state.setState({ isReading: false })
  }
  const utter = (sentence: Spoken): readonly SpeechSynthesisUtterance[] => {
    const by = speech && voiceFor(speech, sentence.lang)
    if (by === undefined) return []
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.voice = by
    utterance.lang = by.lang
    const whileRead = (act: () => void) => () => {
      if (reading.includes(utterance)) act()
    }
    utterance.onstart = whileRead(() => marks.sentence(sentence))
    utterance.onboundary = ({ name, charIndex, charLength }) => {
      if (name !== 'word' || !reading.includes(utterance)) return
      marks.word(sentence, charIndex, charLength || wordLength(sentence.text, charIndex))
    }
    utterance.onend = whileRead(() => {
      if (reading.at(-1) === utterance) stop()
    })
    utterance.onerror = whileRead(stop)
    return [utterance]
  }
  return {
    state,
    read: sentences => {
      stop()
      reading = sentences.flatMap(utter)
      if (reading.length === 0) return
      state.setState({ isReading: true })
      for (const utterance of reading) speech?.speak(utterance)
    },
    stop,
    follow: () => {
      const look = () => state.setState({ languages: spoken() })
      // Most systems tell their voices a moment after they are asked first.
      look()
      speech?.addEventListener('voiceschanged', look)
      return () => {
        speech?.removeEventListener('voiceschanged', look)
        stop()
      }
    },
  }
}
