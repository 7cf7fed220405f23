import { mixColours } from './mix-colours.ts'
import { type ChartColours, type ChartTheme, chartTheme } from './theme.ts'

/** What a picture of a chart can be made for: a light page, a dark one, or paper. */
export const FILE_THEME_NAMES = ['light', 'dark', 'print'] as const
export type FileThemeName = (typeof FILE_THEME_NAMES)[number]

// The page's own themes, renderer/styles/themes.css, in figures: a file knows no style sheet.
const COLOURS: Readonly<Record<FileThemeName, ChartColours>> = {
  light: {
    surface: '#fffefb',
    ink: '#17262b',
    muted: '#4d5c61',
    line: '#d8d3c6',
    lineStrong: '#7d7a6e',
    accent: '#0b5a63',
    accentSoft: '#d9eae8',
    hatch: 'rgba(255,255,255,0.55)',
    levels: ['#b3541f', '#e6a468', '#e0d9c8', '#6aa5ab', '#0e4f5b'],
    levelInks: ['#ffffff', '#17262b', '#17262b', '#17262b', '#ffffff'],
  },
  dark: {
    surface: '#192326',
    ink: '#f0ece2',
    muted: '#adb9ba',
    line: '#344347',
    lineStrong: '#82918f',
    accent: '#84d2d0',
    accentSoft: '#1c3d41',
    hatch: 'rgba(0,0,0,0.45)',
    levels: ['#d9713a', '#b98a5e', '#5c6462', '#5aa0a6', '#9fe0dd'],
    levelInks: ['#11191c', '#11191c', '#ffffff', '#11191c', '#11191c'],
  },
  print: {
    surface: '#ffffff',
    ink: '#000000',
    muted: '#3a3a3a',
    line: '#c4c4c4',
    lineStrong: '#6b6b6b',
    accent: '#0b5a63',
    accentSoft: '#eaf3f2',
    hatch: 'rgba(255,255,255,0.6)',
    levels: ['#b3541f', '#e6a468', '#e6e1d4', '#6aa5ab', '#0e4f5b'],
    levelInks: ['#ffffff', '#000000', '#000000', '#000000', '#ffffff'],
  },
}

/** The theme of a picture that is saved or copied. */
export const fileTheme = (name: FileThemeName): ChartTheme => chartTheme(COLOURS[name], mixColours)
