import type { GuidePicture } from '../../shared/messages/help/guide.ts'

/** The addresses of the guides' pictures, which the build puts beside the page. */
export const PICTURES: Readonly<Record<GuidePicture, string>> = {
  export: new URL('../../docs/images/export.png', import.meta.url).href,
  framework: new URL('../../docs/images/framework.png', import.meta.url).href,
  rating: new URL('../../docs/images/rating.png', import.meta.url).href,
  results: new URL('../../docs/images/results.png', import.meta.url).href,
  show: new URL('../../docs/images/show.png', import.meta.url).href,
  workshop: new URL('../../docs/images/workshop.png', import.meta.url).href,
}
