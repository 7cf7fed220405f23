/** Results of fewer people than this are marked: one person weighs heavily, and may be recognised. */
export const ENOUGH_ANSWERS = 5

/** Whether somebody answered, but so few that the figures say little. */
export const areFewAnswers = ({ n }: { readonly n: number }): boolean => n > 0 && n < ENOUGH_ANSWERS
