/** The headings of the list of exported pictures, by which it is read again. */
export const PICTURE_LIST = ['code', 'section', 'title', 'picture', 'alt text'] as const

/** A line about the pictures for whoever opens a data package. */
export const PICTURE_FILES =
  'The pictures that easy read shows, and in `pictures.csv` what each is of and shows; `workbook pictures BOOK --load pictures` loads them again.'
