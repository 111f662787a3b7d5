import { LifecycleValidation } from '../../lib/validation';

// cdk8s makes the plugin itself, from the entry in cdk8s.yaml; a wrong property is refused then.
try {
  new LifecycleValidation({ failOn: 'fatal' });
} catch (error) {
  console.log((error as Error).message);
}
