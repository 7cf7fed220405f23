import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Route, Router } from 'wouter'
import { codeIn, routes } from '../../../renderer/app/routes.ts'

const workbook = '0b3f2a'

/** The parameters that the router reads from an address; null where the pattern does not match it. */
function match(pattern: string, address: string): Readonly<Record<string, string>> | null {
  const text = renderToStaticMarkup(
    <Router hook={() => [address, () => undefined]}>
      <Route path={pattern}>{params => JSON.stringify(params)}</Route>
    </Router>,
  ).replaceAll('&quot;', '"')
  return text === '' ? null : JSON.parse(text)
}

describe('the addresses of pages', () => {
  it('puts the values in the places of the parameters', () => {
    expect(routes.library()).toBe('/')
    expect(routes.workshops(workbook)).toBe('/workbook/0b3f2a/workshops')
    expect(routes.show(workbook, 'w1', '1.2')).toBe('/workbook/0b3f2a/workshops/w1/discuss/1.2')
    expect(routes.resultsView(workbook, 'answers')).toBe('/workbook/0b3f2a/results/view/answers')
  })

  it('leaves out parameters that are optional and the rest that a pattern allows', () => {
    expect(routes.framework(workbook)).toBe('/workbook/0b3f2a/framework')
    expect(routes.framework(workbook, '1.2')).toBe('/workbook/0b3f2a/framework/1.2')
    expect(routes.workbook(workbook)).toBe('/workbook/0b3f2a')
  })

  it('keeps a value that looks like a path in one segment', () => {
    for (const code of ['A/1 ?', '50%', 'A%2F1', 'a#b&c', 'CTX-01', 'Plant é']) {
      const { code: found } = match(routes.results.pattern, routes.results(workbook, code)) ?? {}
      expect(codeIn(found ?? '')).toBe(code)
    }
    expect(codeIn('50% off')).toBe('50% off')
  })

  it('builds addresses that the pattern of the same page matches', () => {
    for (const [name, page] of Object.entries(routes)) {
      const names = [...page.pattern.matchAll(/:(\w+)/g)].map(([, each]) => each ?? '')
      const build: (...values: string[]) => string = page as never
      const address = build(...names.map(each => `some-${each}`))
      const expected = Object.fromEntries(names.map(each => [each, `some-${each}`]))
      expect(match(page.pattern, address), name).toMatchObject(expected)
    }
  })
})
