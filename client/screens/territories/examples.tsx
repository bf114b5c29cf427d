import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { bringBackExample, removeTerritory } from '../../data/api.ts'
import { examplesQuery, territoriesQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'

interface Example {
  readonly id: string
  readonly name: string
}

interface Brought extends Example {
  readonly revision: number
}

/** Examples that were removed, each brought back by a click that another takes back. Nothing while all are there. */
export function Examples({ here }: { here: readonly { readonly id: string }[] }) {
  const t = useText()
  const client = useQueryClient()
  const { data: examples = [] } = useQuery(examplesQuery)
  const [back, setBack] = useState<Brought | null>(null)
  const onSuccess = () => client.invalidateQueries({ queryKey: territoriesQuery.queryKey })
  const bringing = useMutation({
    mutationFn: (example: Example) => bringBackExample(example.id),
    onSuccess: async ({ revision }, example) => {
      await onSuccess()
      undoing.reset()
      setBack({ ...example, revision })
    },
  })
  const undoing = useMutation({
    // What somebody wrote into it meanwhile is not thrown away with it.
    mutationFn: async ({ id, revision }: Brought) => {
      const now = await client.fetchQuery({ ...territoriesQuery, staleTime: 0 })
      const isAsItCame = now.some((one) => one.id === id && one.revision === revision)
      if (isAsItCame) await removeTerritory(id)
      return isAsItCame
    },
    onSuccess: async () => {
      await onSuccess()
      setBack(null)
    },
  })
  const away = examples.filter(({ id }) => !here.some((territory) => territory.id === id))
  const failed = bringing.error ?? undoing.error
  const isBusy = bringing.isPending || undoing.isPending
  return (
    <section className="examples" aria-label={t.examples.heading}>
      {away.length > 0 && (
        <details open={here.length === 0}>
          <summary>{t.examples.away(away.length)}</summary>
          <p className="note">{t.examples.lead}</p>
          <ul>
            {away.map((example) => (
              <li key={example.id}>
                <Button
                  className="button"
                  isDisabled={isBusy}
                  aria-label={t.examples.bringBackNamed(example.name)}
                  onPress={() => bringing.mutate(example)}
                >
                  {example.name}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p role="status">
        {bringing.isPending && t.examples.coming}
        {undoing.data === false && t.examples.changed}
        {back && !isBusy && (
          <>
            {t.examples.back(back.name)}{' '}
            <Button className="link-button" onPress={() => undoing.mutate(back)}>
              {t.examples.undo}
            </Button>
          </>
        )}
      </p>
      {failed && <p className="problem">{problemSentence(t, failed)}</p>}
    </section>
  )
}
