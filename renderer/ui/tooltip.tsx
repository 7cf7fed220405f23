import type { ReactNode } from 'react'
import { Tooltip as Bubble, TooltipTrigger } from 'react-aria-components'
import styles from './tooltip.module.css'

interface TooltipProps {
  readonly text: string
  /** One pressable thing of this kit; what it says must be known without the tooltip too. */
  readonly children: ReactNode
}

/** A few words beside a control, on hover and on focus. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Bubble className={styles.tooltip ?? ''} offset={8}>
        {text}
      </Bubble>
    </TooltipTrigger>
  )
}
