/**
 * The topics of the catalogue with their headings, in the order in which a reader meets them. A rule lies in the folder of
 * its topic; `objects` is what the API server does with an object as a whole, and what is said about it.
 */
export const TOPICS = {
  objects: 'All objects',
  probes: 'Probes',
  stopping: 'Stopping',
  rolling: 'Rolling out',
  'staying-up': 'Staying up',
  images: 'Images',
  jobs: 'Restarting and jobs',
  resources: 'Resources',
  wiring: 'Wiring',
} as const;

export type Topic = keyof typeof TOPICS;
