import { en } from '../en';
import { ApiError, type Added } from '../parts/api';

/** A file and where it lies in the folder that was dropped. */
export interface Sent {
  file: File;
  path: string;
}

/** Sends files; `progress` hears the part that has gone, 0 to 1. */
export function upload(files: readonly Sent[], progress: (part: number) => void): Promise<Added> {
  const form = new FormData();
  for (const { file, path } of files) {
    form.append('files', file, path);
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/scans');
    request.responseType = 'json';
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new ApiError(0, en.errors.unreachable));
    request.onload = () => {
      const body = request.response as (Added & { error?: string }) | null;
      if (request.status < 300 && body !== null) {
        resolve(body);
      } else {
        reject(new ApiError(request.status, body?.error ?? en.errors.status(request.status)));
      }
    };
    request.send(form);
  });
}

/** All files that were dropped, those of folders, too. */
export async function dropped(items: DataTransfer): Promise<Sent[]> {
  const entries = [...items.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) {
    return [...items.files].map((file) => ({ file, path: file.name }));
  }
  return (await Promise.all(entries.map((entry) => files(entry)))).flat();
}

async function files(entry: FileSystemEntry): Promise<Sent[]> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) {
    return [];
  }
  const reader = entry.createReader();
  const found: Sent[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return found;
    }
    found.push(...(await Promise.all(some.map((child) => files(child)))).flat());
  }
}
