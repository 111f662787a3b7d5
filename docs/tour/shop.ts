import { App, Chart, Duration } from 'cdk8s';
import {
  BatchJob,
  HealthChecks,
  Image,
  KubernetesVersion,
  Platform,
  Resources,
  TrafficRoute,
  ZeroDowntimeService,
} from '../../lib';

const app = new App({ outdir: process.argv[2] });
const shop = new Chart(app, 'shop', { namespace: 'shop' });
Platform.of(shop).set({ kubernetesVersion: KubernetesVersion.V1_34, route: TrafficRoute.ingressNginx() });

new ZeroDowntimeService(shop, 'cart', {
  image: Image.of('registry.example.com/shop/cart:1.4.2'),
  port: 8080,
  health: HealthChecks.http(), // GET /ready and GET /healthz
  resources: Resources.of({ cpu: '250m', memory: '256Mi' }),
  drainsWithin: Duration.seconds(30), // the longest request
});

new BatchJob(shop, 'reindex', {
  image: Image.of('registry.example.com/shop/reindex:1.4.2'),
  args: ['--all'],
  resources: Resources.of({ cpu: '1', memory: '1Gi' }),
  activeDeadline: Duration.hours(1),
});

console.log(app.synthYaml());
