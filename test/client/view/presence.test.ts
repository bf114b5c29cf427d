import { expect, test } from 'vitest'
import { placeAt } from '../../../client/view/place.ts'
import { openAt } from '../../../client/view/presence.ts'

test('others are told the sheet or the finding that is open on the page that shows it, and nothing else', () => {
  const at = (screen: Parameters<typeof openAt>[0], search: string) => openAt(screen, placeAt(search))
  expect(at('map', '?actor=a')).toEqual({ noun: 'actor', id: 'a' })
  expect(at('table', '?tie=a,b')).toEqual({ noun: 'tie', id: 'a,b' })
  expect(at('findings', '?finding=isolated_actor:a&actor=b')).toEqual({ noun: 'finding', id: 'isolated_actor:a' })
  // The address goes on naming who was selected on the map; the page of data shows nobody.
  expect(at('data', '?actor=a')).toEqual({})
  expect(at('map', '?legend=category,emploi')).toEqual({})
  expect(at('map', '')).toEqual({})
})
