import type { Report } from '../report';
import type { KeyToPath } from '../structure/generated/types';
import { validateNonReservedPath } from './paths';
import { validateId } from './security-context';

/** The permission bits of a file in a volume. */
export function validateMode(mode: number | undefined, path: string, report: Report): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777))
    report.invalid(path, mode, 'must be between 0 and 0777 (octal)');
}

/** Source: core/validation validateKeyToPath. */
export function validateItems(items: readonly KeyToPath[], path: string, report: Report): void {
  items.forEach(({ key = '', path: file = '', mode, user }, index) => {
    const at = `${path}[${index}]`;
    if (key === '') report.required(`${at}.key`);
    if (file === '') report.required(`${at}.path`);
    validateNonReservedPath(file, `${at}.path`, report);
    validateMode(mode, `${at}.mode`, report);
    validateId(user, `${at}.user`, report);
  });
}
