/**
 * Loggers (数采仪): the part of the contract about who is connected, how healthy it is, and what it is told. All of it
 * is for the director of the enterprise alone, except the frame inspector, which any signed-in person may use.
 */
import type { Contact, Local, PeriodKind } from './types';

// ---- registering ------------------------------------------------------------------------------------------------

export type Design = 'EXTRACTIVE' | 'IN_SITU' | 'DILUTION' | 'NONE';

/** POST /api/outlets {…} answers with the OutletSettings; GET and POST /api/outlets/{id}/settings. */
export interface OutletSettings {
  readonly id: number;
  readonly code: string;
  readonly name: Local;
  /** Percent; null if values are not converted. */
  readonly referenceOxygen: number | null;
  /** Cross section of the duct, m². */
  readonly sectionArea: number | null;
  /** Velocity field factor (速度场系数). */
  readonly fieldFactor: number | null;
  readonly instruments: readonly InstrumentSettings[];
  readonly profile: OutletProfile;
}

/** What else is said of an outlet; what nobody said is missing. The keys of `words` are those of GET /api/outlet-words. */
export interface OutletProfile {
  readonly words: Readonly<Record<string, string | null>>;
  readonly capacity: number | null;
  readonly capacityUnit: string | null;
  /** WGS-84, in degrees. */
  readonly at: { readonly longitude: number; readonly latitude: number } | null;
  /** Metres. */
  readonly stackHeight: number | null;
  readonly operator: string | null;
  /** Codes of the plant's own signals, by the name of the signal. */
  readonly signals: Readonly<Record<string, string | null>>;
  readonly gasPerFuel: number | null;
}

/** What stands on an instrument and in its papers, and where its values lie in normal operation. */
export interface Plate {
  readonly maker: string | null;
  readonly model: string | null;
  readonly serialNumber: string | null;
  readonly certificate: string | null;
  readonly normalLow: number | null;
  readonly normalHigh: number | null;
}

export interface InstrumentSettings {
  readonly factor: string;
  readonly name: Local;
  readonly unit: string;
  readonly fullScale: number;
  readonly zeroGas: number;
  readonly spanGas: number | null;
  readonly design: Design;
  readonly automaticCalibration: boolean;
  readonly permitLimit: number | null;
  readonly plate: Plate;
}

/** GET /api/factors: what can be measured, for the instrument form. */
export interface Factor {
  readonly code: string;
  readonly name: Local;
  readonly unit: string;
}

/**
 * GET /api/loggers; POST /api/loggers {mn, outletId, password} registers one (409 `mn-taken`; if one with that MN waits in the
 * waiting room its PW must be the typed one, else 409 `wrong-logger-password`; its kept frames are then replayed).
 */
export interface LoggerSummary {
  readonly mn: string;
  readonly outletId: number;
  readonly outletCode: string;
  readonly outletName: Local;
  readonly demonstration: boolean;
  readonly contact: Contact;
  readonly lastContactAt: string | null;
  readonly receivedToday: number;
  readonly refusedToday: number;
  /** Frames with at least one defect. */
  readonly defectsToday: number;
  readonly gapsOpen: number;
}

/** POST /api/waiting-loggers {mn, password}: 404 `not-waiting` unless both fit. */
export interface WaitingLogger {
  readonly mn: string;
  readonly transport: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly frames: number;
}

/** GET /api/loggers/{mn}/settings; POST the same `dialect` (answers with LoggerSettings). */
export interface LoggerSettings {
  readonly mn: string;
  readonly dialect: Dialect;
  /** What the frames of the last days say, where it differs from the dialect. */
  readonly proposals: readonly DialectProposal[];
  /** What to type into the logger. */
  readonly connection: {
    readonly mqttHost: string;
    readonly mqttPort: number;
    readonly mqttTlsPort: number | null;
    readonly topicUp: string;
    readonly topicDown: string;
    readonly tcpHost: string;
    readonly tcpPort: number | null;
  };
  readonly keys: readonly { readonly id: number; readonly createdAt: string; readonly inUseSince: string | null; readonly lastUsedAt: string | null; readonly dueAt: string }[];
  readonly certificates: readonly LoggerCertificate[];
}

export interface Dialect {
  readonly edition: 'E2005' | 'E2017' | 'E2025';
  readonly encoding: 'UTF_8' | 'GBK';
  readonly checkSum: 'HJ212' | 'MODBUS_HIGH_FIRST' | 'MODBUS_LOW_FIRST';
  /** For example `+08:00`. */
  readonly offset: string;
  readonly factorMap: 'AS_SENT' | 'FROM_2005';
  readonly ownFactors: Readonly<Record<string, string>>;
  readonly cipher: 'NONE' | 'SM4_BINARY' | 'SM4_TEXT';
  /** PW of its frames; null: not compared. */
  readonly password: string | null;
  readonly systemType: string;
  readonly tcp: boolean;
  readonly backfill: boolean;
}

export interface DialectProposal {
  readonly field: keyof Dialect;
  readonly value: string;
  readonly because: Local;
  readonly frames: number;
}

/** POST /api/loggers/{mn}/keys {key: 32 hex digits} → LoggerSettings. */
/** POST /api/loggers/{mn}/certificates {label} → IssuedCertificate; DELETE /api/loggers/{mn}/certificates/{serial}. */
export interface LoggerCertificate {
  readonly serial: string;
  readonly label: string;
  readonly notAfter: string;
  readonly revokedAt: string | null;
}

/** Told once: the private key is kept nowhere. */
export interface IssuedCertificate extends LoggerCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly authorityPem: string;
}

// ---- health -----------------------------------------------------------------------------------------------------

