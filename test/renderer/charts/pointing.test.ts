import { describe, expect, it } from 'vitest'
import { isArrowKey, nearestMark, nextInDirection } from '../../../renderer/charts/pointing.ts'

const middle = { id: 'middle', x: 50, y: 50 }
const right = { id: 'right', x: 80, y: 55 }
const farRight = { id: 'far right', x: 120, y: 50 }
const above = { id: 'above', x: 60, y: 10 }
const marks = [middle, right, farRight, above]

describe('going from mark to mark by arrow keys', () => {
  it('takes the nearest one in that direction', () => {
    expect(nextInDirection(marks, middle, 'ArrowRight')).toBe(right)
    expect(nextInDirection(marks, right, 'ArrowRight')).toBe(farRight)
    expect(nextInDirection(marks, middle, 'ArrowUp')).toBe(above)
  })

  it('stays at the edge', () => {
    expect(nextInDirection(marks, farRight, 'ArrowRight')).toBeUndefined()
    expect(nextInDirection(marks, middle, 'ArrowDown')?.id).toBe('right')
    expect(nextInDirection(marks, right, 'ArrowDown')).toBeUndefined()
  })

  it('knows an arrow key from another', () => {
    expect(['ArrowUp', 'Enter', 'toString'].map(isArrowKey)).toEqual([true, false, false])
  })
})

describe('the mark that is pointed at', () => {
  it('is the nearest within reach, and none beyond', () => {
    expect(nearestMark(marks, { x: 55, y: 52 }, 14)).toBe(middle)
    expect(nearestMark(marks, { x: 0, y: 100 }, 14)).toBeUndefined()
  })
})
