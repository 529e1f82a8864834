import { defineConfig } from 'rolldown';

/** The whole program in one file, so that it can be installed without the packages of this project. */
export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  // Native parts of ws, which only make it quicker: it does without them.
  external: ['bufferutil', 'utf-8-validate'],
  output: { file: 'bundle/omc-mml.js', format: 'esm', minify: false },
});
