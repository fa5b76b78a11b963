/** The colours of the map by day and by night. Colour names a nation; on forest no line stands without its casing. */
import type { SideId } from '../engine/index.ts';

/** The inks of one side. */
export interface NationInk {
  /** Lines and outlines. */
  readonly line: string;
  /** Text, inner lines. */
  readonly deep: string;
  /** Ground that the side holds. */
  readonly ground: string;
  /** The inside of its posts. */
  readonly fill: string;
  /** Behind hatching. */
  readonly wash: string;
}

export interface Theme {
  readonly name: 'day' | 'night';
  /** Under every line. */
  readonly casing: string;
  /** Under every label. */
  readonly halo: string;
  readonly nation: Readonly<Record<SideId, NationInk>>;
  readonly ink: string;
  readonly inkTwo: string;
  readonly water: string;
  readonly relief: string;
  readonly road: string;
  readonly plan: string;
  readonly planCasing: string;
  readonly firePlan: string;
  readonly cutOff: string;
  readonly focus: string;
  readonly focusCasing: string;
  /** The pale core of a roofed trench. */
  readonly core: string;
}

export const DAY: Theme = {
  name: 'day',
  casing: 'rgba(250,242,222,0.75)',
  halo: 'rgba(250,243,224,0.92)',
  nation: {
    garrison: { line: '#1d4f83', deep: '#12355b', ground: 'rgba(44,104,168,0.11)', fill: 'rgba(40,98,156,0.30)', wash: 'rgba(40,98,156,0.17)' },
    besieger: { line: '#a8301f', deep: '#76190d', ground: 'rgba(168,48,31,0.11)', fill: 'rgba(190,66,44,0.28)', wash: 'rgba(190,66,44,0.20)' },
  },
  ink: '#22292c',
  inkTwo: '#4f5450',
  water: '#2c5e70',
  relief: '#5d4a2c',
  road: '#7d3a17',
  plan: '#7d5200',
  planCasing: 'rgba(251,245,228,0.85)',
  firePlan: '#7d5200',
  cutOff: '#c07d10',
  focus: '#0b62d6',
  focusCasing: '#ffffff',
  core: '#f7e3d2',
};

export const NIGHT: Theme = {
  name: 'night',
  casing: 'rgba(6,11,18,0.62)',
  halo: 'rgba(8,13,20,0.86)',
  nation: {
    garrison: { line: '#9cc6ee', deep: '#cfe4f7', ground: 'rgba(120,172,224,0.10)', fill: 'rgba(120,172,224,0.20)', wash: 'rgba(120,172,224,0.14)' },
    besieger: { line: '#ff8f73', deep: '#ffc3b3', ground: 'rgba(230,96,70,0.12)', fill: 'rgba(230,96,70,0.26)', wash: 'rgba(190,66,44,0.28)' },
  },
  ink: '#fff3d6',
  inkTwo: '#c6bca2',
  water: '#9fc0d0',
  relief: '#d6c9a2',
  road: '#e0b48c',
  plan: '#ffd166',
  planCasing: 'rgba(11,16,22,0.7)',
  firePlan: '#ffb454',
  cutOff: '#f0c060',
  focus: '#ffd166',
  focusCasing: '#0b1016',
  core: '#3a1410',
};

/** Fills of counters, the same by day and night: painted pieces that lie on the map. */
export const PIECE: Readonly<Record<SideId, { readonly pale: string; readonly deep: string; readonly line: string; readonly light: string }>> = {
  garrison: { pale: '#cfe0f1', deep: '#12355b', line: '#1d4f83', light: '#2c6199' },
  besieger: { pale: '#f6cdbf', deep: '#76190d', line: '#a8301f', light: '#bd4430' },
};

/** The colour of bare paper and of a pale piece. */
export const PAPER = '#f5eedc';
/** The desk under the sheet at night. */
export const NIGHT_PAPER = '#141c25';
