import { App, Chart, Duration } from 'cdk8s';
import { BatchJob, Image, Resources } from '../../lib';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

new BatchJob(chart, 'reindex', {
  image: Image.of('registry.example.com/shop/reindex:1.4.2'),
  args: ['--all'],
  resources: Resources.of({ cpu: '1', memory: '1Gi' }),
  activeDeadline: Duration.hours(1),
});

console.log(app.synthYaml());
