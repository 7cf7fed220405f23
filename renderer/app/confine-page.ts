import { config } from 'zod'

/*
 * Keeps the page to what its headers allow, and so is loaded before all else. zod would otherwise try if it may write
 * code as soon as there is a schema, which the headers forbid and the console tells.
 */
config({ jitless: true })

interface MarkupPolicies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (markup: string) => string | null },
  ) => unknown
}

// The page's one policy for markup (Trusted Types): no text becomes markup, script or the address of a script. Only the
// empty one passes, as React Aria empties its announcements with it. A browser without Trusted Types has the rest.
const { trustedTypes }: Window & { readonly trustedTypes?: MarkupPolicies } = window
trustedTypes?.createPolicy('default', { createHTML: markup => (markup === '' ? '' : null) })
