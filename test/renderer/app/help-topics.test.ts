import { expect, it } from 'vitest'
import { TOPICS, topicFor } from '../../../renderer/app/help-topics.ts'
import { routes } from '../../../renderer/app/routes.ts'
import { findTopic } from '../../../shared/messages/help/guides.ts'

it('has a section of a guide for every page', () => {
  for (const [page, topic] of Object.entries(TOPICS)) {
    expect(findTopic(topic)?.section.parts.length, page).toBeGreaterThan(0)
  }
})

it('finds the section that fits the page at an address, and that of the first page for any other', () => {
  expect(topicFor(routes.library())).toEqual(TOPICS.library)
  expect(topicFor(routes.framework('w', 'CTX-03'))).toEqual(TOPICS.framework)
  expect(topicFor(routes.workshop('w', 'spring'))).toEqual(TOPICS.workshop)
  expect(topicFor(routes.newWorkshop('w'))).toEqual(TOPICS.newWorkshop)
  expect(topicFor(routes.comments('w'))).toEqual(TOPICS.comments)
  expect(topicFor(routes.exportPackage('w'))).toEqual(TOPICS.exportPackage)
  expect(topicFor(routes.show('w', 'spring', 'A/1'))).toEqual(TOPICS.show)
  expect(topicFor('/nowhere/at/all')).toEqual(TOPICS.library)
})
