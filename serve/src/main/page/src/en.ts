import type { Effort, Job, JobState, Outline, Scan, Value } from './parts/api';

/** All texts of the page, in English. Another language is another object of this type. */
export const en = {
  pages: 'Pages',
  tabs: { scans: 'Scans', label: 'Label', train: 'Train', look: 'Look', export: 'Export' },
  errors: {
    unreachable: 'Wisp does not answer. Is "wisp serve" still running?',
    lost: 'no connection',
    status: (status: number): string => `Wisp refused this (${status}).`,
    ours: (what: string): string => `The page made a mistake: ${what}`,
    token: 'This page needs the link that "wisp serve" printed; it holds the key. Open that link.',
  },
  help: {
    title: 'Keys',
    keys: [
      ['1 2 3 4 5', 'Scans, Label, Train, Look, Export'],
      ['?', 'this help'],
    ] as [string, string][],
    warning: 'Wisp is a research tool, not a medical device. Check each outline.',
  },
  scans: {
    title: 'Scans',
    drop: 'Drop scans here',
    kinds: 'NIfTI files, DICOM series, zip archives of either, or whole folders. They stay on this machine.',
    files: 'Choose files',
    folder: 'Choose a folder',
    inPlace: 'Folder on the server',
    phantoms: 'Load phantoms',
    askPath: {
      title: 'Folder on the server',
      why: 'The path of a folder on the machine that runs Wisp. Its scans are read in place and never changed.',
      go: 'Read',
    },
    columns: ['', 'Scan', 'Voxels', 'Spacing', 'Slices', 'Labels', 'Outline', ''],
    reading: 'Reading scans …',
    uploading: (files: number, part: number): string =>
      part < 1 ? `Sending ${files} files: ${percent(part)}` : `Reading ${files} files …`,
    added: (count: number): string => `${plural(count, 'scan')} added`,
    dismiss: 'Close this list',
    summary: (scans: number, slices: number): string =>
      scans === 0 ? 'No scans yet' : `${plural(scans, 'scan')}, ${plural(slices, 'slice')}`,
    toLabels: 'Label slices',
    labels: (yes: number, no: number): string => `${yes} yes, ${no} no`,
    outline: (outline: NonNullable<Scan['outline']>): string =>
      `${outline.model} · ${percent(outline.confidence)}${outline.review === null ? '' : ` · ${outline.review}`}`,
    remove: 'Remove',
    sure: (name: string, labels: number): { title: string; why: string; go: string } => ({
      title: `Remove ${name}?`,
      why: `It has ${plural(labels, 'label')}, which go with it. Type the scan's name to remove it.`,
      go: 'Remove',
    }),
    keys: [
      ['F', 'choose files'],
      ['D', 'choose a folder'],
      ['P', 'a folder on the server'],
    ] as [string, string][],
  },
  label: {
    name: 'Label',
    newName: 'New label …',
    askName: { title: 'New label', why: 'What is yes or no in a slice: a lesion, a tumour, blood …', go: 'Use it' },
    askReader: {
      title: 'Who reads?',
      why: 'Your name or initials. It is kept with each label, so that two readers can be compared.',
      go: 'Start labelling',
    },
    decision: 'This slice',
    yes: 'Yes',
    no: 'No',
    undo: 'Undo',
    next: 'Next',
    order: 'Order',
    scanByScan: 'Scan by scan',
    mostUseful: 'Most useful first',
    soFar: 'So far',
    left: 'left',
    differ: 'Readers differ',
    noDifference: 'On no slice.',
    readBy: 'Reader: ',
    nobody: 'choose a name',
    allDone: 'Every slice has a label.',
    nothingToUndo: 'Nothing to undo.',
    value: (value: Value | null): string => (value === null ? 'No label yet' : value === 'yes' ? 'Yes' : 'No'),
    range: (from: number, to: number): string => `Slices ${from} to ${to}: Y or N`,
    place: (slice: number, of: number): string => `Slice ${slice} of ${of}`,
    greys: (width: number, level: number, zoom: number): string =>
      `W ${Math.round(width)}  L ${Math.round(level)}${zoom > 1 ? `  ×${zoom.toFixed(1)}` : ''}`,
    saved: (waiting: number): string => (waiting === 0 ? 'Saved' : `Saving ${waiting} …`),
    unsaved: (waiting: number, error: string): string => `${plural(waiting, 'change')} not saved yet. ${error}`,
    effort: (effort: Effort): string =>
      effort.slices === 0
        ? 'Your time is counted from the first label on.'
        : `${plural(effort.slices, 'slice')} in ${duration(effort.seconds)}, ${Math.round(effort.perMinute)} a minute. ` +
          (effort.slices < 20 ? '' : `A tenth of that time: ${Math.round(effort.slices / 10)} slices.`),
    keys: [
      ['Y N', 'yes, no, and on to the next slice'],
      ['← →', 'slice before, slice after (also the mouse wheel)'],
      ['Shift+← Shift+→', 'choose a range; Y or N then labels all of it'],
      ['U', 'undo your last change'],
      ['X', 'take the label away'],
      ['Space', 'next slice without a label'],
      ['O', 'most useful first, or scan by scan'],
      ['PgUp PgDn', 'scan before, scan after'],
      ['+ - 0', 'zoom in, zoom out, reset zoom and window'],
      ['Drag', 'window and level; with Shift, move the picture'],
    ] as [string, string][],
  },
  train: {
    preset: 'How thorough',
    minutes: 'Time to spend',
    minutesUnit: 'minutes',
    start: 'Train',
    jobs: 'Jobs',
    emptyTitle: 'Nothing has been trained yet',
    emptyText: 'Label some slices of a few scans, with and without the object. Then choose how long Wisp may learn, and press Train.',
    basis: (scans: number, yes: number, no: number): string =>
      yes + no === 0
        ? 'No labels yet.'
        : `${yes} yes and ${no} no in ${plural(scans, 'scan')}.` + (Math.min(yes, no) < 10 ? ' Both kinds are needed, ten of each at least.' : ''),
    about: (minutes: number): string => `about ${duration(minutes * 60)}`,
    loss: 'Loss',
    steps: 'steps',
    noLoss: 'The loss appears here once training has begun.',
    commands: 'The same on the command line',
    log: 'Log',
    noLog: 'Nothing yet.',
    pause: 'Pause',
    goOn: 'Go on',
    stop: 'Stop',
    outline: 'Outline again',
    look: 'Look at the outlines',
    copy: 'Copy',
    copied: 'Copied',
    title: (job: Job): string => (job.kind === 'learn' ? `Train ${job.model}` : `Outline with ${job.model}`),
    short: (job: Job): string => {
      const { progress } = job;
      const part = progress === null || progress.of === 0 ? '' : ` ${percent(progress.done / progress.of)}`;
      return `${job.kind === 'learn' ? 'Training' : 'Outlining'}${job.state === 'paused' ? ' paused' : part}`;
    },
    stage: (job: Job): string => {
      const { progress } = job;
      if (job.state === 'queued') {
        return 'Waits for the job before it.';
      }
      if (progress === null) {
        return '';
      }
      const left = progress.secondsLeft !== null && job.state === 'running' ? `, ${duration(progress.secondsLeft)} left` : '';
      const stage = en.train.stages[progress.stage] ?? progress.stage;
      return `${stage}${progress.of === 0 ? '' : `: ${progress.done} of ${progress.of}`}${left}`;
    },
    stages: {
      prepare: 'Cutting scans into slices',
      diffusion: 'Training the diffusion model, step',
      classifier: 'Training the classifier, step',
      student: 'Training the student, step',
      outline: 'Outlining, scan',
    } as Record<string, string>,
    states: {
      queued: 'queued',
      running: 'running',
      paused: 'paused',
      done: 'done',
      failed: 'failed',
      stopped: 'stopped',
    } as Record<JobState, string>,
    keys: [
      ['T', 'train'],
      ['P', 'pause, go on'],
      ['↑ ↓', 'another job'],
    ] as [string, string][],
  },
  look: {
    model: 'Model',
    other: 'Compare with',
    noOther: 'no other',
    doubtful: 'Most doubtful first',
    emptyTitle: 'No outlines yet',
    emptyText: 'Train a model on the Train page. When it has learned, it outlines all scans.',
    loading: 'Loading …',
    verdict: 'Verdict',
    accept: 'Accept',
    reject: 'Reject',
    correct: 'Correct',
    next: 'Next',
    last: 'That was the last scan.',
    over: 'Over the scan',
    shown: { mask: 'Mask', map: 'Map', nothing: 'Nothing' },
    opacity: 'Opacity',
    threshold: 'Threshold',
    modelsOwn: "the model's own",
    at: (value: number, ml: number): string => `${value.toFixed(2)} · ${ml.toFixed(1)} ml`,
    edge: 'Edge only',
    view: 'View',
    views: { all: 'All', axial: 'Axial', coronal: 'Coronal', sagittal: 'Sagittal', volume: '3-D' },
    percent: (part: number): string => percent(part),
    row: (outline: Outline): string =>
      `${volume(outline)} in ${plural(outline.slices.filter((slice) => slice.positive).length, 'slice')}${outline.review === null ? '' : ` · ${outline.review}`}`,
    facts: (outline: Outline, scan: Scan | undefined): [string, string][] => [
      ['Confidence', percent(outline.confidence)],
      ['Volume', volume(outline)],
      ['Slices with object', String(outline.slices.filter((slice) => slice.positive).length)],
      ['Labels', scan === undefined || scan.yes + scan.no === 0 ? 'none' : `${scan.yes} yes, ${scan.no} no`],
    ],
    slice: (slice: number, confidence: number | null, positive: boolean, label: Value | null): string =>
      `Slice ${slice}: ${confidence === null ? 'not outlined' : `${positive ? 'object' : 'no object'}, confidence ${percent(confidence)}`}` +
      (label === null ? '' : `; labelled ${label}`),
    keys: [
      ['A R', 'accept, reject, and on to the next scan'],
      ['Space ↓ ↑', 'next scan, scan before'],
      ['← →', 'slice before, slice after'],
      ['M P H', 'mask, map, nothing over the scan'],
      [', .', 'threshold down, up'],
      ['+ -', 'opacity up, down'],
      ['O', 'edge only'],
      ['V', 'another view'],
      ['C', 'correct the mask'],
      ['B F E', 'when correcting: brush, fill, eraser'],
      ['[ ]', 'when correcting: smaller, larger brush'],
      ['U S Esc', 'when correcting: undo, save, leave'],
    ] as [string, string][],
  },
  correct: {
    title: 'Correct',
    why: "Draw on any plane. What you save is kept beside the model's mask, never over it.",
    brush: 'Brush',
    fill: 'Draw and fill',
    eraser: 'Eraser',
    size: 'Size',
    voxels: (size: number): string => plural(size, 'voxel'),
    undo: 'Undo',
    keep: 'Keep',
    save: 'Save',
    leave: 'Leave',
    saved: 'Saved as a new version',
    lose: 'Leave without saving what you drew?',
    nothing: 'There is no drawing to save.',
    versions: 'Versions',
    none: 'None yet.',
    version: (n: number): string => `Version ${n}`,
    by: (reader: string, at: Date): string => `${reader}, ${at.toLocaleString()}`,
  },
  export: {
    resultsTitle: 'Results',
    inside: [
      'masks as NIfTI, on the grid of each scan; corrected ones where you corrected',
      'all labels of all readers, as labels.csv',
      'project.json: scans, models, confidences, verdicts',
      'a report to read in any browser',
    ],
    model: 'Model',
    noModel: 'labels only',
    withoutModel: 'Without masks.',
    masks: (count: number): string => `Masks of ${plural(count, 'scan')}.`,
    zip: 'Download all (zip)',
    labelsTitle: 'Labels',
    labelsText: 'The table that "wisp prepare --labels" reads, to train elsewhere or to bring labels in from a spreadsheet.',
    labels: 'Download labels.csv',
    take: 'Bring labels in',
    columns: 'Its columns, separated by commas or semicolons:',
    example: 'case,slice,label\npatient-01,31,1\npatient-01,32,0',
    taken: (file: string): string => `Labels of ${file} are in`,
    keys: [
      ['E', 'download all'],
      ['L', 'download labels.csv'],
      ['I', 'bring labels in'],
    ] as [string, string][],
  },
};

function plural(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

function volume(outline: Outline): string {
  return outline.volumeMl === null ? 'unknown volume' : `${outline.volumeMl.toFixed(1)} ml`;
}

function percent(part: number): string {
  return `${Math.round(100 * part)} %`;
}

function duration(seconds: number): string {
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
