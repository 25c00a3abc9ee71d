import { Image, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { unsaid } from '../../components/a11y';
import { Icon } from '../../components/icon';
import { Card } from '../../components/page';
import { phoneSteps as text } from '../../copy/phone';
import { drawings, type Drawing } from './drawings';

type State = 'done' | 'now' | 'later';

interface Props {
  readonly id: string;
  readonly picture: Drawing;
  readonly title: string;
  readonly state: State;
  readonly fact?: string | undefined;
  /** What to do; shown while the step is the one to do. */
  readonly children: ReactNode;
}

const WORDS = { done: 'done', now: 'current', later: 'later' } as const satisfies Record<State, keyof typeof text>;

/** One step of the guide with its picture; a tick and a word say whether it is done. */
export const GuideStep = ({ id, picture, title, state, fact, children }: Props) => (
  <Card id={id} className={`phone__step phone__step--${state}`}>
    <View className="phone__head">
      <Image className="phone__picture" src={drawings[picture]} {...unsaid()} />
      <View className="phone__names">
        <Text className="phone__title">{title}</Text>
        <View id={`${id}-${state}`} className={`phone__state phone__state--${state}`}>
          {state === 'done' ? <Icon name="check" colour="success" /> : null}
          <Text>{text[WORDS[state]]}</Text>
        </View>
        {fact ? <Text className="phone__fact">{fact}</Text> : null}
      </View>
    </View>
    {state === 'now' ? <View className="phone__what">{children}</View> : null}
  </Card>
);
