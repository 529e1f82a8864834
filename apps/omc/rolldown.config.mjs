import { defineConfig } from 'rolldown';

/**
 * The whole server in one file: to find, read and link the two thousand modules that it consists of took Node most of the
 * time of a start.
 */
export default defineConfig({
  input: 'dist/main.js',
  platform: 'node',
  // Parts that Nest and ws do without, and one that is a library of the machine's own.
  external: [
    /^@nestjs\/(microservices|platform-fastify)/,
    /^class-(transformer|validator)/,
    '@node-rs/argon2',
    'bufferutil',
    'utf-8-validate',
  ],
  output: {
    file: 'bundle/omc.js',
    format: 'esm',
    codeSplitting: false,
    comments: false,
    // One byte a character in memory, where Chinese texts would make it two.
    charset: 'ascii',
    // Names of classes and functions tell in the log where an error came from.
    keepNames: true,
    minify: false,
  },
});
