import { defaultPullPolicy, type ImageReference, parseImage } from '../../kubernetes/text/image-reference';
import type { Container } from '../../kubernetes/views/container';
import { allContainers, type PodTemplate } from '../../kubernetes/views/pod-template';

/** The image of a container that can be read. */
export interface ReadImage {
  readonly container: Container;
  readonly image: string;
  readonly reference: ImageReference;
  /** After defaulting. */
  readonly pullPolicy: string;
}

/** What a template engine, a build or Istio's injection (`auto`) will replace: such a reference cannot be judged. */
const PLACEHOLDER = /^auto$|:\/\/|\$|\{\{|<[^>]*>|#\{|%[{(]?\w+|__\w+__|\b[A-Z][A-Z\d]*_[A-Z\d_]+[^:@]*(?=$|[:@])/;

/** Tells whether an image is still to be filled in. */
export function isPlaceholder(image: string): boolean {
  return PLACEHOLDER.test(image);
}

/** The images of all containers of a template that parse, init containers among them. */
export function imagesOf(template: PodTemplate): readonly ReadImage[] {
  return allContainers(template).flatMap((container) => {
    const { image, imagePullPolicy } = container;
    if (image === undefined || isPlaceholder(image)) return [];
    const reference = parseImage(image);
    if (typeof reference === 'string') return [];
    return [{ container, image, reference, pullPolicy: imagePullPolicy ?? defaultPullPolicy(image) }];
  });
}

/** Tells whether an image is whatever was pushed last: neither digest nor tag, or the tag latest. */
export function isLatest({ tag, digest }: ImageReference): boolean {
  return digest === undefined && (tag === undefined || tag === 'latest');
}

const VERSION = /^v?\d+\.\d+\.\d+([-+._][\w.-]+)?$/;
const COMMIT = /^(?=.*[a-f])(?=.*\d)([\w.]+-)?(g|sha-?)?[0-9a-f]{7,40}$/;
const DATED_BUILD = /(^|[^\d])20\d{2}[-.]?(0[1-9]|1[0-2])[-.]?(0[1-9]|[12]\d|3[01])/;

/** Tells whether a tag looks as if it were pushed once: a full version, a commit, a build with a date. */
export function looksImmutable(tag: string): boolean {
  return VERSION.test(tag) || COMMIT.test(tag) || DATED_BUILD.test(tag);
}

const BRANCHES =
  'beta canary current dev devel develop development edge experimental head lts main mainline master next nightly prod production release snapshot stable staging test testing trunk unstable';
const DISTRIBUTIONS =
  'alpine bionic bookworm bullseye buster debian focal jammy jessie noble slim stretch trixie ubuntu xenial';
const MOVING = new RegExp(`^(?:${`${BRANCHES} ${DISTRIBUTIONS}`.replaceAll(' ', '|')})$`);
const DISTRIBUTION = new RegExp(`^(?:${DISTRIBUTIONS.replaceAll(' ', '|')})[\\d.]*$`);
const MAJOR = /^v?\d+$/;

/**
 * Tells whether a tag moves: a branch or channel (`main`, `stable`), a distribution (`alpine`), a bare major version
 * (`7`, `v2`), or a join of these (`7-alpine`, `lts-slim`).
 */
export function looksMoving(tag: string): boolean {
  if (looksImmutable(tag)) return false;
  const parts = tag.toLowerCase().split('-');
  const isMajor = (part: string) => MAJOR.test(part) && part.length <= 4;
  return parts.every((part, index) => MOVING.test(part) || DISTRIBUTION.test(part) || (index === 0 && isMajor(part)));
}
