interface MeterProps {
  readonly label: string;
  /** Per cent, 0 to 100. */
  readonly value: number;
  /** Per cent of the bar at which a limit is drawn. */
  readonly limit?: number;
  readonly tone?: 'good' | 'warn' | 'bad' | 'accent';
  readonly text: string;
}

/** A small bar; what it shows is also told in words. */
export function Meter({ label, value, limit, tone = 'accent', text }: MeterProps) {
  return (
    <div
      className={`meter meter-${tone}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value)}
      aria-valuetext={text}
    >
      <div className="meter-fill" style={{ inlineSize: `${value}%` }} />
      {limit !== undefined && <div className="meter-limit" style={{ insetInlineStart: `${limit}%` }} />}
    </div>
  );
}
