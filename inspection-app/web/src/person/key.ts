/** Whether the person has a key of visits, and whether its recovery code is written down. */
export interface OwnKey {
  readonly sealed: boolean;
  readonly recoveryKept: boolean;
}

export const OWN_KEY = '/api/session/key';
