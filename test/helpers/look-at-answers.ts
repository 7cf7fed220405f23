import type { EngineClient } from '../../shared/host.ts'

/** Has the facilitator look at the answers so far of every workshop, as nobody's are told while people rate. */
export async function lookAtAnswers(client: EngineClient, workbook: string): Promise<void> {
  for (const { id: workshop } of await client.workshop.list({ workbook })) {
    await client.round.look({ workbook, workshop, looks: true })
  }
}
