import type { Report } from '../report';

/** Source: core/validation validatePathNoBacksteps. */
export function validateNoBacksteps(file: string, path: string, report: Report): void {
  if (file.split('/').includes('..')) report.invalid(path, file, 'must not contain ".."');
}

/** Source: core/validation validateLocalDescendingPath. */
export function validateDescendingPath(file: string, path: string, report: Report): void {
  if (file.startsWith('/')) report.invalid(path, file, 'must be a relative path');
  validateNoBacksteps(file, path, report);
}

/** Source: core/validation ValidateLocalNonReservedPath. */
export function validateNonReservedPath(file: string, path: string, report: Report): void {
  validateDescendingPath(file, path, report);
  if (file.startsWith('..') && !file.startsWith('../')) report.invalid(path, file, 'must not begin with ".."');
}
