import './app/confine-page.ts'
import './styles/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { applyAppearance, createAppearanceStore } from './data/appearance-store.ts'
import { findHost, restartOnToken } from './data/host/find-host.ts'
import { createServices } from './data/services.tsx'
import { LockedPage } from './pages/common/no-page.tsx'

async function start(place: Element): Promise<void> {
  restartOnToken(window)
  const found = await findHost(window)
  const { host } = found
  const root = createRoot(place)
  const appearance = createAppearanceStore(localStorage)
  applyAppearance(appearance, window, chosen => host?.appearanceChanged(chosen))
  if (host === null) {
    root.render(<LockedPage reason={found.reason} />)
    return
  }
  const services = createServices(host, appearance)
  root.render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  )
}

const place = document.querySelector('#root')
if (place) void start(place)
