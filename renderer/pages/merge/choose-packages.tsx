import type { PackagePlace } from '../../../shared/host.ts'
import { Button } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { FileIcon, FolderIcon } from '../../ui/icons.tsx'
import styles from './choose-packages.module.css'

interface ChoosePackagesProps {
  readonly onChoose: (from: PackagePlace) => void
  readonly onDrop: (dropped: DataTransfer) => void
  /** The person was further on and has come back: the focus begins here. */
  readonly isBack: boolean
}

/** Where packages, or a folder of them, are dropped or chosen. */
export function ChoosePackages({ onChoose, onDrop, isBack }: ChoosePackagesProps) {
  return (
    <DropArea label="Packages" onDrop={onDrop}>
      <div>
        <p className={styles.ask}>Drop packages here, or a folder of them</p>
        <p className={styles.hint}>
          Files that end with .workbook, in any order. One that comes twice counts once.
        </p>
      </div>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          size="large"
          icon={<FileIcon />}
          autoFocus={isBack}
          onPress={() => onChoose('files')}
        >
          Choose packages
        </Button>
        <Button size="large" icon={<FolderIcon />} onPress={() => onChoose('folder')}>
          Choose a folder
        </Button>
      </div>
    </DropArea>
  )
}
