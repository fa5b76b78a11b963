import { AUTO, Game, Scale } from 'phaser';

/** The colour of the paper that the valley is drawn on. */
const PAPER = '#f5eedc';

new Game({
  type: AUTO,
  parent: 'stage',
  backgroundColor: PAPER,
  banner: false,
  antialiasGL: false,
  audio: { noAudio: true },
  input: { keyboard: false },
  scale: { mode: Scale.RESIZE },
});
