import type { InstrumentSettings, OutletSettings } from '../api/loggers';

/** What the form holds and the server takes. */
export type OutletFilled = Omit<OutletSettings, 'id'>;

export const NEW_INSTRUMENT: Partial<InstrumentSettings> = { zeroGas: 0, spanGas: null, design: 'EXTRACTIVE', automaticCalibration: false, permitLimit: null };

export const NEW_OUTLET: Partial<OutletFilled> = { referenceOxygen: null, sectionArea: null, fieldFactor: null, instruments: [] };

export function filledOf({ id: _, ...rest }: OutletSettings): OutletFilled {
  return rest;
}

/** An emptied number is no number, which the form does not say by itself. */
export function whole(filled: OutletFilled): OutletFilled {
  return {
    ...filled,
    code: filled.code.trim(),
    name: { zh: filled.name.zh.trim(), en: filled.name.en.trim() },
    referenceOxygen: filled.referenceOxygen ?? null,
    sectionArea: filled.sectionArea ?? null,
    fieldFactor: filled.fieldFactor ?? null,
    instruments: (filled.instruments ?? []).map((instrument) => ({
      ...instrument,
      name: { zh: instrument.name.zh.trim(), en: instrument.name.en.trim() },
      zeroGas: instrument.zeroGas ?? 0,
      spanGas: instrument.spanGas ?? null,
      automaticCalibration: instrument.automaticCalibration ?? false,
      permitLimit: instrument.permitLimit ?? null,
    })),
  };
}
