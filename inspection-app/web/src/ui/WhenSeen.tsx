import { useEffect, useRef, useState, type ReactNode } from 'react';

interface WhenSeenProps {
  /** Pixels that are kept free until then, about as high as what comes. */
  readonly height: number;
  readonly children: ReactNode;
}

/** How far below the screen something is made ready, in pixels. */
const AHEAD = '400px';

/** Made when it comes near the screen, or is printed: what is far below costs a phone nothing before that. */
export function WhenSeen({ height, children }: WhenSeenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(() => !('IntersectionObserver' in window));
  useEffect(() => {
    if (seen || !place.current) return undefined;
    const show = () => setSeen(true);
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && show(), { rootMargin: AHEAD });
    observer.observe(place.current);
    window.addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', show);
    };
  }, [seen]);
  return seen ? children : <div ref={place} style={{ minBlockSize: height }} />;
}
