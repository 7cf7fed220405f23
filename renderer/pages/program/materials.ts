/** A package that the program is made of, with its licence as an SPDX expression. */
export interface Material {
  readonly name: string
  readonly version: string
  readonly licence: string
}

// The build puts their values in place of these names (build/vite/renderer.config.ts).
declare const PAGE_BUILD: string
declare const PAGE_MATERIALS: readonly Material[]
declare const PAGE_LICENCES: string

/** A digest of the sources of the page, in 12 hexadecimal figures. */
export const pageBuild = PAGE_BUILD

/** The packages that the program runs with, as its bill of materials lists them. */
export const madeOf = PAGE_MATERIALS

/** The licences of all of them, word by word. */
export const licenceText = PAGE_LICENCES
