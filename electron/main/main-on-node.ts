import { startNodeEngine } from './node-engine.ts'
import { runProgram } from './program.ts'

// Only for trying the shell on an Electron that is older than the database library: no package has this bundle, as a
// program of somebody's own in the engine's place would undo what its fuses forbid.
const node = process.env.WORKBOOK_ENGINE_NODE
if (!node) throw new Error('WORKBOOK_ENGINE_NODE names the Node to run the engine on.')
runProgram(() => startNodeEngine(node))
