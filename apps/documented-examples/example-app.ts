import { Image, Resources } from 'cdk8s-lifecycle';

/** The image of examples whose notes name none. */
export const EXAMPLE_IMAGE = Image.of('registry.example.com/examples/app:1.4.2');

/** The resources of examples whose notes name none. */
export const EXAMPLE_RESOURCES = Resources.of({ cpu: '100m', memory: '128Mi' });

/** Why an image without tag stays as it is. */
export const UNTAGGED = 'the notes name no tag; a real app would pin one';
