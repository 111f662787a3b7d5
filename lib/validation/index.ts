export { LifecycleValidation } from './lifecycle-validation';
export type { LifecycleValidationProperties } from './properties';
