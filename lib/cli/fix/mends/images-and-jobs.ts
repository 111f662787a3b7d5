import { DEFAULTS } from '../../../lifecycle/documented-defaults';
import { type Mend, onContainer, set } from '../mend';

const pullAlways = onContainer(({ path, imagePullPolicy }) =>
  imagePullPolicy === 'Never'
    ? { because: '"Never" is written by choice: the image may be nowhere but on the nodes' }
    : set(`${path}.imagePullPolicy`, 'Always'),
);

const forbidOverlap: Mend = () => set('spec.concurrencyPolicy', DEFAULTS.concurrencyPolicy.value);
const nameZone: Mend = () => set('spec.timeZone', DEFAULTS.timeZone.value);
const widenDeadline: Mend = () => set('spec.startingDeadlineSeconds', DEFAULTS.startingDeadline.value);

export const IMAGES_AND_JOBS: Readonly<Record<string, Mend>> = {
  'pull-policy-fits-tag': pullAlways,
  'schedule-overlap-is-chosen': forbidOverlap,
  'schedule-names-its-zone': nameZone,
  'schedule-deadline-is-safe': widenDeadline,
};