/** GET /api/loggers/{mn}/health: 30 Beijing days, newest first; received = stored + noted + duplicate + refused. */
export interface LoggerHealth {
  readonly mn: string;
  readonly outletId: number;
  readonly outletCode: string;
  readonly contact: Contact;
  readonly lastContactAt: string | null;
  readonly transports: readonly string[];
  readonly days: readonly HealthDay[];
  readonly defects: readonly DefectCount[];
}

export interface HealthDay {
  readonly day: string;
  readonly received: number;
  readonly stored: number;
  readonly noted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly refusals: readonly { readonly code: string; readonly message: Local; readonly clause: string | null; readonly frames: number }[];
  readonly resent: number;
  /** Not so marked, but asked for by a command for history. */
  readonly fetched: number;
  /** Neither marked nor asked for: after newer ones, and long after their period. */
  readonly sentLater: number;
  /** After a newer one of the same kind for no such reason; what the broker may have swapped does not count. */
  readonly outOfOrder: number;
  /** Seconds from the end of the period to its arrival; null without minute or hour data. */
  readonly latency: Timing | null;
  /** Seconds by which the logger's clock is ahead (+) or behind (−) at most, from real-time frames; null without any. */
  readonly clock: Timing | null;
}

export interface Timing {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  readonly frames: number;
}

export interface DefectCount {
  readonly code: string;
  readonly message: Local;
  /** null: no clause was read that says so. */
  readonly clause: string | null;
  readonly frames: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly sampleFrameId: number | null;
}

/** GET /api/loggers/{mn}/quarantine?before&code : Quarantined[] of types.ts, 50 a page. */

/** POST /api/loggers/{mn}/replays {} reads everything in quarantine again; GET the newest first. */
export interface Replay {
  readonly id: number;
  readonly askedAt: string;
  readonly doneAt: string | null;
  readonly frames: number;
  readonly mended: number;
  readonly stillRefused: number;
}

// ---- commands ---------------------------------------------------------------------------------------------------

export type CommandKind =
  | 'CLOCK_READ'
  | 'CLOCK_SET'
  | 'REAL_TIME_INTERVAL_READ'
  | 'REAL_TIME_INTERVAL_SET'
  | 'MINUTE_INTERVAL_READ'
  | 'MINUTE_INTERVAL_SET'
  | 'PATIENCE_SET'
  | 'KEY_SET'
  | 'REAL_TIME_START'
  | 'REAL_TIME_STOP'
  | 'MINUTE_HISTORY'
  | 'HOUR_HISTORY'
  | 'DAY_HISTORY'
  | 'RUN_TIME_HISTORY'
  | 'INFORMATION_READ'
  | 'SERIAL_NUMBER_READ'
  | 'CALIBRATE';

export type CommandState =
  | 'WAITING'
  | 'SENT'
  | 'RUNNING'
  | 'DONE'
  | 'REFUSED'
  | 'FAILED'
  | 'TIMED_OUT'
  | 'UNREACHABLE'
  | 'CANCELLED';

/** GET /api/loggers/{mn}/commands?before (50 a page, newest first); POST {kind, parameters, confirmed}; DELETE /{id} cancels. */
export interface Command {
  readonly id: number;
  readonly mn: string;
  readonly kind: CommandKind;
  readonly name: Local;
  /** CN of HJ 212. */
  readonly command: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly origin: 'PERSON' | 'RULE' | 'GAP';
  readonly orderedBy: string;
  readonly orderedAt: string;
  readonly state: CommandState;
  readonly attempts: number;
  readonly sentAt: string | null;
  readonly qnRtn: number | null;
  readonly qnRtnMeaning: Local | null;
  readonly exeRtn: number | null;
  readonly exeRtnMeaning: Local | null;
  readonly frames: number;
  readonly reply: Readonly<Record<string, string>>;
  readonly endedAt: string | null;
}

// ---- gaps -------------------------------------------------------------------------------------------------------

export type GapState = 'OPEN' | 'ASKED' | 'HEALED' | 'LOST' | 'UNANSWERED';

/** GET /api/outlets/{id}/gaps: what is missing or was healed within 30 days, newest first. */
export interface GapReport {
  /** Of the last 30 days. */
  readonly periodsMissing: number;
  readonly periodsRecovered: number;
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly id: number;
  readonly mn: string;
  readonly kind: PeriodKind;
  readonly from: string;
  readonly until: string;
  readonly missing: number;
  readonly recovered: number;
  readonly state: GapState;
  readonly attempts: number;
  readonly closedAt: string | null;
}

// ---- frame inspector --------------------------------------------------------------------------------------------

/** POST /api/frames/explain {text} or {base64}; GET /api/loggers/{mn}/frames/{id} explains a kept one. Nothing is stored. */
export interface Explanation {
  readonly frames: readonly ExplainedFrame[];
}

export interface ExplainedFrame {
  readonly verdict: 'accepted' | 'refused';
  readonly edition: '2005' | '2017' | '2025' | null;
  /** One sentence: what this frame is, or why it cannot be read and what to do about it. */
  readonly says: Local;
  readonly length: { readonly declared: number | null; readonly found: number | null; readonly valid: boolean };
  readonly crc: { readonly found: string | null; readonly computed: string | null; readonly valid: boolean; readonly matches: string | null };
  readonly parts: readonly FramePart[];
  readonly defects: readonly { readonly code: string; readonly message: Local; readonly clause: string | null; readonly declared: string | null; readonly found: string | null }[];
  readonly offset: number | null;
}

/** A field of the header or of the data area. */
export interface FramePart {
  readonly where: 'header' | 'data';
  readonly name: string;
  readonly value: string;
  readonly meaning: Local;
  readonly unit: string | null;
  readonly clause: string | null;
}
