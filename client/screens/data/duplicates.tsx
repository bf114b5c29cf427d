import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Actor } from '#domain/territory.ts'
import { wordOf } from '#words/vocabulary.ts'
import { mergeActors, tellApart, undoCommit } from '../../data/api.ts'
import { duplicatesQuery, forgetTerritory } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { capital } from '../../view/words.ts'
import './duplicates.css'

/** Actors that may be one, side by side; made one only when somebody says so, and two again when somebody says so. */
export function Duplicates({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const { duplicates } = t
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const { data, error, isFetching, refetch } = useQuery({ ...duplicatesQuery(record.id), enabled: isAsked })
  const forget = () => forgetTerritory(client, record.id)
  const [done, setDone] = useState<Done | null>(null)
  const merge = useMutation({
    mutationFn: ({ keep, gone }: { keep: Actor; gone: Actor; name: string }) =>
      mergeActors(record.id, record.revision, keep.id, [gone.id]),
    onSuccess: ({ revision }, { name }) => setDone({ kind: 'merged', keep: name, revision }),
    onSettled: forget,
  })
  const apart = useMutation({
    mutationFn: ({ a, b }: { a: Actor; b: Actor }) => tellApart(record.id, record.revision, [a.id, b.id]),
    onSuccess: ({ revision }, { a, b }) => setDone({ kind: 'apart', names: [a.name, b.name], revision }),
    onSettled: forget,
  })
  const undo = useMutation({
    mutationFn: (revision: number) => undoCommit(record.id, revision, record.revision),
    onSuccess: () => setDone({ kind: 'undone' }),
    onSettled: forget,
  })
  const pairs = (data?.pairs ?? []).flatMap(({ actors, names, reasons }) => {
    const [a, b] = actors.map((id) => record.actors.get(id))
    return a && b ? [{ a, b, names, reasons }] : []
  })
  const failed = error ?? merge.error ?? apart.error ?? undo.error
  return (
    <>
      <Button
        className="button"
        isPending={isFetching}
        onPress={() => {
          setAsked(true)
          if (isAsked) void refetch()
        }}
      >
        {isFetching ? duplicates.searching : duplicates.search}
      </Button>
      <div aria-live="polite" className="duplicates-said">
        {failed && <p className="problem">{problemSentence(t, failed)}</p>}
        {done && done.kind !== 'undone' && (
          <div className="row success">
            <p>{done.kind === 'merged' ? duplicates.merged(done.keep) : duplicates.apart(...done.names)}</p>
            <Button className="button" isPending={undo.isPending} onPress={() => undo.mutate(done.revision)}>
              {done.kind === 'merged' ? duplicates.undo : duplicates.undoApart}
            </Button>
          </div>
        )}
        {done?.kind === 'undone' && <p className="success">{duplicates.undone}</p>}
        {data && (
          <p>
            {pairs.length === 0 ? duplicates.none : duplicates.found(data.total)}
            {data.total > data.pairs.length && ` ${duplicates.shown(data.pairs.length)}`}
          </p>
        )}
      </div>
      <ul className="duplicates">
        {pairs.map(({ a, b, names, reasons }) => (
          <li key={pairKey(a, b)}>
            <h3>{capital(t.list(reasons.map((reason) => duplicates.reasons[reason])))}</h3>
            <div className="duplicates-pair">
              {[
                { keep: a, gone: b, name: names[0] },
                { keep: b, gone: a, name: names[1] },
              ].map(({ keep, gone, name }) => (
                <div key={keep.id}>
                  <ActorFacts record={record} actor={keep} />
                  <Button
                    className="button"
                    isDisabled={merge.isPending}
                    onPress={() => merge.mutate({ keep, gone, name })}
                  >
                    {name === keep.name ? duplicates.merge(name) : duplicates.mergeRenamed(keep.name, name)}
                  </Button>
                </div>
              ))}
            </div>
            <Button
              className="link-button"
              aria-label={t.importing.about(duplicates.aside, a.name, b.name)}
              isDisabled={apart.isPending}
              onPress={() => apart.mutate({ a, b })}
            >
              {duplicates.aside}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was last done to two actors. */
type Done =
  | { readonly kind: 'merged'; readonly keep: string; readonly revision: number }
  | { readonly kind: 'apart'; readonly names: readonly [string, string]; readonly revision: number }
  | { readonly kind: 'undone' }

function ActorFacts({ record, actor }: { record: TerritoryRecord; actor: Actor }) {
  const t = useText()
  const { facts } = t.duplicates
  return (
    <>
      <p>
        <strong>{actor.name}</strong>
      </p>
      <dl className="duplicates-facts">
        {factsOf(t, record, actor).map(([fact, said]) => (
          <div key={fact}>
            <dt>{facts[fact]}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

type Fact = keyof Text['duplicates']['facts']

function factsOf(t: Text, record: TerritoryRecord, actor: Actor): (readonly [Fact, string])[] {
  const facts: readonly (readonly [Fact, string | undefined])[] = [
    ['type', wordOf(t, record, 'actorType', actor.type)],
    ['sphere', wordOf(t, record, 'sphere', actor.sphere)],
    ['commune', actor.commune],
    ['siren', actor.siren],
    ['aliases', actor.aliases?.join(', ')],
    ['ties', t.number(record.tiesOfActor.get(actor.id)?.length ?? 0)],
    ['spaces', t.number(record.participationsOfActor.get(actor.id)?.length ?? 0)],
  ]
  return facts.flatMap(([fact, said]) => (said ? [[fact, said] as const] : []))
}

function pairKey(a: Actor, b: Actor): string {
  return JSON.stringify([a.id, b.id])
}
