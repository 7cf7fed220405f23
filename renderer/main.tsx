import './app/confine-page.ts'
import { keepToken, restartOnToken } from './data/host/token.ts'
import './styles/styles.css'

/** Loads the page once it is confined: a bundle that several parts share would run before the first line of this file. */
async function begin(place: Element): Promise<void> {
  const { start } = await import('./app/start.tsx')
  await start(place)
}

keepToken(window)
restartOnToken(window)
const place = document.querySelector('#root')
if (place) void begin(place)
