import type { ColorMap, Niivue, NVImage } from '../../vendor/niivue';
import { h } from '../parts/dom';
import { atLeast, fullestPlace, millilitres, toMm, toVoxel } from './voxels';

/** What the canvas shows: all planes and the volume, or one of them. */
export type View = 'all' | 'axial' | 'coronal' | 'sagittal' | 'volume';

const views: Record<View, number> = { axial: 0, coronal: 1, sagittal: 2, all: 3, volume: 4 };

/** One colour for all values but the lowest, which is not seen. */
export function flat(red: number, green: number, blue: number): ColorMap {
  return { R: [red, red, red], G: [green, green, green], B: [blue, blue, blue], A: [0, 255, 255], I: [0, 1, 255] };
}

/** Where a scan and its overlays lie on the server. */
export interface Sources {
  scan: string;
  mask: string;
  map: string;
  other: string | null;
}

/** A scan in three planes and in 3-D, with a model's mask and map over it. */
export class Viewer {
  readonly canvas = h('canvas', { className: 'volume', tabIndex: -1 });
  private niivue: Niivue | null = null;
  private layers: { scan: NVImage; mask: NVImage; map: NVImage; other: NVImage | null } | null = null;
  private opacity = 0.5;
  private shown: 'mask' | 'threshold' | 'map' | 'nothing' = 'mask';
  private asked = 0;

  /** @param moved called with the voxel under the crosshair, in the order of the scan's file */
  constructor(private readonly moved: (voxel: number[]) => void) {}

  /** NiiVue with all layers loaded; null while nothing is. */
  get loaded(): { niivue: Niivue; scan: NVImage; mask: NVImage; map: NVImage } | null {
    return this.niivue === null || this.layers === null ? null : { niivue: this.niivue, ...this.layers };
  }

  /** The highest value of the map. */
  get highest(): number {
    return this.layers?.map.global_max ?? 1;
  }

  /** Loads a scan with its overlays, and goes to the slice along `axis` where the mask is largest. */
  async show(sources: Sources, axis: number): Promise<void> {
    const asked = ++this.asked;
    const module = await import('../../vendor/niivue');
    this.niivue ??= await this.start(module.Niivue);
    const niivue = this.niivue;
    const load = (url: string, colormap: string): Promise<NVImage> => module.NVImage.loadFromUrl({ url, name: 'volume.nii.gz', colormap });
    const [scan, mask, map, other] = await Promise.all([
      load(sources.scan, 'gray'),
      load(sources.mask, 'mask'),
      load(sources.map, 'inferno'),
      sources.other === null ? null : load(sources.other, 'other'),
    ]);
    if (asked !== this.asked) {
      return;
    }
    niivue.volumes.slice().reverse().forEach((volume) => niivue.removeVolume(volume));
    this.layers = { scan, mask, map, other };
    for (const binary of other === null ? [mask] : [mask, other]) {
      binary.cal_min = 0.4;
      binary.cal_max = 0.5;
    }
    for (const volume of [scan, mask, map, ...(other === null ? [] : [other])]) {
      niivue.addVolume(volume);
    }
    this.shown = 'mask';
    this.layer();
    this.goTo(fullestPlace(mask, atLeast(mask, 0.5), axis));
  }

  /** Goes to a slice along an axis, and stays where it is on the others. */
  goToSlice(axis: number, slice: number): void {
    const voxel = this.voxel();
    voxel[axis] = slice;
    this.goTo(voxel);
  }

  /** Moves along an axis. */
  step(axis: number, by: number): void {
    this.goToSlice(axis, (this.voxel()[axis] ?? 0) + by);
  }

  setView(view: View): void {
    this.niivue?.setSliceType(views[view]);
  }

  setOpacity(opacity: number): void {
    this.opacity = opacity;
    this.layer();
  }

  /** Shows only the edge of masks, or all of them. */
  setOutline(only: boolean): void {
    if (this.niivue !== null) {
      this.niivue.overlayOutlineWidth = only ? 1 : 0;
      this.niivue.drawScene();
    }
  }

  /** Shows the model's mask, or its map, or nothing over the scan. */
  setShown(what: 'mask' | 'map' | 'nothing'): void {
    this.shown = what;
    if (this.layers !== null && what === 'map') {
      const { map } = this.layers;
      map.colormap = 'inferno';
      map.cal_min = map.global_max * 0.05;
      map.cal_max = map.global_max;
    }
    this.layer();
  }

  /** Shows where the map reaches a value; answers the volume of that in ml. */
  setThreshold(value: number): number {
    if (this.layers === null) {
      return 0;
    }
    const { map } = this.layers;
    this.shown = 'threshold';
    map.colormap = 'mask';
    map.cal_min = value * 0.9999;
    map.cal_max = Math.max(value, 1e-9);
    this.layer();
    return millilitres(map, atLeast(map, value));
  }

  /** The voxels that are shown as a mask now: the model's, or those of the threshold. */
  currentMask(): Uint8Array | null {
    if (this.layers === null) {
      return null;
    }
    const { mask, map } = this.layers;
    return this.shown === 'threshold' ? atLeast(map, map.cal_max) : atLeast(mask, 0.5);
  }

  private async start(NiivueClass: typeof Niivue): Promise<Niivue> {
    const niivue = new NiivueClass({
      backColor: [0, 0, 0, 1],
      crosshairColor: [0.34, 0.71, 0.91, 0.7],
      crosshairWidth: 0.7,
      fontColor: [0.66, 0.71, 0.77, 1],
      textHeight: 0.05,
      isRadiologicalConvention: true,
      show3Dcrosshair: true,
      multiplanarShowRender: 1,
      multiplanarLayout: 2,
      multiplanarPadPixels: 4,
      dragAndDropEnabled: false,
      isResizeCanvas: true,
      clipPlaneHotKey: '',
      viewModeHotKey: '',
      loadingText: '',
      logLevel: 'error',
    });
    await niivue.attachToCanvas(this.canvas);
    niivue.addColormap('mask', flat(230, 159, 0));
    niivue.addColormap('other', flat(86, 180, 233));
    niivue.setInterpolation(true);
    niivue.setSliceType(views.all);
    niivue.onLocationChange = () => this.moved(this.voxel());
    return niivue;
  }

  private layer(): void {
    if (this.niivue === null || this.layers === null) {
      return;
    }
    const opacities = [1, this.shown === 'mask' ? this.opacity : 0, this.shown === 'threshold' || this.shown === 'map' ? this.opacity : 0];
    this.niivue.volumes.forEach((volume, i) => {
      volume.opacity = opacities[i] ?? (this.shown === 'nothing' ? 0 : this.opacity);
    });
    this.niivue.updateGLVolume();
  }

  private goTo(voxel: readonly number[]): void {
    if (this.niivue !== null && this.layers !== null) {
      const dims = this.layers.scan.hdr.dims;
      const inside = voxel.map((v, i) => Math.min((dims[i + 1] ?? 1) - 1, Math.max(0, v)));
      this.niivue.scene.crosshairPos = this.niivue.mm2frac(toMm(this.layers.scan, inside));
      this.niivue.drawScene();
      this.moved(inside);
    }
  }

  private voxel(): number[] {
    return this.niivue === null || this.layers === null
      ? [0, 0, 0]
      : toVoxel(this.layers.scan, this.niivue.frac2mm(this.niivue.scene.crosshairPos));
  }
}
