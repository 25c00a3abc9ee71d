import { Button as NativeButton } from '@tarojs/components';
import { a11y } from './a11y';
import './button.scss';

/** What a platform asks of a button that is to open one of its own sheets. */
interface PlatformAbility {
  readonly openType?: 'getAuthorize' | 'getPhoneNumber';
  readonly scope?: 'phoneNumber';
  readonly onClick?: () => void;
  readonly onGetAuthorize?: () => void;
  readonly onGetPhoneNumber?: (event: { readonly detail: { readonly code?: string; readonly errMsg?: string; readonly errno?: number } }) => void;
  readonly onError?: () => void;
}

interface Props extends PlatformAbility {
  readonly id: string;
  readonly label: string;
  readonly look?: 'main' | 'second' | 'plain' | 'danger' | 'onColour';
  /** Being done: says so instead of the label and takes no second tap. */
  readonly busy?: string | undefined;
  readonly disabled?: boolean;
}

const classOf = ({ look = 'main', disabled }: Props) => (disabled ? `button button--${look} button--disabled` : `button button--${look}`);

const abilityOf = ({ openType, scope, onClick, onGetAuthorize, onGetPhoneNumber, onError }: Props): object => {
  if (openType === 'getPhoneNumber') return { openType, onGetPhoneNumber };
  return openType ? { openType, scope, onGetAuthorize, onError } : onClick ? { onClick } : {};
};

/** The platform's own `disabled` is not used: it paints over our colours and hides the button from screen readers. */
export function Button(props: Props) {
  const { id, label, busy, disabled } = props;
  const words = busy ?? label;
  const idle = disabled === true || busy !== undefined;
  return (
    <NativeButton
      id={id}
      className={classOf(props)}
      hoverClass={idle ? 'none' : 'button--pressed'}
      {...a11y('button', words, { disabled: String(idle) })}
      {...(idle ? {} : abilityOf(props))}
    >
      {words}
    </NativeButton>
  );
}
