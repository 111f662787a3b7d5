import { App, Chart } from 'cdk8s';
import { Image, NodeAgent, Resources } from '../../lib';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

new NodeAgent(chart, 'log-agent', {
  image: Image.of('registry.example.com/platform/log-agent:0.31.2'),
  resources: Resources.of({ cpu: '50m', memory: '128Mi' }),
});

console.log(app.synthYaml());
