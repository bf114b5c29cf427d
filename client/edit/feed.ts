import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Present } from '#wire/record.ts'
import { followTerritory } from '../data/api.ts'
import { outboxOf, territoryQuery } from '../data/queries.ts'

/** Silence after which the server is taken for lost, in milliseconds: it speaks every ten seconds. */
const silenceMs = 25_000
/** Time between two attempts after a stream was refused, in milliseconds. */
const againMs = 3_000

/**
 * Hears what others commit to a territory while somebody looks, and shows it. A page that nobody sees gives its connection
 * back (a browser has few) and catches up when it is looked at again. Tells whether the server is heard, and who else looks.
 */
export function useFeed(
  territory: string,
  { name, at, noun, id }: Present,
): { state: 'heard' | 'lost'; others: readonly Present[] } {
  const client = useQueryClient()
  const [state, setState] = useState<'heard' | 'lost'>('heard')
  const [others, setOthers] = useState<readonly Present[]>([])
  useEffect(() => {
    const outbox = outboxOf(client, territory)
    let stop = () => {}
    let watchdog: ReturnType<typeof setTimeout> | undefined
    const close = () => {
      clearTimeout(watchdog)
      stop()
    }
    const wait = (ms: number) => {
      clearTimeout(watchdog)
      watchdog = setTimeout(open, ms)
    }
    const heard = () => {
      wait(silenceMs)
      setState('heard')
    }
    function open() {
      close()
      if (document.hidden) return
      const shown = client.getQueryData(territoryQuery(territory).queryKey)
      if (!shown) return wait(againMs)
      wait(silenceMs)
      stop = followTerritory(
        territory,
        shown.revision,
        { name, at, noun, id },
        {
          present: setOthers,
          commits: (told) => {
            heard()
            void outbox.heard(told).catch(() => {})
          },
          alive: () => {
            heard()
            outbox.resume()
          },
          lost: () => {
            setState('lost')
            setOthers([])
          },
          closed: () => {
            setState('lost')
            wait(againMs)
            // It may be that the territory was made anew.
            void outbox.catchUp().catch(() => {})
          },
        },
      )
    }
    open()
    document.addEventListener('visibilitychange', open)
    return () => {
      document.removeEventListener('visibilitychange', open)
      close()
    }
  }, [client, territory, name, at, noun, id])
  return { state, others }
}
