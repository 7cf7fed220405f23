import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  canRead,
  createReader,
  type Sentence,
  type Speech,
} from '../../../../renderer/rating/voice/reader.ts'

/** An utterance as a browser makes it; there is no browser here. */
class Utterance {
  voice: SpeechSynthesisVoice | null = null
  lang = ''
  onstart: (() => void) | null = null
  onend: (() => void) | null = null
  onerror: (() => void) | null = null
  onboundary: ((at: { name: string; charIndex: number; charLength?: number }) => void) | null = null
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A system's speech: voices that can be installed, and what it was asked to say. */
class System extends EventTarget {
  voices: SpeechSynthesisVoice[] = []
  readonly asked: Utterance[] = []
  canceled = 0
  getVoices = () => this.voices
  speak = (utterance: unknown) => void this.asked.push(utterance as Utterance)
  cancel = () => void this.canceled++
}

const voice = (name: string, lang: string, localService: boolean, isDefault = false) =>
  ({ name, lang, localService, default: isDefault, voiceURI: name }) as SpeechSynthesisVoice

const SENTENCES: readonly Sentence[] = [
  { text: 'How often do people ask for help?', lang: 'en-GB' },
  { text: 'Very useful', lang: 'en-GB' },
]

let system: System
let marked: string[]

const reader = () =>
  createReader(system as unknown as Speech, {
    sentence: ({ text }) => marked.push(`sentence: ${text}`),
    word: ({ text }, start, length) => marked.push(`word: ${text.slice(start, start + length)}`),
    clear: () => marked.push('nothing'),
  })

beforeEach(() => {
  system = new System()
  marked = []
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

it('takes a voice of the system’s own for English, and none that sends what it reads away', () => {
  system.voices = [voice('Cloud', 'en-GB', false, true), voice('Claire', 'fr-FR', true)]
  const reads = reader()
  reads.follow()
  const hasVoice = () => canRead(reads.state.getState(), 'en-GB')
  expect(hasVoice()).toBe(false)
  reads.read(SENTENCES)
  expect(system.asked).toEqual([])
  system.voices = [...system.voices, voice('Arthur', 'en-GB', true)]
  system.dispatchEvent(new Event('voiceschanged'))
  expect(hasVoice()).toBe(true)
  reads.read(SENTENCES)
  expect(system.asked.map(({ voice }) => voice?.name)).toEqual(['Arthur', 'Arthur'])
})

it('marks the sentence and the word that the voice is at, and nothing once it has ended', () => {
  system.voices = [voice('Arthur', 'en-GB', true)]
  const reads = reader()
  reads.read(SENTENCES)
  const [first, second] = system.asked
  first?.onstart?.()
  first?.onboundary?.({ name: 'word', charIndex: 4, charLength: 5 })
  // Some systems do not say how long a word is.
  first?.onboundary?.({ name: 'word', charIndex: 10 })
  first?.onend?.()
  second?.onstart?.()
  expect(reads.state.getState().isReading).toBe(true)
  second?.onend?.()
  expect(reads.state.getState().isReading).toBe(false)
  expect(marked).toEqual([
    'sentence: How often do people ask for help?',
    'word: often',
    'word: do',
    'sentence: Very useful',
    'nothing',
  ])
})

it('is silent once it is stopped, and marks nothing of what it was reading', () => {
  system.voices = [voice('Arthur', 'en-GB', true)]
  const reads = reader()
  reads.read(SENTENCES)
  const [first] = system.asked
  reads.stop()
  first?.onstart?.()
  first?.onboundary?.({ name: 'word', charIndex: 0, charLength: 3 })
  expect(system.canceled).toBe(1)
  expect(marked).toEqual(['nothing'])
})

it('reads each sentence by a voice for its language, and leaves out what none is for', () => {
  system.voices = [voice('Arthur', 'en-GB', true), voice('Gwyneth', 'cy_GB', true)]
  const mixed: readonly Sentence[] = [
    { text: 'How often do people ask for help?', lang: 'en-GB' },
    { text: 'Defnyddiol iawn', lang: 'cy-GB' },
    { text: 'Très utile', lang: 'fr' },
  ]
  reader().read(mixed)
  expect(system.asked.map(({ text, voice }) => [text, voice?.name])).toEqual([
    ['How often do people ask for help?', 'Arthur'],
    ['Defnyddiol iawn', 'Gwyneth'],
  ])
})
