import type { ErrorCode, ErrorData } from '../shared/contract/errors.ts'
import { wordsFor } from '../shared/messages/errors.ts'

/** An error of the contract's closed list: a code, its typed data, and the words for people. */
export class WorkbookError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'WorkbookError'
  readonly code: Code
  readonly data: ErrorData<Code>

  constructor(code: Code, data: ErrorData<Code>) {
    super(wordsFor(code, data))
    this.code = code
    this.data = data
  }
}
