/** Who asks, as AWS knows them. */
export interface Identity {
  readonly account: string;
  /** `aws` or `aws-cn`. */
  readonly partition: string;
}

export interface Certificate {
  readonly status: string;
  readonly names: readonly string[];
  readonly notAfter: Date | undefined;
}

export interface StackState {
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface Quotas {
  /** Lambda: functions that may run at the same time. */
  readonly concurrency: number;
  /** DynamoDB: request units a second of one table. */
  readonly read: number;
  readonly write: number;
}

/** What the commands ask and do in the bureau's AWS account. Each rejects where AWS declines or cannot be reached. */
export interface Account {
  identity(): Promise<Identity>;
  certificate(arn: string): Promise<Certificate | undefined>;
  /** Names of the filled-in parts of the platforms' credentials, never the values; undefined: there is no such secret. */
  secretParts(name: string): Promise<readonly string[] | undefined>;
  quotas(): Promise<Quotas>;
  stack(name: string): Promise<StackState | undefined>;
  hasRows(table: string): Promise<boolean>;
  allowDeletion(stack: string): Promise<void>;
}
