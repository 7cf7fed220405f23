import { EventPublisher } from '@orpc/server'
import type { LockState } from '../../shared/model/lock.ts'
import type { Lock } from './lock.ts'

/** The lock's state now, and after each change until `signal` aborts. */
export async function* watchLock(lock: Lock, signal?: AbortSignal): AsyncGenerator<LockState> {
  const publisher = new EventPublisher<{ state: LockState }>()
  // Subscribed before the first state is sent, so that no change after it is missed.
  const changes = publisher.subscribe('state', signal ? { signal } : {})
  const stop = lock.onChange(state => publisher.publish('state', state))
  try {
    yield lock.state()
    yield* changes
  } finally {
    stop()
  }
}
