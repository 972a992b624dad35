/** What the page uses of NiiVue; see README.md. */

export interface ColorMap {
  R: number[];
  G: number[];
  B: number[];
  A: number[];
  I: number[];
}

/** A volume; voxels lie in `img` in the order of its file. */
export interface NVImage {
  id: string;
  img: Uint8Array | Int16Array | Uint16Array | Float32Array | Float64Array;
  hdr: { dims: number[]; pixDims: number[]; affine: number[][]; scl_slope: number; scl_inter: number };
  permRAS: number[];
  cal_min: number;
  cal_max: number;
  global_min: number;
  global_max: number;
  colormap: string;
  opacity: number;
}

export declare const NVImage: {
  loadFromUrl(options: { url: string; name: string; colormap?: string; opacity?: number; cal_min?: number; cal_max?: number }): Promise<NVImage>;
};

export declare class Niivue {
  constructor(options: Record<string, unknown>);
  readonly volumes: NVImage[];
  drawBitmap: Uint8Array | null;
  overlayOutlineWidth: number;
  opts: { penSize: number };
  scene: { crosshairPos: ArrayLike<number> };
  onLocationChange: (location: unknown) => void;
  onDrawingChanged: (action: string) => void;
  attachToCanvas(canvas: HTMLCanvasElement): Promise<this>;
  addColormap(name: string, map: ColorMap): void;
  addVolume(volume: NVImage): void;
  removeVolume(volume: NVImage): void;
  setOpacity(index: number, opacity: number): void;
  setSliceType(type: number): this;
  setInterpolation(nearest: boolean): void;
  updateGLVolume(): void;
  drawScene(): void;
  mm2frac(mm: ArrayLike<number>): ArrayLike<number>;
  frac2mm(frac: ArrayLike<number>): ArrayLike<number>;
  setDrawingEnabled(on: boolean): void;
  setDrawColormap(map: ColorMap): void;
  setDrawOpacity(opacity: number): void;
  setPenValue(value: number, filled?: boolean): void;
  loadDrawing(volume: Pick<NVImage, 'img' | 'hdr' | 'permRAS'>): boolean;
  closeDrawing(): void;
  drawUndo(): void;
  saveImage(options: { filename: string; isSaveDrawing: boolean; volumeByIndex: number }): Promise<Uint8Array | boolean>;
}
