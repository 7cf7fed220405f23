/** A child process that asks something of a place which never answers, says so, and ends with the code that it is given. */
import { open } from 'node:fs/promises'
import { whileItAnswers } from '../../../engine/disk/answering.ts'
import { endProcess } from '../../../engine/disk/end-process.ts'

const [, , place = '', code = ''] = process.argv
void whileItAnswers(place, () => open(place)).catch(() => undefined)
process.once('exit', () => console.log('tidied away'))
setTimeout(() => endProcess(Number(code)), 50)
