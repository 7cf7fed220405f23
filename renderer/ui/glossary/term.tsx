import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import { AS_BROUGHT } from '../language/language-context.tsx'
import { Paragraphs } from '../layout/paragraphs.tsx'
import styles from './term.module.css'

interface TermProps {
  readonly meaning: string
  readonly children: string
}

/** The time, in milliseconds, in which a pointer may cross from a word to its explanation, or back. */
const CROSSING_MS = 200

/**
 * A word with its meaning, which a tap, a pointer over it and the focus bring up. It stays until that is over, and goes at
 * once with Escape or a tap elsewhere; a pointer may move into it. Screen readers say it as the word's description.
 */
export function Term({ meaning, children }: TermProps) {
  const id = useId()
  const word = useRef<HTMLSpanElement>(null)
  const { isOpen, setIsOpen, over } = useExplanation(word)
  const scrolls = useScrolls(word, isOpen)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    setIsOpen(!isOpen)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button is a box, which a long term in a line of text cannot be */}
      <span
        ref={word}
        role="button"
        tabIndex={0}
        aria-describedby={id}
        className={styles.term}
        onClick={() => setIsOpen(true)}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={press}
        {...over}
      >
        {children}
      </span>
      <span id={id} hidden {...AS_BROUGHT}>
        {meaning}
      </span>
      <Popover
        key={scrolls}
        isNonModal
        isOpen={isOpen}
        triggerRef={word}
        placement="bottom start"
        offset={6}
        className={styles.meaning ?? ''}
      >
        {/* Drawn at the end of the page, it would be outside of all landmarks. */}
        <section aria-label={children} {...over}>
          <div role="tooltip" {...AS_BROUGHT}>
            <Paragraphs text={meaning} />
          </div>
        </section>
      </Popover>
    </>
  )
}

/** Keeps an explanation open while a pointer is over its word or over itself, until a press outside of the word. */
function useExplanation(word: { readonly current: HTMLElement | null }) {
  const [isOpen, setIsOpen] = useState(false)
  const leaving = useRef<number>(undefined)
  useEffect(() => {
    if (!isOpen) return undefined
    const close = (event: Event) => {
      const isWithin = event.target instanceof Element && event.target.closest('[role="tooltip"]')
      if (!isWithin && !word.current?.contains(event.target as Node)) setIsOpen(false)
    }
    const closeByKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setIsOpen(false)
      // Whatever else Escape would close or leave stays: only the next press is for it.
      event.stopPropagation()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', closeByKey, true)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', closeByKey, true)
      window.clearTimeout(leaving.current)
    }
  }, [isOpen, word])
  const over = {
    onPointerEnter: ({ pointerType }: { readonly pointerType: string }) => {
      window.clearTimeout(leaving.current)
      if (pointerType === 'mouse') setIsOpen(true)
    },
    onPointerLeave: () => {
      leaving.current = window.setTimeout(() => {
        if (document.activeElement !== word.current) setIsOpen(false)
      }, CROSSING_MS)
    },
  }
  return { isOpen, setIsOpen, over }
}

/**
 * Counts how often what holds a word was scrolled while its explanation is open, so that the explanation is placed anew: the
 * focus itself may scroll its word into view, and what it brings up has to stay.
 */
function useScrolls(word: { readonly current: HTMLElement | null }, isOpen: boolean): number {
  const [scrolls, setScrolls] = useState(0)
  useEffect(() => {
    if (!isOpen) return undefined
    const count = ({ target }: Event) => {
      if (target instanceof Node && target.contains(word.current)) setScrolls(before => before + 1)
    }
    document.addEventListener('scroll', count, true)
    return () => document.removeEventListener('scroll', count, true)
  }, [isOpen, word])
  return scrolls
}
