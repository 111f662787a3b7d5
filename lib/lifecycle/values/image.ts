import { defaultPullPolicy, type ImageReference, parseImage } from '../../kubernetes/text/image-reference';
import { checkArgument, checkOptions } from '../arguments/check';
import { instanceOf } from '../arguments/instance';
import { oneOf, text } from '../arguments/scalars';
import { quoted } from '../arguments/shown';
import { struct } from '../arguments/struct';

/** When a node asks the registry for an image. */
export enum PullPolicy {
  /** At each start of a container. */
  ALWAYS = 'Always',
  /** Only where the node does not have it. */
  IF_NOT_PRESENT = 'IfNotPresent',
  /** Never: a container whose image the node lacks fails with ErrImageNeverPull. */
  NEVER = 'Never',
}

/** Options of an image. */
export interface ImageOptions {
  /**
   * When a node asks the registry for the image.
   *
   * @default - Always for the tag `latest` or none, else IfNotPresent
   */
  readonly pullPolicy?: PullPolicy;
}

export const IMAGE_OPTIONS = struct<ImageOptions>('ImageOptions', { pullPolicy: oneOf('PullPolicy', PullPolicy) });

/**
 * A container image.
 *
 * @see https://kubernetes.io/docs/concepts/containers/images/
 */
export class Image {
  /**
   * Reads an image reference such as `registry.example.com:5000/shop/cart:1.4.2`.
   *
   * @throws if the kubelet could not read it (the pod would end in InvalidImageName)
   */
  public static of(reference: string, options: ImageOptions = {}): Image {
    checkArgument('Image.of', 'reference', text("an image, such as 'nginx:1.29'"), reference);
    const { pullPolicy = defaultPullPolicy(reference) as PullPolicy } = checkOptions(
      'Image.of',
      IMAGE_OPTIONS,
      options,
    );
    const parsed = parseImage(reference);
    if (typeof parsed === 'string') throw new Error(`image '${reference}' cannot be read: ${parsed}`);
    return new Image(reference, parsed, pullPolicy);
  }

  /** The reference as it was given. */
  public readonly reference: string;
  /** When a node asks the registry for the image. */
  public readonly pullPolicy: PullPolicy;
  /** The registry's host and port; undefined for Docker Hub. */
  public readonly registry?: string;
  /** The tag; undefined where there is none. */
  public readonly tag?: string;
  /** The digest; undefined where there is none. */
  public readonly digest?: string;

  private constructor(reference: string, parsed: ImageReference, pullPolicy: PullPolicy) {
    this.reference = reference;
    this.pullPolicy = pullPolicy;
    this.registry = parsed.registry;
    this.tag = parsed.tag;
    this.digest = parsed.digest;
  }

  /** Prints the reference. */
  public toString(): string {
    return this.reference;
  }
}

export const IMAGE = instanceOf(Image, {
  wanted: 'an Image',
  give: "Image.of('registry.example.com/shop/cart:1.4.2')",
  from: (value) => (typeof value === 'string' ? `Image.of(${quoted(value)})` : undefined),
});
