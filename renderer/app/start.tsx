import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyAppearance, createAppearanceStore } from '../data/appearance-store.ts'
import { findHost } from '../data/host/find-host.ts'
import { createServices } from '../data/services.tsx'
import { LockedPage } from '../pages/common/no-page.tsx'
import { App, loadPagesAhead } from './app.tsx'

/** Draws the page as soon as it knows who serves it. */
export async function start(place: Element): Promise<void> {
  const found = await findHost(window)
  const { host } = found
  const root = createRoot(place)
  const appearance = createAppearanceStore(localStorage)
  applyAppearance(appearance, window, chosen => host?.appearanceChanged(chosen))
  if (host === null) {
    root.render(<LockedPage reason={found.reason} />)
    return
  }
  // The desktop's engine starts no sooner than its page, which would wait for it with nothing to do.
  if (window.workbookHost) loadPagesAhead()
  const services = createServices(host, appearance)
  root.render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  )
}
