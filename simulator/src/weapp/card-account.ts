interface Account {
  readonly appId: string;
  readonly appSecret: string;
}

const reversed = (text: string) => Buffer.from(text).reverse().toString();

/** The official account that owns the card: another account than the mini-program, with its own secret and tokens. */
export const cardAccountOf = ({ appId, appSecret }: Account) => ({
  appId: `wx${reversed(appId.slice(2))}`,
  appSecret: reversed(appSecret),
  cardId: 'pYBM0simulatedMedicalCard0001',
});

export type CardAccount = ReturnType<typeof cardAccountOf>;
