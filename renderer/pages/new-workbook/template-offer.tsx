import { useState } from 'react'
import { problemOf } from '../../host/problem.ts'
import { useServices } from '../../stores/services.tsx'
import { Button } from '../../ui/button.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './template-offer.module.css'

type Saving =
  | { readonly at: 'rest' }
  | { readonly at: 'writing' }
  | { readonly at: 'saved'; readonly name: string }
  | { readonly at: 'failed'; readonly message: string }

function useTemplate() {
  const { client, host } = useServices()
  const [saving, setSaving] = useState<Saving>({ at: 'rest' })
  const save = async () => {
    try {
      const to = await host.chooseDestination('framework-template.xlsx', 'xlsx')
      if (to === null) return
      setSaving({ at: 'writing' })
      await client.framework.template({ to: to.permit })
      await host.deliver(to)
      setSaving({ at: 'saved', name: to.name })
    } catch (error) {
      setSaving({ at: 'failed', message: problemOf(error).message })
    }
  }
  return { saving, save }
}

/** For those who start from nothing: a spreadsheet to fill in. */
export function TemplateOffer() {
  const { saving, save } = useTemplate()
  return (
    <section className={styles.offer} aria-labelledby="template-heading">
      <h2 id="template-heading">Starting from nothing?</h2>
      <p className={styles.words}>
        Save a template, fill in a row for each indicator, and choose it here. It has the headings,
        an example and lists to choose from.
      </p>
      <Button
        icon={<DownloadIcon />}
        isPending={saving.at === 'writing'}
        onPress={() => void save()}
      >
        Save a template
      </Button>
      {saving.at === 'saved' && (
        <Notice tone="positive" heading="The template is saved" announce>
          <p>{saving.name}</p>
        </Notice>
      )}
      {saving.at === 'failed' && (
        <Notice tone="danger" heading="The template was not saved" announce>
          <p>{saving.message}</p>
        </Notice>
      )}
    </section>
  )
}
