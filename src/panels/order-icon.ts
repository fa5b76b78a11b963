import type { OrderKind } from '../engine/index.ts';
import type { IconId } from './icons.ts';

/** The picture of each kind of order. */
export const ORDER_ICONS: Readonly<Record<OrderKind, IconId>> = {
  'bombard': 'gun',
  'counter-battery': 'crosshair',
  'protect': 'shield',
  'reinforce': 'march',
  'counter-attack': 'counter',
  'give-up': 'leave',
  'dig': 'spade',
  'assault': 'storm',
  'break-off': 'stop',
};

/** The key of each kind of order, as printed on its button; no two of one side share a key. */
export const ORDER_KEYS: Readonly<Record<OrderKind, string>> = {
  'bombard': 'F',
  'counter-battery': 'B',
  'protect': 'P',
  'reinforce': 'R',
  'counter-attack': 'S',
  'give-up': 'G',
  'dig': 'D',
  'assault': 'A',
  'break-off': 'X',
};
