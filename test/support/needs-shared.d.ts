export function needsShared(what: string): string;
export function notRun(titles: readonly string[]): string | undefined;
