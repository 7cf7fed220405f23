import { os, type RouterParts } from '../operation.ts'
import { previewWithdrawal, requireConfirmation, withdraw, writeConfirmation } from './withdraw.ts'

/** The operations on a person's withdrawal. */
export const withdrawalOperations = ({ inWorkbook, permits, copier }: RouterParts) => ({
  withdrawalPreview: inWorkbook(os.person.withdrawalPreview, ({ store }, { participant }) =>
    previewWithdrawal(store, participant),
  ),
  withdraw: inWorkbook(
    os.person.withdraw,
    (workbook, { participant, typed }) => {
      requireConfirmation(workbook.store, participant, typed)
      const receipt = withdraw(workbook, participant)
      permits.eraseUploads()
      copier.bringUpToDate()
      return receipt
    },
    { kind: 'people-changed' },
  ),
  confirmation: inWorkbook(os.person.confirmation, ({ title }, { receipt, to }) =>
    writeConfirmation(title, receipt, permits.redeem(to)),
  ),
})
