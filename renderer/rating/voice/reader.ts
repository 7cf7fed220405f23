import { createStore, type StoreApi } from 'zustand/vanilla'

/** A sentence to be read aloud. */
export interface Sentence {
  readonly text: string
}

/** The state of the reading aloud. */
export interface Reading {
  /** True where the system has a voice of its own, which needs no network. */
  readonly hasVoice: boolean
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
  /** Reads these sentences, and no longer what was read before; does nothing without a voice. */
  readonly read: (sentences: readonly Spoken[]) => void
  readonly stop: () => void
  /** Follows the system's voices, until the function that it gives is called. */
  readonly follow: () => () => void
}

/**
 * The voice for a language: one of the system's own, as others send what they read to a server. One of another language
 * reads English badly, and is left out.
 */
function voiceFor(speech: Speech, language: string): SpeechSynthesisVoice | undefined {
  const fitting = speech
    .getVoices()
    .filter(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language))
  return fitting.find(voice => voice.default) ?? fitting[0]
}

/** The length of the word that begins there, for systems that do not say it. */
const wordLength = (text: string, start: number): number =>
  /^\S*/.exec(text.slice(start))?.[0].length ?? 0

/** A reader by the system's voices; `speech` is undefined where there are none at all. */
export function createReader<Spoken extends Sentence>(
  speech: Speech | undefined,
  marks: Marks<Spoken>,
  language = 'en',
): Reader<Spoken> {
  const voice = () => speech && voiceFor(speech, language)
  const state = createStore<Reading>(() => ({ hasVoice: voice() !== undefined, isReading: false }))
  // Named for as long as it is read: a browser forgets to tell of one that nothing holds.
  let reading: readonly SpeechSynthesisUtterance[] = []
  const stop = () => {
    if (!state.getState().isReading) return
    reading = []
    speech?.cancel()
    marks.clear()
    state.setState({ isReading: false })
  }
  const utter = (sentence: Spoken, by: SpeechSynthesisVoice) => {
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
    return utterance
  }
  return {
    state,
    read: sentences => {
      stop()
      const by = voice()
      if (by === undefined || sentences.length === 0) return
      reading = sentences.map(sentence => utter(sentence, by))
      state.setState({ isReading: true })
      for (const utterance of reading) speech?.speak(utterance)
    },
    stop,
    follow: () => {
      const look = () => state.setState({ hasVoice: voice() !== undefined })
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
