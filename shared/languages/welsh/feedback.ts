import type { FeedbackWords } from '../../messages/feedback.ts'

/** The words of the pages that participants get for the next round, in Welsh. */
export const FEEDBACK: FeedbackWords = {
  title: study => `${study}: yr hyn a ddywedoch chi, a’r hyn a ddywedodd y lleill`,
  yours: 'Mae’r dudalen hon ar gyfer',
  round: (round, people) =>
    `Rownd ${round}. Atebodd ${people} o bobl. Ni enwir neb, ac i chi yn unig y mae’r dudalen hon.`,
  how: 'Mae’r bariau’n dangos faint o bobl a ddewisodd bob ateb, o’r isaf ar y chwith i’r uchaf ar y dde. Wrth eu hymyl mae eich geiriau chi, ac mae ffrâm am eich bar chi. Nid oes rhaid i chi newid eich meddwl: nid oes ateb cywir.',
  ends: (lowest, highest) => `chwith: ${lowest}; de: ${highest}`,
  noAnswer: 'dim ateb',
  tooFew: 'rhy ychydig o atebion i’w dangos',
  of: count => `atebodd ${count}`,
}
