import { App, Chart, Duration } from 'cdk8s';
import { Image, Resources, Worker } from '../../lib';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

new Worker(chart, 'mailer', {
  image: Image.of('registry.example.com/shop/mailer:1.4.2'),
  resources: Resources.of({ cpu: '100m', memory: '128Mi' }),
  drainsWithin: Duration.minutes(2), // the longest message
});

console.log(app.synthYaml());
