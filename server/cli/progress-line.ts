import type { Notify } from './notice.ts'

/** Where a line can be written over: standard error, when it is a terminal. */
export interface Terminal {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

/** One line that says how far the work is, written over each time; nothing where nobody looks. */
export class ProgressLine {
  readonly #terminal: Terminal
  readonly #sentence: (percent: number, current: string) => string
  #shown = ''

  constructor(terminal: Terminal, sentence: (percent: number, current: string) => string) {
    this.#terminal = terminal
    this.#sentence = sentence
  }

  /** @param share 0..1 */
  tell(share: number, current: string): void {
    const line = this.#sentence(Math.floor(100 * share), current)
    if (this.#terminal.isTTY && line !== this.#shown) this.#terminal.write(`${eraseLine}${line}`)
    this.#shown = line
  }

  /** Makes place for what comes next. */
  clear(): void {
    if (this.#terminal.isTTY && this.#shown !== '') this.#terminal.write(eraseLine)
    this.#shown = ''
  }
}

/** Does the work under such a line on standard error, for which notices make place; it is gone whatever the end. */
export async function withProgress<T>(
  sentence: (percent: number, current: string) => string,
  tell: Notify,
  work: (line: ProgressLine, notify: Notify) => Promise<T>,
): Promise<T> {
  const line = new ProgressLine(process.stderr, sentence)
  try {
    return await work(line, (notice) => {
      line.clear()
      tell(notice)
    })
  } finally {
    line.clear()
  }
}

/** ECMA-48: back to the margin, erase to the end of the line. */
const eraseLine = '\r\x1b[K'
