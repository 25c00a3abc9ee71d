import Taro from '@tarojs/taro';

const FULL = 1;

/** Both platforms' names of the same number, 0 to 1. */
interface Brightness {
  readonly value?: number;
  readonly brightness?: number;
}

async function currentBrightness(): Promise<number | undefined> {
  const { value, brightness } = (await Taro.getScreenBrightness()) as Brightness;
  return value ?? brightness;
}

const ignoreRefusal = () => undefined;

/** Full brightness and no sleep until the returned function is called, which puts back what was before. */
export function lightUp(): () => void {
  const before = currentBrightness().catch(ignoreRefusal);
  void before.then(() => Taro.setScreenBrightness({ value: FULL })).catch(ignoreRefusal);
  void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(ignoreRefusal);
  return () => {
    void before.then((value) => (value === undefined ? undefined : Taro.setScreenBrightness({ value }))).catch(ignoreRefusal);
    void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignoreRefusal);
  };
}
