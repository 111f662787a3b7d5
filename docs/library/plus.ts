import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { HealthChecks, Image, Resources, ZeroDowntimeService } from '../../lib';
import { viewAs } from '../../lib/plus';

const chart = new Chart(new App(), 'shop');
const cart = new ZeroDowntimeService(chart, 'cart', {
  image: Image.of('registry.example.com/shop/cart:1.4.2'),
  port: 8080,
  health: HealthChecks.http(),
  resources: Resources.of({ cpu: '250m', memory: '256Mi' }),
});
const backend = kplus.IngressBackend.fromService(viewAs(kplus.Service, cart.service));
console.log(backend.constructor.name);
