import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  Text,
  TextField,
} from 'react-aria-components'
import { foldedWords } from '#domain/folding.ts'
import { plainLine } from '#domain/plain-text.ts'
import { createTerritory } from '../../data/api.ts'
import { territoriesQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'

/** A new territory, empty: the next step is to import what is known of it. */
export function CreateTerritory({ isFirst }: { readonly isFirst: boolean }) {
  const t = useText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const id = idOf(name)
  const creation = useMutation({
    mutationFn: () => createTerritory(id, plainLine(name).trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: territoriesQuery.queryKey })
      await navigate({ to: '/territories/$territory/$screen', params: { territory: id, screen: 'data' } })
    },
  })
  return (
    <DialogTrigger>
      <Button className={isFirst ? 'button primary' : 'button'}>{t.territories.create}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>
            {({ close }) => (
              <Form
                onSubmit={(event) => {
                  event.preventDefault()
                  creation.mutate()
                }}
              >
                <Heading slot="title">{t.territories.create}</Heading>
                <TextField className="field" value={name} onChange={setName} isRequired autoFocus>
                  <Label>{t.territories.createName}</Label>
                  <Input />
                  <Text slot="description" className="note">
                    {t.territories.createHint}
                  </Text>
                </TextField>
                {creation.isError && <p className="problem">{problemSentence(t, creation.error)}</p>}
                <div className="row">
                  <Button className="button" onPress={close}>
                    {t.page.cancel}
                  </Button>
                  <Button
                    className="button primary"
                    type="submit"
                    isDisabled={id === ''}
                    isPending={creation.isPending}
                  >
                    {t.territories.createConfirm}
                  </Button>
                </div>
              </Form>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

/** What an address can hold of a name: lower-case letters, digits and hyphens, at most 64. */
function idOf(name: string): string {
  return foldedWords(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '')
}
