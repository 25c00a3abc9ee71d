import { join } from 'node:path';
import { env } from 'node:process';
import { defineConfig } from '@tarojs/cli';
import { apiAddress } from './api-address';
import { accessibleComponents, accessibilityProps } from './accessibility';
import { lean, taroApi } from './lean';

const platform = env['TARO_ENV'] ?? 'weapp';
const api = apiAddress(env['TARO_APP_API'] ?? 'http://127.0.0.1:8787');

/** What is written in newer JavaScript than the mini-program engines read. */
const compile = { include: [join(__dirname, '../../shared'), (file: string) => /node_modules[\\/](zod|zustand)[\\/]/.test(file)] };

/** Each class belongs to one file, so it does not matter which style sheet comes first. */
const miniCssExtractPluginOption = { ignoreOrder: true };

const alias = { '@yibao/shared': join(__dirname, '../../shared/src/index.ts'), ...(platform === 'h5' ? {} : taroApi) };

export default defineConfig({
  projectName: 'yibao',
  date: '2026-11-22',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [['@tarojs/plugin-inject', { components: accessibleComponents(platform) }], join(__dirname, 'used-components.ts')],
  alias,
  defineConstants: { TARO_APP_API: JSON.stringify(platform === 'h5' ? '/api' : api), A11Y_PROPS: JSON.stringify(accessibilityProps(platform)) },
  mini: { ...lean, compile, miniCssExtractPluginOption },
  h5: {
    compile,
    miniCssExtractPluginOption,
    publicPath: './',
    router: { mode: 'hash' },
    postcss: { pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 16, maxRootSize: 23 } } },
  },
});
