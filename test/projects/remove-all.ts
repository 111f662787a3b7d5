import { rmSync } from 'node:fs';

/** Removes what pack-once and the test files made. */
export default function removeAll(): void {
  const { PROJECTS_FOLDER: folder } = process.env;
  if (folder !== undefined) rmSync(folder, { recursive: true });
}
