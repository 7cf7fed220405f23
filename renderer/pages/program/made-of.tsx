import { formatCount } from '../../../shared/messages/figures.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import { licenceText, type Material, madeOf, pageBuild } from './materials.ts'
import styles from './program.module.css'

const COLUMNS: readonly Column<Material>[] = [
  { id: 'name', heading: 'Package', isRowHeading: true, cell: ({ name }) => name },
  { id: 'version', heading: 'Version', width: '8rem', cell: ({ version }) => version },
  { id: 'licence', heading: 'Licence', width: '14rem', cell: ({ licence }) => licence },
]

interface MadeOfProps {
  readonly engineBuild: string
}

/** The packages that the program is made of and their licences, and the figures that tell one build from another. */
export function MadeOf({ engineBuild }: MadeOfProps) {
  return (
    <Stack as="section" gap={4} aria-labelledby="made-of">
      <h2 id="made-of" className={styles.heading}>
        What it is made of
      </h2>
      <p className={styles.text}>
        Two laptops have the same program where these figures are the same:{' '}
        <code className={styles.path}>
          {engineBuild} {pageBuild}
        </code>
        . They are a checksum of the sources of its engine and of its pages.
      </p>
      <p className={styles.text}>
        The list and the licences also lie beside the program, as{' '}
        <code className={styles.path}>bill-of-materials.cdx.json</code> (CycloneDX) and{' '}
        <code className={styles.path}>licences.txt</code>.
      </p>
      <div>
        <Disclosure summary="Packages, with their licences" note={formatCount(madeOf.length)}>
          <Table
            caption="Packages that the program is made of"
            columns={COLUMNS}
            rows={madeOf}
            rowKey={({ name, version }) => `${name} ${version}`}
            isCompact
          />
        </Disclosure>
        <Disclosure summary="The licences, word by word">
          <section className={styles.licences} aria-label="Licences">
            {licenceText}
          </section>
        </Disclosure>
      </div>
    </Stack>
  )
}
