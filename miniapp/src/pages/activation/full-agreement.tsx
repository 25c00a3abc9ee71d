import { Text, View } from '@tarojs/components';
import type { Agreement } from '@yibao/shared';
import { Card, Words } from '../../components/page';
import { zh } from '../../copy/zh';

/** A text to be agreed to: in short, then in full. */
export const FullAgreement = ({ agreement: { title, summary, paragraphs } }: { agreement: Agreement }) => (
  <Card>
    <Words look="title">{title}</Words>
    {summary.map((line) => (
      <Text key={line} className="activation__line">
        {line}
      </Text>
    ))}
    <View className="activation__rule" />
    <Words look="strong">{zh.activation.agreement.full}</Words>
    {paragraphs.map((paragraph) => (
      <Text key={paragraph} className="activation__paragraph">
        {paragraph}
      </Text>
    ))}
  </Card>
);
