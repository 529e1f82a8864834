/** The version of this OMC. */
export const VERSION = '0.1.0';
