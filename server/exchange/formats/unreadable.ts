import type { ReadRefusal } from '../preview.ts'

export type Flaw = Pick<ReadRefusal, 'row' | 'code' | 'got' | 'expected'>

/** A file that cannot be read: thrown by the readers of formats, told as a flaw by whoever calls them. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly flaw: Flaw

  constructor(flaw: Omit<Flaw, 'row' | 'got'> & Partial<Pick<Flaw, 'row' | 'got'>>) {
    super(`${flaw.code} ${JSON.stringify(flaw.expected)}`)
    this.flaw = { row: null, got: '', ...flaw }
  }
}
