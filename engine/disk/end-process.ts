import { isAnythingAsked } from './open-questions.ts'

/**
 * Ends this process with a code by the usual way, or at once where a stick or a share still owes an answer: the usual way waits
 * for the threads that ask, and a share whose network is gone never answers. Call it when all is written and said. Where it
 * ends at once, Windows tells code 1 in any case.
 */
export function endProcess(code: number): never {
  if (!isAnythingAsked()) process.exit(code)
  process.exitCode = code
  // What the usual way has tidied away.
  process.emit('exit', code)
  becomeEnd(code)
  process.kill(process.pid, 'SIGKILL')
  throw new Error('Nothing comes after the end.')
}

/** Puts a program in the place of this one which only ends: alone so a process with threads that wait can tell its code. */
function becomeEnd(code: number): void {
  try {
    process.execve?.('/bin/sh', ['sh', '-c', `exit ${code}`], {})
  } catch {
    // Windows has no such call.
  }
}
