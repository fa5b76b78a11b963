/** The usable drop zone, the state of strips, galleries under posts. */
import type { GalleryMark, Marks, StripMark } from '../facts/marks.ts';
import { mixed, pointAt, smoothRing } from '../geometry/lines.ts';
import { scatterOf, seedOf } from '../geometry/seeded.ts';
import { cased, fill, ink, trace, type Frame, type Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

/** What a strip can be used for, in a word or two. */
export type StripWords = (use: StripMark['use']) => string;

/** The ground that the garrison walks and gathers on: a dashed line, as drops are drawn on a staff map. */
export function paintZone(pen: Pen, frame: Frame, { zone }: Marks, theme: Theme): void {
  for (const ring of zone.rings) {
    const curve = smoothRing(ring.filter((_, i) => i % 2 === 0), 3).map((place) => frame.to(place));
    trace(pen, curve, true);
    fill(pen, theme.name === 'day' ? 'rgba(250,244,222,0.16)' : 'rgba(150,190,230,0.06)');
    cased(pen, theme.casing, theme.ink, 1.3, [7, 4]);
  }
}

/** Craters on each strip, a bar across it where it is cut or closed, and its state in words. */
export function paintStrips(pen: Pen, frame: Frame, { strips }: Marks, theme: Theme, words: StripWords): void {
  for (const strip of strips) paintStrip(pen, frame, strip, theme, words);
}

function paintStrip(pen: Pen, frame: Frame, { id, line, middle, use, craters }: StripMark, theme: Theme, words: StripWords): void {
  const [a, b] = [frame.to(line[0]), frame.to(line[1])];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length < 24) return;
  const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const scatter = scatterOf(seedOf(id));
  pen.beginPath();
  for (let i = 0; i < Math.round(craters / 22); i += 1) {
    const [x, y] = mixed(a, b, scatter());
    const [aside, radius] = [(scatter() - 0.5) * 8 * frame.size, (0.9 + scatter() * 1.5) * frame.size];
    pen.moveTo(x + nx * aside + radius, y + ny * aside);
    pen.arc(x + nx * aside, y + ny * aside, radius, 0, 2 * Math.PI);
  }
  fill(pen, theme.name === 'day' ? 'rgba(60,44,30,0.75)' : 'rgba(4,8,14,0.8)');
  if (use === 'closed' || use === 'cut') {
    for (const share of use === 'cut' ? [0.5] : [0.2, 0.5, 0.8]) {
      const [x, y] = mixed(a, b, share);
      trace(pen, [[x - nx * 9, y - ny * 9], [x + nx * 9, y + ny * 9]]);
      cased(pen, theme.casing, use === 'cut' ? theme.nation.besieger.line : theme.cutOff, 2.6);
    }
  }
  if (use === 'open' || frame.pxPerKm < 60) return;
  const [x, y] = frame.to(middle);
  pen.save();
  const turn = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const aside = 11 + 7 * frame.size;
  pen.translate(x + nx * aside, y + ny * aside);
  pen.rotate(Math.abs(turn) > Math.PI / 2 ? turn + Math.PI : turn);
  pen.font = '600 12px "Archivo Narrow", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.strokeStyle = theme.halo;
  pen.lineWidth = 3.4;
  pen.setLineDash([]);
  pen.strokeText(words(use), 0, 0);
  pen.fillStyle = use === 'cut' ? theme.nation.besieger.deep : theme.ink;
  pen.fillText(words(use), 0, 0);
  pen.restore();
}

/** A gallery as dots towards the middle of its post; a star where its charge went off. */
export function paintGalleries(pen: Pen, frame: Frame, { galleries }: Marks, theme: Theme): void {
  for (const gallery of galleries) paintGallery(pen, frame, gallery, theme);
}

function paintGallery(pen: Pen, frame: Frame, { place, from, dug, fired }: GalleryMark, theme: Theme): void {
  const [a, b] = [frame.to(from), frame.to(place)];
  const colour = theme.nation.besieger.line;
  if (!fired) {
    trace(pen, [a, pointAt([a, mixed(a, b, Math.max(0.08, dug))], 1)]);
    pen.lineCap = 'round';
    cased(pen, theme.casing, colour, 2.4, [0.1, 5]);
    pen.lineCap = 'butt';
    return;
  }
  const reach = 9 * frame.size;
  pen.beginPath();
  for (let ray = 0; ray < 16; ray += 1) {
    const [turn, far] = [(ray * Math.PI) / 8, ray % 2 === 0 ? reach : reach * 0.45];
    const at = [b[0] + Math.cos(turn) * far, b[1] + Math.sin(turn) * far] as const;
    if (ray === 0) pen.moveTo(...at);
    else pen.lineTo(...at);
  }
  pen.closePath();
  ink(pen, theme.casing, 3);
  fill(pen, theme.name === 'day' ? '#3a2c20' : '#0b1016');
  ink(pen, colour, 1.2);
}
