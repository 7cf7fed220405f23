import type { ReactNode } from 'react'
import type { Loadable } from '../stores/loadable.ts'
import { Button } from './button.tsx'
import { RetryIcon } from './icons.tsx'
import { Notice } from './notice.tsx'
import { Spinner } from './spinner.tsx'

interface LoadedProps<Value> {
  readonly from: Loadable<Value>
  /** What is being read, for the wait and for when it fails: `the library`. */
  readonly what: string
  readonly onRetry: () => void
  readonly children: (value: Value) => ReactNode
}

/** Shows something asked of the engine: the wait, what went wrong, or the thing itself. */
export function Loaded<Value>({ from, what, onRetry, children }: LoadedProps<Value>) {
  if (from.state === 'loading') return <Spinner label={`Reading ${what}`} />
  if (from.state === 'ready') return children(from.value)
  return (
    <Notice
      tone="danger"
      heading={`This could not be read: ${what}`}
      announce
      actions={
        <Button icon={<RetryIcon />} onPress={onRetry}>
          Try again
        </Button>
      }
    >
      <p>{from.problem.message}</p>
    </Notice>
  )
}
