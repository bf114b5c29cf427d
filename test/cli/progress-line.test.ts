import { expect, test } from 'vitest'
import { ProgressLine } from '../../server/cli/progress-line.ts'

const sentence = (percent: number, current: string) => `${percent} % ${current}`

function written(isTTY: boolean | undefined, act: (line: ProgressLine) => void): string[] {
  const texts: string[] = []
  act(new ProgressLine({ isTTY, write: (text) => texts.push(text) }, sentence))
  return texts
}

test('on a terminal one line is written over, and erased in the end', () => {
  const texts = written(true, (line) => {
    line.tell(0.126, 'degree')
    line.tell(0.5, 'betweenness.raw')
    line.clear()
    line.clear()
  })
  expect(texts).toEqual(['\r\x1b[K12 % degree', '\r\x1b[K50 % betweenness.raw', '\r\x1b[K'])
})

test('what changes nothing that one reads is not written', () => {
  const texts = written(true, (line) => {
    line.tell(0.501, 'degree')
    line.tell(0.509, 'degree')
  })
  expect(texts).toEqual(['\r\x1b[K50 % degree'])
})

test.each([undefined, false])('nothing where nobody looks: %s', (isTTY) => {
  const texts = written(isTTY, (line) => {
    line.tell(0.5, 'degree')
    line.clear()
  })
  expect(texts).toEqual([])
})
