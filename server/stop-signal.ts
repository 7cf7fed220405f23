/** SIGHUP is a closed console too, and SIGBREAK what Windows sends for Ctrl+Break. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const

/**
 * Aborted when a person or the system asks this process to end (Ctrl+C, a closed terminal). Only the
 * first time: asked again, the process ends at once, whatever it is still tidying up.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of STOP_SIGNALS) process.once(name, () => controller.abort())
  return controller.signal
}

/** Resolves when the signal is aborted, or at once when it already is. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
