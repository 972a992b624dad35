import { en } from '../en';

export type Value = 'yes' | 'no';
export type Review = 'accepted' | 'rejected';

export interface Project {
  name: string;
  folder: string;
  version: string;
  scans: number;
  slices: number;
  labelled: number;
}

/**
 * A scan; `shape` in voxels, `spacing` in mm, both along x, y, z; `slices` lie along `axis`, and those
 * in `skipped` hold too little to be trained on.
 */
export interface Scan {
  id: string;
  name: string;
  shape: number[];
  spacing: number[];
  axis: number;
  slices: number;
  skipped: number[];
  yes: number;
  no: number;
  outline: { model: string; confidence: number; review: Review | null } | null;
}

export interface Added {
  added: Scan[];
  refused: { file: string; error: string }[];
}

export interface Label {
  scan: string;
  slice: number;
  value: Value;
  reader: string;
}

/** Slices `from` to `to` of a scan, both included; null takes labels away. */
export interface Entry {
  scan: string;
  from: number;
  to: number;
  value: Value | null;
}

/** What became of a slice. */
export interface Change {
  scan: string;
  slice: number;
  value: Value | null;
}

export interface Disagreement {
  scan: string;
  slice: number;
  values: Record<string, Value>;
}

export interface Effort {
  slices: number;
  seconds: number;
  perMinute: number;
}

export interface Place {
  scan: string;
  slice: number;
}

export interface Preset {
  name: string;
  size: number;
  about: string;
  minutes: number;
}

export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'stopped';

/** A job; in a list of jobs without progress, loss and pictures. */
export interface Job {
  id: number;
  kind: 'learn' | 'outline';
  state: JobState;
  model: string;
  commands: string[];
  progress: { stage: string; done: number; of: number; secondsLeft: number | null } | null;
  loss: [number, number][];
  pictures: string[];
  error: string | null;
}

export interface Model {
  name: string;
  made: string;
  label: string;
  scans: number;
  slices: number;
}

/** A model's outline of a scan; confidences lie in [0, 1]. */
export interface Outline {
  scan: string;
  confidence: number;
  slices: { slice: number; confidence: number; positive: boolean }[];
  volumeMl: number | null;
  review: Review | null;
}

export interface Correction {
  n: number;
  reader: string;
  model: string | null;
  at: string;
}

/** What the server refused, in its own words; status 0 is a server that does not answer. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Calls the server; throws {@link ApiError}. */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, init);
  } catch {
    throw new ApiError(0, en.errors.unreachable);
  }
  if (answer.ok) {
    return answer;
  }
  const body: unknown = await answer.json().catch(() => null);
  const sentence = body !== null && typeof body === 'object' && 'error' in body ? String(body.error) : null;
  throw new ApiError(answer.status, sentence ?? en.errors.status(answer.status));
}

/** What lies at a path. */
export async function get<T>(path: string): Promise<T> {
  return (await call(path)).json() as Promise<T>;
}

/** Sends a value as JSON. */
export async function post<T>(path: string, value: unknown = {}): Promise<T> {
  const answer = await call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(value),
  });
  const text = await answer.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** A query of the given values. */
export function query(values: Record<string, string | number>): string {
  return `?${new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]))}`;
}
