import * as kplus from 'cdk8s-plus-28';
import { type IVolume, Volume } from '../lifecycle/values/volume';
import type { CommonContainerOptions, PodOptions } from './pod-options';

// Every cdk8s-plus renders its volumes with this method, internal by name; the names of the fields are the same in all.
type Foreign = { _toKube?(): kplus.k8s.Volume };

/** The same options with volumes of cdk8s-plus as our own, which say their source themselves. */
export function withOwnVolumes<T extends PodOptions>(options: T): T {
  const all = <C extends CommonContainerOptions>(containers: C[] | undefined) => containers?.map(ownVolumes);
  const { containers, initContainers, sidecars } = options;
  return {
    ...ownVolumes(options),
    containers: all(containers),
    initContainers: all(initContainers),
    sidecars: all(sidecars),
  };
}

function ownVolumes<C extends CommonContainerOptions>(options: C): C {
  return {
    ...options,
    volumeMounts: options.volumeMounts?.map((each) => ({ ...each, volume: ownVolume(each.volume) })),
  };
}

function ownVolume(given: IVolume): IVolume {
  const volume: IVolume & Foreign = given.asVolume();
  if (volume._toKube === undefined) return volume;
  const { name: _name, ...source } = { ...kplus.k8s.toJson_Volume(volume._toKube()) };
  return Volume.of(volume.name, source);
}
