import { Text, View } from '@tarojs/components';

export default function Empty() {
  return (
    <View id="empty">
      <Text>empty</Text>
    </View>
  );
}
