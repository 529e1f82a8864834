import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `vite` alone finds a running OMC, so that the page can be worked on without building it. */
const omc = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // Small files as data: addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // Each icon would otherwise be a file of its own.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'icons', test: /@ant-design[\\/]icons/, minShareCount: 3 }] },
      },
    },
  },
  server: { proxy: { '/api': omc, '/socket.io': { target: omc, ws: true } } },
});
