/**
 * The most bytes of a picture, pixels along a side of it, letters of its description, and bytes of all pictures that come
 * together.
 */
export const PICTURE_LIMITS = {
  ...{ bytes: 1_000_000, side: 8_000, description: 500 },
  together: 200_000_000,
} as const
