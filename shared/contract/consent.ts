import { information, informationText } from '../model/consent.ts'
import { ofWorkbook, operation } from './operation.ts'

/** The operations on what people are told, and agree to, before they rate. */
export const consentContract = {
  consent: {
    /** The study's text as it stands; null where people are asked to agree to nothing. */
    information: operation.input(ofWorkbook).output(information.nullable()),
    /** Puts another text in the place of the one that stands; null takes it away. Agreements keep the text they name. */
    setInformation: operation
      .input(ofWorkbook.extend({ information: informationText.nullable() }))
      .output(information.nullable()),
  },
}
