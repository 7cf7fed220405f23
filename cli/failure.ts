/** A command that ends without having done its work: one plain sentence, and how the process exits. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  /** 1 for a fault, 2 for input or usage that cannot be worked with. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2) {
    super(message)
    this.exitCode = exitCode
  }
}
