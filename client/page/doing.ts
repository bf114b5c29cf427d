import { offeredActs } from '../view/acts.ts'
import { controlsOf } from './controls.ts'

/** Does what is called so on the page, by its name and where it stands; false: it is not there, or chosen already. */
export function doNow(name: string, where?: string): boolean {
  const control = controlsOf(document).find(
    (one) => one.name === name && !one.isOn && (where === undefined || one.where === where),
  )
  const does = control?.press ?? offeredActs().find((act) => act.name === name)?.does
  does?.()
  return does !== undefined
}

/** What takes longer is not there, in milliseconds. */
const patience = 20_000
const pause = 100
let last = 0

/**
 * Does several things of the page one after the other, each as soon as it is there, unless something else is asked for
 * meanwhile. Null, or the name of the first that did not come.
 */
export async function doOnceThere(names: readonly string[]): Promise<string | null> {
  last += 1
  const mine = last
  const end = performance.now() + patience
  for (const name of names) {
    do {
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (mine !== last) return null
      if (performance.now() > end) return name
    } while (!doNow(name))
  }
  return null
}
