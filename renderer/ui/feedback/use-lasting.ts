import { useEffect, useState } from 'react'

/**
 * Tells that something is so and has been for that many milliseconds, so that what is soon over is never shown. What is so
 * from the first has been so for long where `wasBefore` says it.
 */
export function useLasting(isSo: boolean, milliseconds: number, wasBefore = false): boolean {
  const [isLong, setIsLong] = useState(isSo && wasBefore)
  useEffect(() => {
    if (!isSo) return
    const timer = setTimeout(() => setIsLong(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isSo, milliseconds])
  return isSo && isLong
}
