import { runProgram } from './program.ts'
import { startUtilityEngine } from './utility-engine.ts'

runProgram(startUtilityEngine)
