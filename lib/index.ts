export * from './kubernetes/kubernetes-version';
export * from './lifecycle/traffic-route';
