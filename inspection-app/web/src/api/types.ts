/**
 * What the server says and takes. Times are ISO 8601 instants with `Z`; the screens show Beijing time.
 * Every text for people comes in both languages; a route that refuses answers with a Problem.
 */

export interface Local {
  readonly zh: string;
  readonly en: string;
}

/** RFC 9457, with a stable code and the sentence for people in both languages. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: Local;
  /** Name of the input that is wrong, if it is one. */
  readonly field?: string;
  readonly retryAfterSeconds?: number;
}

export type Role = 'director' | 'colleague' | 'expert' | 'office' | 'gatekeeper';

/** What a director lets a colleague do; a director may do all of it. */
export type SiteRight = 'readings' | 'loggers' | 'documents' | 'requests' | 'findings';

/** GET /api/session; the answer to POST /api/session {username, password}; DELETE /api/session signs out (204). */
export interface Session {
  readonly account: Account | null;
  readonly csrf: { readonly header: string; readonly token: string };
}

export interface Account {
  readonly id: string;
  readonly name: Local;
  readonly role: Role;
  /** Only people of an enterprise have a site. */
  readonly site: { readonly id: number; readonly name: Local } | null;
  readonly rights: readonly SiteRight[];
  /** Whether the person is the head of the programme office. */
  readonly head: boolean;
}

// ---- monitoring -------------------------------------------------------------------------------------------------

/** live: heard of within 3 min; late: within 60 min; silent: longer ago; never: no frame yet. */
export type Contact = 'live' | 'late' | 'silent' | 'never';
export type PeriodKind = 'REAL_TIME' | 'MINUTE' | 'HOUR' | 'DAY';

/** GET /api/outlets: a director's own; an expert's, those of visits that are open to the expert. */
export interface OutletSummary {
  readonly id: number;
  readonly code: string;
  readonly name: Local;
  readonly siteName: Local;
  readonly demonstration: boolean;
  readonly contact: Contact;
  readonly lastContactAt: string | null;
  readonly values: readonly LatestValue[];
  /** How much of the last 30 days of minute data is there; `loading` while a demonstration's history still arrives. */
  readonly minutes: { readonly stored: number; readonly expected: number; readonly loading: boolean };
}

export interface LatestValue {
  readonly factor: string;
  readonly name: Local;
  readonly unit: string;
  /** null: the frame carried no number. */
  readonly value: number | null;
  readonly converted: number | null;
  readonly permitLimit: number | null;
  readonly mark: string;
  readonly kind: PeriodKind;
  readonly measuredAt: string;
  readonly receivedAt: string;
}

/** GET /api/outlets/{id} */
export interface OutletDetail extends OutletSummary {
  readonly referenceOxygen: number | null;
  readonly instruments: readonly InstrumentView[];
  readonly devices: readonly { readonly mn: string; readonly topic: string }[];
}

export interface InstrumentView {
  readonly factor: string;
  readonly factorName: Local;
  readonly name: Local;
  readonly unit: string;
  readonly fullScale: number;
  readonly zeroGas: number;
  readonly spanGas: number | null;
  readonly design: 'EXTRACTIVE' | 'IN_SITU' | 'DILUTION' | 'NONE';
  readonly automaticCalibration: boolean;
  readonly permitLimit: number | null;
}

/** GET /api/outlets/{id}/chart?factor&kind&from&until&buckets */
export interface Chart {
  readonly factor: string;
  readonly name: Local;
  readonly unit: string;
  readonly permitLimit: number | null;
  /** Length of a bucket in seconds: a longer distance between two buckets is a gap. */
  readonly bucketSeconds: number;
  readonly buckets: readonly Bucket[];
}

export interface Bucket {
  readonly from: string;
  readonly mean: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mark: string;
  readonly count: number;
}

