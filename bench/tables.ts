import { cpus, loadavg, totalmem } from 'node:os'
import { type Work, wholeParts } from './analysis.ts'
import type { Time } from './thread.ts'

/** Times by who took them and what for. */
export class Stopwatch {
  readonly #times = new Map<string, Time[]>()

  record(who: string, work: string, time: Time): void {
    const key = `${who}: ${work}`
    this.#times.set(key, [...(this.#times.get(key) ?? []), time])
  }

  /** Half of the runs took less. */
  median(who: string, work: string, kind: keyof Time): number | undefined {
    const times = this.#of(who, work, kind).sort((a, b) => a - b)
    return times[Math.floor(times.length / 2)]
  }

  /** The best of the runs; of a whole the sum of its parts, undefined when one is missing. */
  best(who: string, work: string, kind: keyof Time): number | undefined {
    if (work !== 'whole') {
      const times = this.#of(who, work, kind)
      return times.length === 0 ? undefined : Math.min(...times)
    }
    return wholeParts.reduce<number | undefined>((sum, part) => {
      const best = this.best(who, part, kind)
      return sum === undefined || best === undefined ? undefined : sum + best
    }, 0)
  }

  #of(who: string, work: string, kind: keyof Time): number[] {
    return (this.#times.get(`${who}: ${work}`) ?? []).map((time) => time[kind])
  }
}

/** Ours by who takes them. One thread is compared by processor time, two as the clock runs. */
const ours = [
  { who: 'plain', title: 'one thread', kind: 'processor' },
  { who: 'plain together', title: 'two threads', kind: 'clock' },
  { who: 'kernel', title: 'kernel', kind: 'processor' },
  { who: 'kernel together', title: 'kernel, two threads', kind: 'clock' },
] as const

/** @param names of the other libraries, igraph first */
export function table(
  title: string,
  runs: number,
  works: readonly Work[],
  watch: Stopwatch,
  names: Readonly<Record<string, string>>,
): string {
  const rows = works.map((work) => {
    const theirs = Object.keys(names).map((library) => milliseconds(watch.best(library, work, 'processor')))
    const cells = ours.map(({ who, kind }) => {
      const mine = watch.median(who, work, kind)
      const best = watch.best('igraph', work, kind)
      const ratio = mine && best ? ` (${(best / mine).toFixed(1)} ×)` : ''
      return `${milliseconds(mine)}${ratio}`
    })
    return [work, ...theirs, ...cells]
  })
  const head = ['ms', ...Object.values(names), ...ours.map((column) => column.title)]
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `### ${title}, ${runs === 1 ? 'one run' : `${runs} runs`}\n\n${lines.join('\n')}`
}

/** Where, when and how, and how many others wanted its processors. */
export function machine(command: string): string {
  const day = new Date().toISOString().slice(0, 10)
  const memory = Math.round(totalmem() / 2 ** 30)
  const [load = 0] = loadavg()
  return `${day}, Node ${process.version}, ${cpus()[0]?.model.trim()} × ${cpus().length}, ${memory} GB, load ${load.toFixed(0)}, \`${command}\`.`
}

function milliseconds(time: number | undefined): string {
  if (time === undefined) return '–'
  return time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString('en')
}
