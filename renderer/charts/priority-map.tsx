import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { TYPEFACE } from '../../shared/charts/frame/elements.ts'
import type { JudgedAxis, MapDot } from '../../shared/charts/priority-map/dots.ts'
import { drawMap } from '../../shared/charts/priority-map/draw-map.ts'
import { layoutMap, type PlacedDot } from '../../shared/charts/priority-map/layout.ts'
import { CHART_WORDS } from '../../shared/messages/charts.ts'
import { classNames } from '../ui/class-names.ts'
import { MOST_DRAWN_WHOLE } from '../ui/layout/near-window.ts'
import { dotWords, MapCard } from './map-card.tsx'
import { isArrowKey, nextInDirection, useBrush } from './pointing.ts'
import styles from './priority-map.module.css'
import { SCREEN_THEME } from './screen-theme.ts'

interface PriorityMapPlotProps {
  readonly dots: readonly MapDot[]
  readonly axis: JudgedAxis
  readonly width: number
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onOpen: (dot: MapDot) => void
}

const LOOK = { theme: SCREEN_THEME, words: CHART_WORDS }

/**
 * The interactive priority map: dots can be pointed at, reached by arrow keys, opened, and chosen with
 * a frame or by Space.
 */
export function PriorityMapPlot(props: PriorityMapPlotProps) {
  const { dots, axis, width, chosen, onChoose, onOpen } = props
  const layout = useMemo(() => layoutMap(dots, axis, width), [dots, axis, width])
  const { height, content } = useMemo(() => drawMap(layout, axis, LOOK), [layout, axis])
  const [pointed, setPointed] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const { frame, handlers } = useBrush(layout.dots, {
    onPoint: setPointed,
    onOpen,
    onFrame: ids => onChoose(new Set(ids)),
  })
  const shown = layout.dots.find(({ id }) => id === (pointed ?? focused))
  return (
    <div className={styles.plot} style={{ width, height }} {...handlers}>
      <svg width={width} height={height} fontFamily={TYPEFACE} aria-hidden="true">
        {content}
      </svg>
      <MapDots
        dots={layout.dots}
        axis={axis}
        chosen={chosen}
        pointed={pointed}
        onFocus={setFocused}
        onChoose={onChoose}
        onOpen={onOpen}
      />
      {frame && (
        <div
          className={styles.frame}
          style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
        />
      )}
      {shown && !frame && <MapCard dot={shown} axis={axis} plotWidth={width} />}
    </div>
  )
}

interface MapDotsProps {
  readonly dots: readonly PlacedDot[]
  readonly axis: JudgedAxis
  readonly chosen: ReadonlySet<string>
  /** The dot under the pointer. */
  readonly pointed: string | null
  readonly onFocus: (id: string | null) => void
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onOpen: (dot: MapDot) => void
}

interface OneDotProps {
  readonly dot: PlacedDot
  readonly words: string
  readonly isStop: boolean
  readonly isChosen: boolean
  readonly isPointed: boolean
  /** Its place among all dots, from 1, where not all of them are in the list. */
  readonly place?: number
  readonly of?: number
}

/** A dot for the keyboard and for screen readers, over the one that is drawn. */
const OneDot = memo(function OneDot(props: OneDotProps) {
  const { dot, words, isStop, isChosen, isPointed, place, of } = props
  const size = dot.radius * 2 + 6
  return (
    <div
      role="option"
      data-dot={dot.id}
      tabIndex={isStop ? 0 : -1}
      aria-selected={isChosen}
      aria-label={words}
      aria-posinset={place}
      aria-setsize={of}
      className={classNames(styles.dot, isChosen && styles.chosen, isPointed && styles.pointed)}
      style={{ left: dot.x - size / 2, top: dot.y - size / 2, width: size, height: size }}
    />
  )
})

const withOrWithout = (chosen: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}

/**
 * The dots as a list to walk through by arrow keys, where they point; Enter opens, Space chooses. Of very many only those
 * that somebody is at or has chosen are in it.
 */
function MapDots(props: MapDotsProps) {
  const { dots, axis, chosen, pointed, onFocus, onChoose, onOpen } = props
  const list = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const current = dots.find(({ id }) => id === stop) ?? dots[0]
  const goTo = (dot: PlacedDot | undefined) => {
    if (!dot) return
    flushSync(() => setStop(dot.id))
    list.current?.querySelector<HTMLElement>(`[data-dot="${dot.id}"]`)?.focus()
  }
  const drawn =
    dots.length > MOST_DRAWN_WHOLE
      ? dots.filter(({ id }) => id === current?.id || id === pointed || chosen.has(id))
      : dots
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    if (!current || ctrlKey || metaKey || altKey) return
    if (isArrowKey(key)) goTo(nextInDirection(dots, current, key))
    else if (key === 'Home') goTo(dots[0])
    else if (key === 'End') goTo(dots.at(-1))
    else if (key === 'Enter') onOpen(current)
    else if (key === ' ') onChoose(withOrWithout(chosen, current.id))
    else if (key === 'Escape') onChoose(new Set())
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-label="Indicators on the map; arrow keys go from one to the next, Enter opens, Space chooses"
      className={styles.dots}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const id = target.dataset.dot ?? null
        setStop(id)
        onFocus(id)
      }}
      onBlur={() => onFocus(null)}
    >
      {drawn.map(dot => (
        <OneDot
          key={dot.id}
          dot={dot}
          words={dotWords(dot, axis)}
          isStop={dot.id === current?.id}
          isChosen={chosen.has(dot.id)}
          isPointed={dot.id === pointed}
          {...(drawn !== dots && { place: dots.indexOf(dot) + 1, of: dots.length })}
        />
      ))}
    </div>
  )
}
