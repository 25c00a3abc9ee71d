import Taro from '@tarojs/taro';

/** The platform's number of the entry through which the mini-program was opened, where it gives one (ACT-8). */
export function launchScene(): string | undefined {
  const { scene } = Taro.getLaunchOptionsSync() as { scene?: number | string };
  return scene === undefined || scene === '' ? undefined : String(scene);
}
