import type { App } from 'cdk8s';
import { documentedExamples } from './documented-examples';
import { onlineBoutique } from './online-boutique';
import { payments } from './platform-team/payments/src/payments';

/** An app of this repository, and the folder below dist/manifests that it is synthesized to. */
export interface NamedApp {
  readonly name: string;
  readonly build: (app: App) => void;
}

/** Every app, sorted by name. */
export const APPS: readonly NamedApp[] = [
  { name: 'documented-examples', build: documentedExamples },
  { name: 'online-boutique', build: onlineBoutique },
  { name: 'payments', build: payments },
];
