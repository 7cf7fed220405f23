import type { Framework, IndicatorText } from '../../shared/model/framework.ts'
import { appendFramework } from '../store/frameworks.ts'
import type { WritableStore } from '../store/store.ts'
import { hashFramework, indicatorId } from './hash.ts'

/** A checked framework on its way into a workbook. */
export interface NewFramework extends Pick<Framework, 'title' | 'origin' | 'fileName'> {
  readonly indicators: readonly IndicatorText[]
}

/**
 * Stores a framework version; call it inside a transaction. Its hash and its indicators' ids come
 * from its content, so two laptops that load the same framework hold the same records.
 */
export function loadFramework(
  store: WritableStore,
  framework: NewFramework,
  by: { readonly device: string; readonly now: string },
): string {
  const { indicators, title, origin, fileName } = framework
  const hash = hashFramework(indicators)
  appendFramework(
    store,
    { hash, title, origin, fileName, loadedAt: by.now, device: by.device },
    indicators.map(indicator => ({ ...indicator, id: indicatorId(hash, indicator.code) })),
  )
  return hash
}
