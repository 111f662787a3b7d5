import { App, Chart, Duration } from 'cdk8s';
import { HealthChecks, Image, Resources, ZeroDowntimeService } from '../../lib';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

new ZeroDowntimeService(chart, 'cart', {
  image: Image.of('registry.example.com/shop/cart:1.4.2'),
  port: 8080,
  health: HealthChecks.http(), // GET /ready and GET /healthz
  resources: Resources.of({ cpu: '250m', memory: '256Mi' }),
  drainsWithin: Duration.seconds(30), // the longest request
});

console.log(app.synthYaml());
