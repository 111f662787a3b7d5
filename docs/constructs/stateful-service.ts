import { App, Chart, Duration } from 'cdk8s';
import { HealthChecks, Image, Resources, StatefulService } from '../../lib';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

new StatefulService(chart, 'broker', {
  image: Image.of('registry.example.com/shop/broker:3.9.0'),
  port: 9092,
  health: HealthChecks.tcp(),
  resources: Resources.of({ cpu: '1', memory: '2Gi' }),
  storage: [{ name: 'log', path: '/var/lib/broker', size: '20Gi' }],
  drainsWithin: Duration.seconds(60),
});

console.log(app.synthYaml());
