/** The colours of this run. */
import { type Palette, plainPalette } from '../core/index';
import type { Io } from './io';

/** Colours when they are asked for, or when a person looks on and has not said otherwise (`NO_COLOR`). */
export async function paletteFor(
  colour: 'always' | 'never' | 'on a screen',
  { environment, isTerminal }: Pick<Io, 'environment' | 'isTerminal'>,
): Promise<Palette> {
  const wanted =
    colour === 'on a screen'
      ? !environment['NO_COLOR'] && environment['TERM'] !== 'dumb' && isTerminal()
      : colour === 'always';
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
