/** The names of the messages between main and the window, beside the contract. */
export const CHANNELS = {
  /** Window to main: asks for a line to the engine. */
  callEngine: 'call-engine',
  /** Main to window: a port to the engine. */
  engineLine: 'engine-line',
  /** Main to window: the line to the engine is lost. */
  engineLost: 'engine-lost',
  chooseFile: 'choose-file',
  chooseFiles: 'choose-files',
  choosePackages: 'choose-packages',
  /** Window to main: the paths of files that a person dropped on the page. */
  filesDropped: 'files-dropped',
  /** Window to main: asks for the file that was dropped last. */
  takeDropped: 'take-dropped',
  /** Window to main: asks for the packages that were dropped last, those in folders among them. */
  takeDroppedPackages: 'take-dropped-packages',
  /** Main to window: the system handed packages to the program. */
  packagesHanded: 'packages-handed',
  /** Window to main: asks for them. */
  takeHanded: 'take-handed',
  chooseDestination: 'choose-destination',
  showInFolder: 'show-in-folder',
  /** Main to window: a command that a person gave in the menu. */
  command: 'command',
  /** Main to window: asks for the PIN, to unlock or to quit. */
  askForPin: 'ask-for-pin',
  /** Window to main: quits, once the laptop is the facilitator's. */
  quit: 'quit',
  /** Window to main: clears what a person leaves in the clipboard. */
  clearCopies: 'clear-copies',
  /** Window to main: asks for another folder for the workbooks. */
  chooseLibrary: 'choose-library',
  /** Window to main: asks for the folder that backups are copied to. */
  chooseSecondPlace: 'choose-second-place',
  contextChanged: 'context-changed',
  appearanceChanged: 'appearance-changed',
} as const
