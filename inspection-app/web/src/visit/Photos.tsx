import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendPhoto } from '../api/client';
import { useRemember } from '../api/query';
import type { ChecklistItem, Photo, Visit } from '../api/types';
import { beijingClock } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

interface PhotosProps {
  readonly item: ChecklistItem;
  readonly path: string;
  readonly writing: boolean;
}

/** Photos of an item. Each is opened only when asked for: every look stands in the access record. */
export function Photos({ item, path, writing }: PhotosProps) {
  const { t } = useTranslation();
  const photos = item.photos ?? [];
  if (photos.length === 0 && !writing) return null;
  return (
    <div className="photos">
      {photos.map((photo, index) => (
        <PhotoShown key={photo.id} photo={photo} path={path} name={t('photo.named', { number: index + 1, time: beijingClock(photo.at) })} />
      ))}
      {writing && <AddPhoto item={item} path={path} />}
    </div>
  );
}

function PhotoShown({ photo, path, name }: { readonly photo: Photo; readonly path: string; readonly name: string }) {
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>{name}</Button>;
  return <img className="photo" src={`${path}/photos/${photo.id}`} alt={name} />;
}

function AddPhoto({ item, path }: { readonly item: ChecklistItem; readonly path: string }) {
  const { t } = useTranslation();
  const remember = useRemember();
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useDoing(async (file: File) => {
    const photo = await sendPhoto<Photo>(`${path}/photos`, file, item.id);
    remember<Visit>(path, (visit) => visit && withPhoto(visit, photo));
  });
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="hidden-words"
        tabIndex={-1}
        aria-label={t('photo.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void sending.run(file);
        }}
      />
      <Button size="large" icon={<CameraOutlined />} loading={sending.busy} onClick={() => chooser.current?.click()}>
        {t('photo.add')}
      </Button>
      <Trouble problem={sending.problem} />
    </>
  );
}

function withPhoto(visit: Visit, photo: Photo): Visit {
  return { ...visit, items: visit.items.map((item) => (item.id === photo.itemId ? { ...item, photos: [...(item.photos ?? []), photo] } : item)) };
}
