import Taro from '@tarojs/taro';

/** Calls back whenever the phone wins or loses its network; ends with the returned function. */
export function watchNetwork(onChange: (connected: boolean) => void): () => void {
  const listener = ({ isConnected }: { isConnected: boolean }) => onChange(isConnected);
  Taro.onNetworkStatusChange(listener);
  return () => Taro.offNetworkStatusChange(listener);
}
