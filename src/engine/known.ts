/** What one side knows of the other: the only way through the fog. */
import type { Holder } from './state.ts';

/** What one side knows of the other. */
export interface Known {
  posts: PostSighting[];
  fixes: Fix[];
  /** Fixes ever made, so that each has a number of its own. */
  fixesMade: number;
  contacts: Contact[];
  approaches: ApproachSighting[];
}

/** A post as last seen by the other side; strengths are judged, not counted. */
export interface PostSighting {
  post: string;
  turn: number;
  holder: Holder;
  men: number;
  works: number;
  wire: number;
}

export interface Fix {
  id: string;
  battery: string;
  weapon: string;
  east: number;
  north: number;
  errorMetres: number;
  how: 'seen' | 'flash' | 'sound';
  turn: number;
}

export interface Contact {
  unit: string;
  hex: number;
  men: number;
  turn: number;
}

export interface ApproachSighting {
  approach: string;
  headMetres: number;
  turn: number;
}
