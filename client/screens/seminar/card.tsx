import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components'
import type { Backing, Challenge } from '#domain/territory.ts'
import { useText } from '../../text/language.tsx'
import { PlaceLink } from '../../view/navigation.tsx'
import { CardDetails } from './card-details.tsx'
import { nameOf, type PartProps } from './part.ts'
import { CardVotes } from './wall-votes.tsx'

/** Under this type a card is dragged, so that nothing else is taken for one. */
export const cardType = 'application/x-maillage-card'

/** A challenge or an asset: what it says, who voted for it and who carries it, and its details behind it. */
export function Card({ record, seminar, keep, card, groups, backings, voter, canGive }: CardProps) {
  const t = useText()
  const words = t.workshop.wall
  const carriers = backings.filter(({ carries }) => carries).map(({ actor }) => actor)
  const project = card.project === undefined ? undefined : record.spaces.get(card.project)
  return (
    <li
      className="card"
      data-kind={card.kind}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(cardType, card.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <p className="card-kind">
        {words.kinds[card.kind]}
        {card.number !== undefined && <span className="card-number">{t.number(card.number)}</span>}
      </p>
      {card.seminar !== seminar.id && (
        <p className="note">{words.raisedAt(record.seminars.get(card.seminar)?.name ?? card.seminar)}</p>
      )}
      <DialogTrigger>
        <Button className="card-text" aria-label={words.open(card.text)}>
          {card.text}
        </Button>
        <ModalOverlay className="overlay" isDismissable>
          <Modal className="modal">
            <Dialog aria-label={words.card(card.number, card.text)}>
              {({ close }) => (
                <CardDetails
                  record={record}
                  seminar={seminar}
                  keep={keep}
                  card={card}
                  groups={groups}
                  carriers={carriers}
                  close={close}
                />
              )}
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
      <CardVotes record={record} keep={keep} card={card} backings={backings} voter={voter} canGive={canGive} />
      {carriers.length > 0 && <p className="note">{words.carriedBy(carriers.map((actor) => nameOf(record, actor)))}</p>}
      {project && (
        <p className="card-project">
          {words.projectOf(project.name)}{' '}
          <PlaceLink change={{ step: 'programme', seminar: seminar.id }}>{words.seeProject}</PlaceLink>
        </p>
      )}
    </li>
  )
}

interface CardProps extends PartProps {
  readonly card: Challenge
  readonly groups: readonly string[]
  readonly backings: readonly Backing[]
  readonly voter: string | null
  readonly canGive: boolean
}
