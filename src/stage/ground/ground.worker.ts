/** Paints ground off the page's thread. A new request ends the one before it. */
import type { GroundRequest, GroundTile } from './ground-map.ts';
import { heightsFor, paintTiles, type Easel } from './paint-ground.ts';

/** What the page sends. */
export interface GroundJob {
  readonly job: number;
  readonly request: GroundRequest;
}

/** What the worker answers: tiles, then one word that the job is done or why it is not. */
export type GroundAnswer =
  | { readonly job: number; readonly type: 'tile'; readonly tile: GroundTile }
  | { readonly job: number; readonly type: 'done' }
  | { readonly job: number; readonly type: 'failed'; readonly reason: string };

let current = 0;

self.onmessage = (message: MessageEvent<GroundJob>) => {
  const { job, request } = message.data;
  current = job;
  paint(job, request).catch((problem: unknown) => answer({ job, type: 'failed', reason: String(problem) }));
};

async function paint(job: number, request: GroundRequest): Promise<void> {
  const field = await heightsFor(request);
  for (const { easel, ...tile } of paintTiles(request, field, offscreen)) {
    const bitmap = (easel.canvas as OffscreenCanvas).transferToImageBitmap();
    answer({ job, type: 'tile', tile: { ...tile, bitmap } }, [bitmap]);
    await breath();
    if (job !== current) return;
  }
  answer({ job, type: 'done' });
}

function answer(message: GroundAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

// Lets a newer request in between two tiles.
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function offscreen(width: number, height: number): Easel {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('ground: no 2d context off screen');
  return { canvas, pen };
}
