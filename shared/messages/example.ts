/** Stands wherever the example framework is shown, so that nobody takes it for the real one. */
export const EXAMPLE_LABEL = 'An illustration, not the published framework'
