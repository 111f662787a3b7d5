export * from './environment';
export * from './environment-chart';
export * from './payments-service';
