import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { RecordCounter } from './record-counter.js';
import { problemOf, send } from './request.js';
import { saveFile } from './save-file.js';

/** What can be had as a file. */
export type ExportPath = '/alarms/export' | '/audit/export';
export type ExportFormat = 'csv' | 'json';

/** How far an export has come. */
export interface ExportProgress {
  readonly records: number;
  readonly bytes: number;
}

type ExportQuery = Readonly<Record<string, string | undefined>>;

/** Fetches an export piece by piece, says how far it is, and gives it to the browser as a file; it can be stopped. */
export function useExport(path: ExportPath) {
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const leave = useRef<AbortController>(null);
  const run = useMutation({
    mutationFn: async ({ format, query }: { format: ExportFormat; query: ExportQuery }) => {
      leave.current = new AbortController();
      setProgress({ records: 0, bytes: 0 });
      try {
        await fetchFile(path, format, query, leave.current.signal, setProgress);
      } catch (error) {
        if (!leave.current.signal.aborted) throw error;
        setProgress(null);
      }
    },
  });
  return { run, progress, stop: () => leave.current?.abort() };
}

async function fetchFile(
  path: ExportPath,
  format: ExportFormat,
  query: ExportQuery,
  signal: AbortSignal,
  tell: (progress: ExportProgress) => void,
): Promise<void> {
  const wanted = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(query)) if (value) wanted.set(name, value);
  const url = `/api/v1${path}?${wanted}`;
  const response = await send(url, { credentials: 'same-origin', signal });
  if (!response.ok || !response.body) throw await problemOf(response);
  const counter = new RecordCounter(format);
  const pieces: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    bytes += read.value.length;
    counter.hear(read.value);
    tell({ records: counter.count, bytes });
  }
  saveFile(new Blob(pieces, { type: response.headers.get('content-type') ?? '' }), nameOf(response, format));
}

function nameOf(response: Response, format: ExportFormat): string {
  const told = response.headers.get('content-disposition')?.match(/filename="([^"]+)"/)?.[1];
  return told ?? `export.${format}`;
}
