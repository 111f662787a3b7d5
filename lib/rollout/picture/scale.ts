/** Places moments and amounts on a chart whose width is not known: across in parts of the plot, down in pixels. */
export class Scale {
  /** @param end the moment at the right edge, in seconds */
  public constructor(public readonly end: number) {}

  /** Share of the plot's width, from 0 to 1. */
  public share(seconds: number): number {
    return Math.max(0, seconds) / this.end;
  }

  /** The place of a moment as an attribute of a shape: `12.5%`. */
  public x(seconds: number): string {
    return `${rounded(this.share(seconds) * 100, 2)}%`;
  }

  /** The place of a moment inside of a path, which knows no percent: paths are drawn 1,000 wide and stretched. */
  public pathX(seconds: number): number {
    return rounded(this.share(seconds) * PATH_WIDTH, 1);
  }
}

/** Width in which paths are drawn. */
export const PATH_WIDTH = 1000;

/** Puts paths into the plot, stretched to its width; their strokes stay as thin as they are. */
export function stretched(height: number, paths: string): string {
  return `<svg viewBox="0 0 ${PATH_WIDTH} ${height}" width="100%" height="${height}" preserveAspectRatio="none" overflow="visible" aria-hidden="true">${paths}</svg>`;
}

/** Rounds to so many digits after the point. */
export function rounded(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
