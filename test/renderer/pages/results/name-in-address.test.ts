import { describe, expect, it } from 'vitest'
import { findByName, nameInAddress } from '../../../../renderer/pages/results/name-in-address.ts'

const inUse = { id: 'id of the one in use', code: 'A1', retired: false }
const retired = { id: 'id of the retired one', code: 'A1', retired: true }

describe('the address of the results of an indicator', () => {
  it('leads to each of two indicators that had one code', () => {
    const results = [retired, inUse]
    expect(findByName(results, nameInAddress(inUse))).toBe(inUse)
    expect(findByName(results, nameInAddress(retired))).toBe(retired)
  })

  it('leads by its code to one that has been retired since', () => {
    expect(findByName([retired], 'A1')).toBe(retired)
  })

  it('leads nowhere for a name that no indicator has', () => {
    expect(findByName([inUse], 'B1')).toBeUndefined()
  })
})
