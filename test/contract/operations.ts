import { safe } from '@orpc/client'
import { isContractProcedure } from '@orpc/contract'
import { contract } from '../../shared/contract/contract.ts'
import type { EngineClient } from '../../shared/host.ts'

/** The path of an operation: its namespace and its name. */
export type Path = readonly [string, string]

/** Every operation of the contract, as its path. */
export const OPERATIONS: readonly Path[] = Object.entries(contract).flatMap(
  ([namespace, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => isContractProcedure(operation))
      .map(([name]) => [namespace, name] as const),
)

/** Calls an operation by its path, with an input that nobody has checked. */
export async function call(client: EngineClient, [namespace, name]: Path, input: unknown) {
  const operations = client as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  const operation = operations[namespace]?.[name]
  if (!operation) throw new Error(`There is no operation ${namespace}.${name}`)
  return safe(operation(input))
}
