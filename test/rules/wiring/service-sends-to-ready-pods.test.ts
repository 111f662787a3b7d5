import { found, messages, service, workload } from '../support';

const RULE = 'service-sends-to-ready-pods';

test('a Service with a cluster IP that publishes pods before they are ready is an error', () => {
  const objects = [service({ publishNotReadyAddresses: true }), workload()];
  expect(found(RULE, objects)).toEqual(['error web spec.publishNotReadyAddresses']);
  expect(messages(RULE, objects)[0]).toMatch(
    /new pods get requests before they answer, and stopping ones until they are/,
  );
});

test('peers find each other through a headless one, and a Service without selector has its endpoints from elsewhere', () => {
  expect(found(RULE, [service({ publishNotReadyAddresses: true, clusterIP: 'None' }), workload()])).toEqual([]);
  expect(found(RULE, [service({ publishNotReadyAddresses: true, selector: undefined })])).toEqual([]);
});