/** GET /api/outlets/{id}/drift?factor&convention: zero and span checks of the last 30 days, read from calibration-marked minutes. */
export interface DriftHistory {
  readonly factor: string;
  readonly name: Local;
  /** In per cent of full scale. */
  readonly zeroLimit: number | null;
  readonly spanLimit: number | null;
  readonly zeroOutOfControl: number | null;
  readonly spanOutOfControl: number | null;
  readonly checks: readonly DriftPoint[];
  /** One for each gas for which a limit is known. */
  readonly forecasts: readonly DriftForecast[];
  readonly convention: OutOfControlConvention;
  readonly outOfControl: readonly OutOfControlSpan[];
}

/** When a drift reaches its limit if it goes on as it does: a straight line and its 95 % prediction interval. */
export interface DriftForecast {
  readonly level: DriftPoint['level'];
  readonly answer: 'TREND' | 'NO_TREND' | 'TOO_FEW';
  readonly checks: number;
  readonly limit: number;
  /** Per cent of full scale a day. */
  readonly perDay: number;
  /** Probability of such a slope where there is no trend. */
  readonly significance: number;
  /** Null without a trend, or if it lies beyond the horizon. */
  readonly day: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly line: readonly { readonly at: string; readonly drift: number; readonly low: number; readonly high: number }[];
}

/** From when a span out of control counts. */
export type OutOfControlConvention = 'FROM_DETECTION' | 'LAST_PASS';

export interface OutOfControlSpan {
  readonly level: DriftPoint['level'];
  readonly from: string;
  readonly until: string;
  readonly detectedAt: string;
  readonly driftPercent: number;
  /** Whether a check has passed since. */
  readonly ended: boolean;
  /** Valid clock hours that it touches. */
  readonly hours: number;
}

export interface DriftPoint {
  readonly at: string;
  readonly level: 'ZERO' | 'SPAN';
  readonly gas: number;
  /** Reading of the gas before adjustment, in the instrument's unit. */
  readonly before: number;
  /** Reading after adjustment; equal to `before` if nothing was adjusted. */
  readonly after: number;
  readonly driftPercent: number;
}

/** GET /api/outlets/{id}/self-check: "what would a visitor see today?" Computed on request, kept nowhere. */
export interface SelfCheck {
  readonly outletId: number;
  readonly judgedAt: string;
  readonly from: string;
  readonly until: string;
  readonly findings: readonly Finding[];
  /** What is not met by cause, the weightiest first. Absent in reports frozen before causes were told. */
  readonly items?: readonly Cause[];
}

/** GET /api/outlets/{id}/self-check/counts: how many verdicts of each sort there are. */
export interface SelfCheckCounts {
  readonly outletId: number;
  readonly judgedAt: string;
  readonly counts: readonly (Pick<Finding, 'outcome' | 'weight' | 'kind'> & { readonly number: number })[];
}

/** Codes of findings: the weightiest of the cause, others of the same cause, and those that wait for it. */
export interface Cause {
  readonly code: string;
  readonly also: readonly string[];
  readonly held: readonly string[];
  readonly checkFirst: boolean;
}

export type Severity = 'high' | 'middle' | 'low' | 'information';

export interface Stretch {
  readonly from: string;
  readonly until: string;
  readonly count: number;
  readonly of: 'hours' | 'minutes' | 'days' | 'events';
}

/** GET /api/outlets/{id}/replay?at=&standards=: the same span judged by another edition. */
export interface Replay {
  readonly asOf: string | null;
  readonly standards: readonly string[];
  readonly moves: readonly Move[];
  readonly same: number;
}

export interface Move {
  readonly title: Local;
  readonly factorName: Local | null;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly why: Local;
}

export interface Verdict {
  readonly code: string;
  readonly outcome: OutcomeWord;
  readonly says: Local;
}

export type OutcomeWord = 'met' | 'not-met' | 'cannot-tell' | 'not-applicable';
/** finding: counts; hint: the rule's text is not confirmed, so it only points. */
export type Weight = 'finding' | 'hint';
export type ProvenanceWord = 'text' | 'sources' | 'source' | 'unverified' | 'own';
/** suspected: a pattern of the data that has innocent causes too, established by nobody. */
export type FindingKind = 'requirement' | 'suspected' | 'information';

