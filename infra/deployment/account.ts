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

/** The platforms' credentials by name, never their values. */
export interface PlatformParts {
  /** Whose values are all filled in. */
  readonly filled: readonly string[];
  /** Where insured persons are looked up: at the bureau's platform, or, where the part `bureau` is absent or says so, in the table. */
  readonly insured: 'platform' | 'table';
}

export interface TableState {
  readonly status: string;
  readonly keySchema: string;
  /** Of the newest stream, where it is on. */
  readonly streamArn: string | undefined;
  readonly streamView: string | undefined;
  /** The attribute after which rows end, where that is on. */
  readonly ttl: string | undefined;
  /** Point-in-time recovery is on. */
  readonly restorable: boolean;
  readonly deletionProtected: boolean;
  readonly keyArn: string | undefined;
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
  /** undefined: there is no such secret. */
  secretParts(name: string): Promise<PlatformParts | undefined>;
  table(name: string): Promise<TableState | undefined>;
  quotas(): Promise<Quotas>;
  stack(name: string): Promise<StackState | undefined>;
  hasRows(table: string): Promise<boolean>;
  allowDeletion(stack: string): Promise<void>;
}
