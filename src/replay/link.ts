/**
 * Share links: what to open stands in the fragment of the address, so that no server is told.
 *
 * `#scenario=first-night&seed=1954&side=garrison&lang=vi`, and `&replay=…` for a whole siege: its text deflated
 * and written in the letters that addresses allow. A link may be anything; it is read part by part.
 */
import type { SideId } from '../engine/index.ts';
import { problemAt, quote, type Problem, type Result } from '../scenario/problem.ts';
import { A_SEED, readReplay, SEED_PATTERN, writeReplay, type Replay } from './format.ts';

/** What a link asks for; a part it does not name is null. */
export interface ShareLink {
  readonly scenario: string | null;
  readonly seed: string | null;
  readonly side: SideId | null;
  readonly language: LinkLanguage | null;
  /** A packed replay, for `unpackReplay`. */
  readonly replay: string | null;
}

export type LinkLanguage = 'vi' | 'fr' | 'en';

/** Addresses beyond this are cut off by some programs; a longer siege travels as a file. */
const LONGEST_PACKED = 200_000;
/** What a packed replay may unpack to; deflate can swell a thousandfold. */
const MOST_BYTES = 4_000_000;
/** What problems name as their file. */
const LINK = 'link';

const PARTS = {
  scenario: { pattern: /^[a-z0-9][a-z0-9-]{0,79}$/, expected: 'the id of a scenario' },
  seed: { pattern: SEED_PATTERN, expected: A_SEED },
  side: { pattern: /^(?:garrison|besieger)$/, expected: 'garrison or besieger' },
  lang: { pattern: /^(?:vi|fr|en)$/, expected: 'vi, fr or en' },
  replay: { pattern: new RegExp(`^[A-Za-z0-9_-]{1,${LONGEST_PACKED}}$`), expected: `a packed replay of at most ${LONGEST_PACKED} letters` },
} as const;

/** The fragment without its `#`; parts that are null are left out. */
export function writeLink(link: Partial<ShareLink>): string {
  const parts = new URLSearchParams();
  const named = { scenario: link.scenario, seed: link.seed, side: link.side, lang: link.language, replay: link.replay };
  for (const [name, value] of Object.entries(named)) if (typeof value === 'string') parts.set(name, value);
  return parts.toString();
}

/**
 * Reads a fragment, with or without its `#`. Parts with a wrong value are left out and named in `problems`, so
 * that the rest of the link still opens; parts this version does not know are passed over.
 */
export function readLink(fragment: string): { readonly link: ShareLink; readonly problems: readonly Problem[] } {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const problems: Problem[] = [];
  const part = (name: keyof typeof PARTS): string | null => {
    const value = parts.get(name);
    if (value === null || PARTS[name].pattern.test(value)) return value;
    problems.push(problemAt({ file: LINK, path: name }, `found ${quote(value)}`, PARTS[name].expected));
    return null;
  };
  const link: ShareLink = {
    scenario: part('scenario'),
    seed: part('seed'),
    side: part('side') as SideId | null,
    language: part('lang') as LinkLanguage | null,
    replay: part('replay'),
  };
  return { link, problems };
}

/** The replay as letters for a link, or null when it is too long for an address. */
export async function packReplay(replay: Replay): Promise<string | null> {
  const bytes = new TextEncoder().encode(writeReplay(replay));
  const packed = await collected(streamed(bytes).pipeThrough(new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  const letters = packed === null ? '' : lettersOf(packed);
  return letters.length > LONGEST_PACKED ? null : letters;
}

/** The replay of a link; what unpacks to more than a replay may hold is refused before it fills the memory. */
export async function unpackReplay(letters: string): Promise<Result<Replay>> {
  let bytes: Uint8Array<ArrayBuffer> | null;
  try {
    bytes = await collected(streamed(bytesOf(letters)).pipeThrough(new DecompressionStream('deflate-raw')), MOST_BYTES);
  } catch {
    return refuse('the packed replay is damaged', 'a link that was copied whole');
  }
  if (bytes === null) return refuse('unpacks to too much', `at most ${String(MOST_BYTES)} bytes`);
  return readReplay(new TextDecoder().decode(bytes), LINK);
}

function refuse(message: string, expected: string): Result<never> {
  return { ok: false, problems: [problemAt({ file: LINK, path: 'replay' }, message, expected)] };
}

function streamed(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

async function collected(stream: ReadableStream<Uint8Array<ArrayBuffer>>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(next.value);
  }
  return joined(pieces, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function lettersOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