export interface Finding {
  /** rule id and factor: stable, the same finding has the same code tomorrow. */
  readonly code: string;
  readonly factor: string | null;
  readonly factorName: Local | null;
  readonly outcome: OutcomeWord;
  readonly weight: Weight;
  readonly kind: FindingKind;
  /** What may be behind it, innocent causes first; empty where there is nothing to guess. */
  readonly causes: readonly Local[];
  /** Never more than the clause asks. */
  readonly severity: Severity;
  /** When; empty where the whole span is meant. */
  readonly stretches: readonly Stretch[];
  readonly title: Local;
  readonly says: Local;
  readonly advice: Local | null;
  /** Rough size of what the advice costs and takes; null without advice. */
  readonly cost: Local | null;
  readonly effort: Local | null;
  readonly rule: RuleView;
  /** Absent for cannot-tell and not-applicable. */
  readonly basis: BasisView | null;
}

export interface RuleView {
  readonly id: string;
  readonly standard: string;
  readonly edition: string;
  /** null: the clause number was not read, so none is shown. */
  readonly clause: string | null;
  readonly force: 'SHALL' | 'SHOULD' | 'MAY';
  readonly provenance: ProvenanceWord;
  readonly sources: readonly string[];
  readonly limitInForceFrom: string | null;
}

/** Enough to redo the sum by hand. */
export interface BasisView {
  readonly formula: string;
  readonly inputs: readonly Step[];
  readonly steps: readonly Step[];
  readonly found: { readonly value: number; readonly unit: string };
  readonly limit: { readonly value: number; readonly unit: string; readonly comparison: '<=' | '>=' | '<' | '>' };
  readonly rounding: Local;
  readonly from: string | null;
  readonly until: string | null;
  readonly readings: number;
}

export interface Step {
  readonly symbol: string;
  readonly meaning: Local;
  readonly expression: string | null;
  readonly value: number;
  readonly unit: string;
}

/** GET /api/outlets/{id}/ledger: newest day first; received = stored + noted + duplicate + refused. */
export interface LedgerDay {
  readonly day: string;
  readonly received: number;
  readonly stored: number;
  readonly noted: number;
  readonly duplicate: number;
  readonly refused: number;
}

/** GET /api/outlets/{id}/quarantine?before */
export interface Quarantined {
  readonly id: number;
  readonly mn: string;
  readonly receivedAt: string;
  readonly code: string;
  readonly message: Local;
  readonly declared: string | null;
  readonly found: string | null;
  readonly offset: number;
  /** The frame as text; bytes outside printable ASCII as \xHH. */
  readonly frame: string;
  readonly copies: number;
}

/** GET /api/outlets/{id}/credentials (director only); POST {label}; DELETE /api/outlets/{id}/credentials/{credentialId} */
export interface Credentials {
  readonly devices: readonly DeviceConnection[];
}

export interface DeviceConnection {
  readonly mn: string;
  readonly brokerHost: string;
  readonly brokerPort: number;
  readonly topic: string;
  readonly credentials: readonly {
    readonly id: number;
    readonly label: string;
    readonly createdAt: string;
    readonly revokedAt: string | null;
  }[];
}

/** Answer to POST: the only time the password is told. */
export interface IssuedCredential {
  readonly id: number;
  readonly mn: string;
  readonly username: string;
  readonly password: string;
  readonly brokerHost: string;
  readonly brokerPort: number;
  readonly topic: string;
  /** A whole `mosquitto_pub` command with a conforming frame of this minute. */
  readonly tryIt: string;
}

/** GET and POST /api/outlets/{id}/accuracy-tests (director). The enterprise's own paper: protected, never "reported". */
export interface AccuracyTest {
  readonly id: string;
  readonly factor: string;
  readonly testedOn: string;
  readonly laboratory: string;
  readonly unit: string;
  readonly pairs: readonly { readonly reference: number; readonly monitor: number }[];
}

// ---- check-ups --------------------------------------------------------------------------------------------------

/** GET /api/terms (current version). The hash is SHA-256 of the UTF-8 bytes of the text, in hex. */
export interface Terms {
  readonly version: string;
  readonly text: Local;
  readonly sha256: Local;
}

