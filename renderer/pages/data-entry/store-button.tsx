import { Button } from '../../ui/input/button.tsx'
import type { RatingsFiles } from './use-ratings-files.ts'

interface StoreButtonProps {
  readonly file: Pick<RatingsFiles, 'isStoring' | 'store'>
  readonly isDisabled: boolean
  readonly children: string
}

/** The button that stores everything that fits. */
export function StoreButton({ file, isDisabled, children }: StoreButtonProps) {
  return (
    <div>
      <Button
        variant="primary"
        size="large"
        isPending={file.isStoring}
        isDisabled={isDisabled}
        onPress={file.store}
      >
        {children}
      </Button>
    </div>
  )
}
