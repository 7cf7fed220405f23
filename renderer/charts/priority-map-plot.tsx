import { useMemo, useState } from 'react'
import { TYPEFACE } from '../../shared/charts/elements.ts'
import type { JudgedAxis } from '../../shared/charts/judged-value.ts'
import type { MapDot } from '../../shared/charts/priority-map/dots.ts'
import { drawMap } from '../../shared/charts/priority-map/draw-map.ts'
import { layoutMap } from '../../shared/charts/priority-map/layout.ts'
import { MapCard } from './map-card.tsx'
import { MapDots } from './map-dots.tsx'
import styles from './priority-map-plot.module.css'
import { SCREEN_THEME } from './screen-theme.ts'
import { useBrush } from './use-brush.ts'

interface PriorityMapPlotProps {
  readonly dots: readonly MapDot[]
  readonly axis: JudgedAxis
  readonly width: number
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onOpen: (dot: MapDot) => void
}

/**
 * The priority map to explore: point at a dot or go there by arrow keys, open it, or choose several
 * with a frame or by Space.
 */
export function PriorityMapPlot(props: PriorityMapPlotProps) {
  const { dots, axis, width, chosen, onChoose, onOpen } = props
  const layout = useMemo(() => layoutMap(dots, axis, width), [dots, axis, width])
  const { height, content } = useMemo(() => drawMap(layout, axis, SCREEN_THEME), [layout, axis])
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