export type CheckupState =
  | 'Requested'
  | 'Accepted'
  | 'Scheduled'
  | 'InProgress'
  | 'Closing'
  | 'Closed'
  | 'Withdrawn'
  | 'Paused'
  | 'Excluded';

/** POST /api/checkups (director) */
export interface CheckupRequest {
  readonly outletIds: readonly number[];
  readonly topics: readonly Topic[];
  /** Beijing dates, first and last day of data that the experts may see. */
  readonly dataFrom: string;
  readonly dataUntil: string;
  readonly preferredDays: readonly string[];
  readonly note: string;
  readonly terms: { readonly version: string; readonly language: 'zh' | 'en'; readonly sha256: string };
}

export type Topic = 'calibration' | 'networking' | 'operation' | 'documents' | 'sampling';

export interface ExpertName {
  readonly id: string;
  readonly name: Local;
}

/** GET /api/checkups, GET /api/checkups/{id}. What only the enterprise may know is null for the office. */
export interface Checkup {
  readonly id: string;
  readonly number: string;
  readonly state: CheckupState;
  readonly siteName: Local;
  readonly outlets: readonly { readonly id: number; readonly code: string; readonly name: Local }[];
  readonly topics: readonly Topic[];
  readonly dataFrom: string;
  readonly dataUntil: string;
  readonly preferredDays: readonly string[];
  readonly note: string;
  readonly consent: { readonly version: string; readonly sha256: string; readonly by: Local; readonly at: string };
  readonly appointment: {
    readonly startsAt: string;
    readonly endsAt: string;
    /** One to five; the first one leads. */
    readonly experts: readonly ExpertName[];
  } | null;
  readonly history: readonly {
    readonly state: CheckupState;
    readonly at: string;
    readonly by: Local;
    /** Why the office changed the appointment, and when the visit would have been; null for any other step. */
    readonly change: { readonly reason: string; readonly startsAt: string; readonly endsAt: string } | null;
  }[];
  /** Other check-ups of the enterprise that are made in the same visit. */
  readonly joined: readonly JoinedCheckup[];
  /** Who has to do what by when; null once nothing is left to do. */
  readonly next: { readonly owner: Role; readonly step: Local; readonly promisedBy: string | null } | null;
  /** What the signed-in account may do now. */
  readonly may: readonly CheckupAction[];
  /** The enterprise, if the office is still to confirm it; told to the two of them. */
  readonly waitingSite: number | null;
}

/** A check-up as the page of another one of the same visit tells of it. */
export interface JoinedCheckup {
  readonly id: string;
  readonly number: string;
  readonly state: CheckupState;
  readonly topics: readonly Topic[];
}

/**
 * POST /api/checkups/{id}/{action}, each answers with the Checkup:
 * withdraw (director), accept (office), schedule {expertIds, startsAt, endsAt, joinedIds} (office; the lead first; 409 `expert-booked`, `team-lacks-skill`;
 * joinedIds: others of GET /api/checkups/{id}/joinable, made in the same visit),
 * reschedule {expertIds, startsAt, endsAt, reason} (office, before the visit begins),
 * refuse-expert {expertId} (director, before the visit begins; gives the check-up back to the office),
 * start, close-meeting (expert), receive (director: signs that the report was received, which closes the check-up).
 * `visit` and `report` are not posted: they say that the pages may be opened.
 */
export type CheckupAction =
  | 'withdraw'
  | 'accept'
  | 'schedule'
  | 'reschedule'
  | 'refuse-expert'
  | 'pledge'
  | 'start'
  | 'close-meeting'
  | 'receive'
  | 'visit'
  | 'report'
  | PauseAction;

/** Steps of a pause (rule 5): POST /api/checkups/{id}/pause {kind}, /pause/acted, /pause/resume, /pause/heard, /pause/vote {applies}. */
export type PauseAction = 'pause' | 'acted' | 'resume' | 'heard' | 'vote';

export type PauseKind = 'imminent-danger' | 'outside-programme';

