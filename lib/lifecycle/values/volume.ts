import { checkArgument, checkJson, checkOptions } from '../arguments/check';
import { text } from '../arguments/scalars';
import {
  CSI_OPTIONS,
  type CsiOptions,
  EMPTY_DIR_OPTIONS,
  type EmptyDirOptions,
  FILES_VOLUME_OPTIONS,
  type FilesVolumeOptions,
  PERSISTENT_VOLUME_CLAIM_OPTIONS,
  type PersistentVolumeClaimOptions,
} from './volume-options';

/**
 * What a container can mount: a {@link Volume}, or a volume made by cdk8s-plus, of whichever Kubernetes version.
 */
export interface IVolume {
  /** Name, unique in the pod. */
  readonly name: string;
  /** The volume that is mounted. */
  asVolume(): IVolume;
}

/**
 * A volume of a pod.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class Volume implements IVolume {
  /** Empty at the start of the pod, and gone with it. */
  public static emptyDir(name: string, options: EmptyDirOptions = {}): Volume {
    checkTexts('Volume.emptyDir', { name });
    const { medium, sizeLimit } = checkOptions('Volume.emptyDir', EMPTY_DIR_OPTIONS, options);
    return new Volume(name, { emptyDir: { medium, sizeLimit } });
  }

  /** The keys of a ConfigMap as files. */
  public static configMap(configMapName: string, options: FilesVolumeOptions = {}): Volume {
    checkTexts('Volume.configMap', { configMapName });
    checkOptions('Volume.configMap', FILES_VOLUME_OPTIONS, options);
    const name = options.name ?? volumeName('configmap', configMapName);
    return new Volume(name, { configMap: { name: configMapName, ...filesJson(options) } });
  }

  /** The keys of a Secret as files. */
  public static secret(secretName: string, options: FilesVolumeOptions = {}): Volume {
    checkTexts('Volume.secret', { secretName });
    checkOptions('Volume.secret', FILES_VOLUME_OPTIONS, options);
    const name = options.name ?? volumeName('secret', secretName);
    return new Volume(name, { secret: { secretName, ...filesJson(options) } });
  }

  /** What a PersistentVolumeClaim gives. One that is ReadWriteOnce holds a rolling update up. */
  public static persistentVolumeClaim(claimName: string, options: PersistentVolumeClaimOptions = {}): Volume {
    checkTexts('Volume.persistentVolumeClaim', { claimName });
    checkOptions('Volume.persistentVolumeClaim', PERSISTENT_VOLUME_CLAIM_OPTIONS, options);
    const name = options.name ?? volumeName('pvc', claimName);
    return new Volume(name, { persistentVolumeClaim: { claimName, readOnly: options.readOnly } });
  }

  /**
   * A file or folder of the node.
   * @param type what must be there, such as `Directory` or `FileOrCreate`; anything, where it is left out
   */
  public static hostPath(name: string, path: string, type?: string): Volume {
    checkTexts('Volume.hostPath', { name, path, ...(type !== undefined && { type }) });
    return new Volume(name, { hostPath: { path, type: type ?? '' } });
  }

  /** What a CSI driver makes for the pod. */
  public static csi(name: string, driver: string, options: CsiOptions = {}): Volume {
    checkTexts('Volume.csi', { name, driver });
    const { fsType, readOnly, volumeAttributes } = checkOptions('Volume.csi', CSI_OPTIONS, options);
    return new Volume(name, { csi: { driver, fsType, readOnly, volumeAttributes } });
  }

  /**
   * Any other source, as a manifest says it: `Volume.of('model', { image: { reference: 'registry.example.com/model:3' } })`.
   * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
   */
  public static of(name: string, source: { readonly [field: string]: unknown }): Volume {
    checkTexts('Volume.of', { name });
    checkJson('Volume.of', 'source', source);
    return new Volume(name, source);
  }

  private constructor(
    /** Name, unique in the pod. */
    public readonly name: string,
    /** @internal */
    public readonly _source: { readonly [field: string]: unknown },
  ) {}

  /** The volume itself. */
  public asVolume(): IVolume {
    return this;
  }
}

function checkTexts(factory: string, given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) checkArgument(factory, name, text(), value);
}

// Names of objects may have dots, names of volumes may not.
function volumeName(prefix: string, object: string): string {
  return `${prefix}-${object}`.replaceAll('.', '-').slice(0, 63).replace(/-+$/, '');
}

function filesJson({ items, defaultMode, optional }: FilesVolumeOptions): { readonly [field: string]: unknown } {
  return { items: items && Object.entries(items).map(([key, path]) => ({ key, path })), defaultMode, optional };
}
