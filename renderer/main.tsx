import './styles/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { applyAppearance, createAppearanceStore } from './data/appearance-store.ts'
import { findHost, restartOnToken } from './data/host/find-host.ts'
import { createServices } from './data/services.tsx'
import { LockedPage } from './pages/common/no-page.tsx'

function start(place: Element): void {
  restartOnToken(window)
  const host = findHost(window)
  const root = createRoot(place)
  const appearance = createAppearanceStore(localStorage)
  applyAppearance(appearance, window, chosen => host?.appearanceChanged(chosen))
  if (host === null) {
    root.render(<LockedPage />)
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
if (place) start(place)
