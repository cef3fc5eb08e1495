import type { InstrumentSettings, OutletProfile, OutletSettings, Plate } from '../api/loggers';
import type { Local } from '../api/types';
import { pointOf } from '../map/CoordinateFields';

/** What the form holds and the server takes. */
export type OutletFilled = Omit<OutletSettings, 'id'>;

export const NEW_INSTRUMENT: Partial<InstrumentSettings> = { zeroGas: 0, spanGas: null, design: 'EXTRACTIVE', automaticCalibration: false, permitLimit: null };

export const NEW_OUTLET: Partial<OutletFilled> = { referenceOxygen: null, sectionArea: null, fieldFactor: null, instruments: [] };

const NO_PLATE: Plate = { maker: null, model: null, serialNumber: null, certificate: null, normalLow: null, normalHigh: null };

const NO_PROFILE: OutletProfile = { words: {}, capacity: null, capacityUnit: null, at: null, stackHeight: null, operator: null, signals: {}, gasPerFuel: null };

/** An emptied choice or text says nothing. */
function said(words: Readonly<Record<string, string | null>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(words ?? {}).flatMap(([key, word]) => (word?.trim() ? [[key, word.trim()]] : [])));
}

function wholeProfile(profile: Partial<OutletProfile> | undefined): OutletProfile {
  const { words, signals, at, capacity, ...rest } = { ...NO_PROFILE, ...profile };
  return {
    ...rest,
    words: said(words),
    signals: said(signals),
    at: pointOf(at),
    capacity: capacity ?? null,
    capacityUnit: capacity == null ? null : rest.capacityUnit,
    stackHeight: rest.stackHeight ?? null,
    gasPerFuel: rest.gasPerFuel ?? null,
  };
}

export function filledOf({ id: _, ...rest }: OutletSettings): OutletFilled {
  return rest;
}

/** A name in one language is enough: the server takes it for the other, too. */
function bothOf(name: Partial<Local>): Local {
  return { zh: (name.zh ?? '').trim(), en: (name.en ?? '').trim() };
}

/** An emptied number is no number, which the form does not say by itself. */
export function whole(filled: OutletFilled): OutletFilled {
  return {
    ...filled,
    code: filled.code.trim(),
    name: bothOf(filled.name),
    referenceOxygen: filled.referenceOxygen ?? null,
    sectionArea: filled.sectionArea ?? null,
    fieldFactor: filled.fieldFactor ?? null,
    instruments: (filled.instruments ?? []).map((instrument) => ({
      ...instrument,
      name: bothOf(instrument.name),
      zeroGas: instrument.zeroGas ?? 0,
      spanGas: instrument.spanGas ?? null,
      automaticCalibration: instrument.automaticCalibration ?? false,
      permitLimit: instrument.permitLimit ?? null,
      plate: { ...NO_PLATE, ...instrument.plate },
    })),
    profile: wholeProfile(filled.profile),
  };
}