/** GET /api/checkups/{id}/pauses: who said what when. What was met is recorded nowhere. */
export interface Pause {
  readonly kind: PauseKind;
  readonly raisedBy: Local;
  readonly raisedAt: string;
  readonly hearingUntil: string | null;
  readonly actedAt: string | null;
  readonly heardAt: string | null;
  readonly voted: readonly Local[];
  readonly outcome: 'resumed' | 'excluded' | null;
  readonly settledAt: string | null;
}

/** GET /api/policies: every version of the rules, newest first. */
export interface PolicyEdition {
  readonly version: string;
  readonly text: Local;
  readonly sha256: Local;
  readonly policy: string;
  readonly policySha256: string;
  readonly numbers: { readonly readers: Readonly<Partial<Record<Role | 'expert-before-pledge', Readonly<Record<string, readonly CheckupState[]>>>>> };
}

export interface PolicyLine {
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly before: string;
  readonly after: string;
}

/** GET /api/policies/{version}/changes */
export interface PolicyChanges {
  readonly from: string;
  readonly to: string;
  readonly zh: readonly PolicyLine[];
  readonly en: readonly PolicyLine[];
  readonly policy: readonly PolicyLine[];
}

/** GET /api/experts (office) */
export interface Expert {
  readonly id: string;
  readonly name: Local;
  readonly booked: readonly { readonly startsAt: string; readonly endsAt: string }[];
}

export type ChecklistPart = 'documents' | 'on-site' | 'data';
export type AnswerResult = 'in-order' | 'improvement' | 'suspected-problem' | 'not-applicable' | 'not-seen';
/** Where a statement comes from; only the last three are protected by the check-up. */
export type StatementProvenance = 'already-reported' | 'observed-in-visit' | 'expert-opinion' | 'enterprise-provided';

/** GET /api/checkups/{id}/visit (assigned expert from Scheduled until closure; director from InProgress) */
export interface Visit {
  readonly checkup: Checkup;
  readonly items: readonly ChecklistItem[];
  readonly advice: readonly Advice[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly part: ChecklistPart;
  readonly question: Local;
  readonly lookFor: Local;
  readonly commonProblem: Local;
  readonly remedy: Local;
  readonly clause: string | null;
  readonly provenance: ProvenanceWord;
  /** Factors whose live values stand beside the item. */
  readonly factors: readonly string[];
  /** Whether it speaks of the outlets, and why; left out in reports from before. */
  readonly applies?: boolean;
  readonly because?: Local;
  /** Newest answer; earlier ones stay in the record. */
  readonly answer: Answer | null;
  /** Oldest first; reports from before photos have none. */
  readonly photos?: readonly Photo[];
}

/** POST /api/checkups/{id}/visit/photos with the bytes as body; GET {path}/{id} gives them back. */
export interface Photo {
  readonly id: string;
  readonly itemId: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly at: string;
  readonly by: Local;
}

/** POST /api/checkups/{id}/visit/answers {itemId, result, note} (expert, InProgress); answers with the Answer. */
export interface Answer {
  readonly itemId: string;
  readonly result: AnswerResult;
  readonly note: string;
  readonly at: string;
  readonly by: Local;
  readonly provenance: StatementProvenance;
}

/** POST /api/checkups/{id}/visit/advice {title, text, itemId} (expert, InProgress); answers with the Advice. */
export interface Advice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly itemId: string | null;
  /** Of the self-check finding that it answers, with its outlet. */
  readonly code?: string | null;
  readonly outletId?: number | null;
  readonly at: string;
  readonly by: Local;
  readonly provenance: StatementProvenance;
}

/** GET /api/checkups/{id}/report (director from Closing on; assigned expert until closure; everybody else 403) */
export interface Report {
  readonly checkup: Checkup;
  readonly notice: Local;
  readonly preparedAt: string;
  readonly items: readonly ChecklistItem[];
  readonly advice: readonly Advice[];
  /** The self-check of each outlet as it stood at the closing meeting. */
  readonly selfChecks: readonly SelfCheck[];
}
