import { resolve } from 'node:path';
import { root } from '../root.mjs';

const banner = {
  en: 'Simulated demo network. Its cell alarms (29240, 29243, 29290) use short windows: 10 s to raise, 5 s to clear, instead of 90 s and 15 s.',
  zh: '模拟演示网络。小区告警（29240、29243、29290）使用短窗口：10 秒产生、5 秒恢复，而非 90 秒和 15 秒。',
};

/**
 * What the demo takes from the environment. Values are not checked: the OMC does, and says all that is wrong.
 *
 * @param {Record<string, string | undefined>} env
 */
export function demoSettings(env) {
  const port = env['OMC_PORT'] || '3000';
  const host = env['OMC_HOST'] || '127.0.0.1';
  const dataDir = resolve(root, env['OMC_DATA_DIR'] || '.data');
  return {
    host,
    port: Number(port),
    url: `http://${urlHost(host)}:${port}`,
    dataDir,
    givenPassword: env['OMC_ADMIN_PASSWORD'] || undefined,
    simulatorArgs: process.argv.slice(2),
    env: {
      ...env,
      OMC_BANNER_EN: env['OMC_BANNER_EN'] || banner.en,
      OMC_BANNER_ZH: env['OMC_BANNER_ZH'] || banner.zh,
    },
  };
}

/** Where this machine reaches a listener: one on all addresses is reached on loopback. */
function urlHost(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
