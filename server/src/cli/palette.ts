/** The colours of this run. */
import { type Palette, plainPalette } from '../core/index';
import type { Io } from './io';

/**
 * Colours where an option or the environment asks for them, or standard output is a terminal. Options override the
 * environment, and `NO_COLOR` overrides `FORCE_COLOR` and `CLICOLOR_FORCE`.
 */
export async function paletteFor(
  colour: 'always' | 'never' | 'on a screen',
  { environment, isTerminal }: Pick<Io, 'environment' | 'isTerminal'>,
): Promise<Palette> {
  const wanted = colour === 'on a screen' ? wantedBy(environment, isTerminal) : colour === 'always';
  if (!wanted) return plainPalette;
  const { default: picocolors } = await import('picocolors');
  const colours = picocolors.createColors(true);
  return {
    error: text => colours.bold(colours.red(text)),
    warning: text => colours.yellow(text),
    info: text => colours.cyan(text),
    strong: colours.bold,
    faint: colours.dim,
  };
}

function wantedBy(environment: Io['environment'], isTerminal: () => boolean): boolean {
  const { NO_COLOR: none, FORCE_COLOR: force, CLICOLOR_FORCE: cliForce, TERM: terminal } = environment;
  if (none) return false;
  if (force) return !['0', 'false'].includes(force);
  if (cliForce && cliForce !== '0') return true;
  return terminal !== 'dumb' && isTerminal();
}
