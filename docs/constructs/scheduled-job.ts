import { App, Chart, Duration } from 'cdk8s';
import { Image, Resources, Schedule, ScheduledJob } from '../../lib';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });

new ScheduledJob(chart, 'report', {
  image: Image.of('registry.example.com/shop/report:1.4.2'),
  schedule: Schedule.cron('15 2 * * *', { timeZone: 'Europe/Zurich' }),
  resources: Resources.of({ cpu: '500m', memory: '512Mi' }),
  activeDeadline: Duration.minutes(30),
});

console.log(app.synthYaml());
