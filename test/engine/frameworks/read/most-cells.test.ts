import { writeFileSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import type { EngineClient } from '../../../../shared/host.ts'
import { refusalMessage } from '../../../../shared/messages/check.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { frameworkOfCells, MOST_CELLS, tooManyCells } from '../../../helpers/many-cells.ts'
import { createTestEngine } from '../../../helpers/test-engine.ts'

// The desktop is held to the same in test/desktop/files.spec.ts.
it.skipIf(!isLongRun)(
  'reads as many cells as the limit allows, and refuses one more by it',
  async () => {
    using engine = createTestEngine()
    const client: EngineClient = createRouterClient(engine.router)
    const check = (cells: number) => {
      const path = engine.folder.file('many.xlsx')
      writeFileSync(path, frameworkOfCells(cells))
      return client.framework.check({ file: engine.permits.grant({ path, name: 'many.xlsx' }) })
    }
    expect(await check(MOST_CELLS)).not.toHaveProperty('refused')
    const outcome = await check(MOST_CELLS + 1)
    if (!('refused' in outcome)) throw new Error('A file of too many cells was read.')
    expect(refusalMessage('many.xlsx', outcome.refused)).toBe(tooManyCells('many.xlsx'))
  },
  180_000,
)
