/** The page's end of ground painting: hands requests to a worker, or paints between frames where there is none. */
import type { GroundRequest, GroundTile } from './ground-map.ts';
import type { GroundAnswer, GroundJob } from './ground.worker.ts';
import { heightsFor, paintTiles, type Easel } from './paint-ground.ts';

/** Called for each finished tile: first a rough sheet, then the full one. */
export type OnTile = (tile: GroundTile) => void;

interface Waiting {
  readonly onTile: OnTile;
  readonly done: () => void;
  readonly failed: (problem: Error) => void;
}

/** Paints sheets of ground. A new `paint` ends the one before it; `close` frees the worker. */
export class GroundPainter {
  private readonly worker: Worker | null;
  private readonly waiting = new Map<number, Waiting>();
  private job = 0;

  constructor() {
    this.worker = canPaintOffPage() ? new Worker(new URL('./ground.worker.ts', import.meta.url), { type: 'module' }) : null;
    if (this.worker === null) return;
    this.worker.onmessage = (message: MessageEvent<GroundAnswer>) => this.take(message.data);
    this.worker.onerror = (problem) => this.fail(new Error(`ground worker: ${problem.message}`));
  }

  /** Paints a sheet; resolves when the last tile is there, or when a later call has taken its place. */
  paint(request: GroundRequest, onTile: OnTile): Promise<void> {
    this.endOthers();
    const job = ++this.job;
    if (this.worker === null) return this.paintHere(job, request, onTile);
    const sent: GroundJob = { job, request };
    return new Promise((done, failed) => {
      this.waiting.set(job, { onTile, done, failed });
      this.worker?.postMessage(sent);
    });
  }

  /** Ends all work. */
  close(): void {
    this.job++;
    this.endOthers();
    this.worker?.terminate();
  }

  private take(answer: GroundAnswer): void {
    const waiting = this.waiting.get(answer.job);
    if (waiting === undefined) {
      if (answer.type === 'tile') answer.tile.bitmap.close();
      return;
    }
    if (answer.type === 'tile') return waiting.onTile(answer.tile);
    this.waiting.delete(answer.job);
    if (answer.type === 'done') waiting.done();
    else waiting.failed(new Error(`ground: ${answer.reason}`));
  }

  private fail(problem: Error): void {
    for (const { failed } of this.waiting.values()) failed(problem);
    this.waiting.clear();
  }

  private endOthers(): void {
    for (const { done } of this.waiting.values()) done();
    this.waiting.clear();
  }

  private async paintHere(job: number, request: GroundRequest, onTile: OnTile): Promise<void> {
    const field = await heightsFor(request);
    for (const { easel, ...tile } of paintTiles(request, field, onPage)) {
      const bitmap = await createImageBitmap(easel.canvas);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (job !== this.job) return bitmap.close();
      onTile({ ...tile, bitmap });
    }
  }
}

function canPaintOffPage(): boolean {
  return typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined';
}

function onPage(width: number, height: number): Easel {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('ground: no 2d context');
  return { canvas, pen };
}
