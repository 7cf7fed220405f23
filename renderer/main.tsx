import './styles/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { findHost } from './host/find-host.ts'
import { restartOnToken } from './host/token.ts'
import { LockedPage } from './pages/locked.tsx'
import { applyAppearance, createAppearanceStore } from './stores/appearance-store.ts'
import { createServices } from './stores/services.tsx'

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
