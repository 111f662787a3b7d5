/** The release that all parts of the app are built from. */
export const RELEASE = '4.1.0';
