import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { ActorChoice } from '../../form/actor-choice.tsx'
import { useText } from '../../text/language.tsx'
import { NameLink } from '../../view/facts.tsx'
import { type Focus, pathBetween, within } from '../../view/focus.ts'
import { useAdjust } from '../../view/navigation.tsx'
import type { View } from '../../view/view.ts'

/** How far around the selected actor one looks, and by whom it reaches another. */
export function Reach({ view, actor, focus }: { view: View; actor: string; focus: Focus }) {
  const t = useText()
  const adjust = useAdjust()
  const { network, record } = view
  const nameOf = (id: string) => record.actors.get(id)?.name ?? id
  const others = network.actors
    .filter((id) => id !== actor)
    .map((id) => ({ id, name: nameOf(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, t.locale))
  const path = focus.path === null ? null : pathBetween(view, actor, focus.path)
  return (
    <section>
      <h3>{t.explore.reach}</h3>
      <ToggleButtonGroup
        className="segments"
        aria-label={t.explore.stepsLabel}
        selectionMode="single"
        selectedKeys={focus.steps === null ? [] : [String(focus.steps)]}
        onSelectionChange={([steps]) => adjust({ steps: stepsOf(steps), path: undefined }, 'push')}
      >
        {(['1', '2', '3'] as const).map((steps) => (
          <ToggleButton key={steps} id={steps} className="segment">
            {t.explore.steps(Number(steps))}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {focus.steps !== null && (
        <p className="note" role="status">
          {t.explore.withinSteps(within(view, actor, focus.steps).length - 1, focus.steps)}
        </p>
      )}
      <ActorChoice
        label={t.explore.pathTo}
        actors={others}
        value={focus.path}
        onChange={(to) => adjust({ path: to ?? undefined, steps: undefined }, 'push')}
      />
      {focus.path !== null && (
        <p role="status">
          {path === null
            ? t.explore.noPath(nameOf(focus.path))
            : path.map((id, i) => (
                <span key={id}>
                  {i > 0 && ' → '}
                  <NameLink selected={{ noun: 'actor', id }} name={nameOf(id)} />
                </span>
              ))}
          {path !== null && ` (${t.explore.steps(path.length - 1)})`}
        </p>
      )}
    </section>
  )
}

function stepsOf(key: unknown) {
  return key === '1' || key === '2' || key === '3' ? key : undefined
}
