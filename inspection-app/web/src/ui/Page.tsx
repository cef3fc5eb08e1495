import { useEffect, type ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** A line above the title: where one is. */
  readonly above?: ReactNode;
  /** A sentence under the title: what the page answers. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Every page has one first heading, says its name in the window title and keeps its actions beside the heading. */
export function Page({ title, above, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 体检 Tijian`;
  }, [title]);
  return (
    <>
      <header className="page-head">
        <div className="page-head-text">
          {above && <div className="page-above">{above}</div>}
          <h1>{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly plain?: boolean;
}

export function Section({ title, note, actions, children, plain = false }: SectionProps) {
  return (
    <section className={plain ? 'section' : 'section card'} aria-label={title}>
      <div className="section-head">
        <div>
          <h2>{title}</h2>
          {note && <p className="muted">{note}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
