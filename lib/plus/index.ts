export { viewAs } from './view-as';
