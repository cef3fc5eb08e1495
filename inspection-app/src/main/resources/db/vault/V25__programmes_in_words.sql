-- A programme has its title and its text in both languages, as the office's form asks: a row without them would be read by nobody.

alter table programme
  add check (title_zh ~ '\S' and title_en ~ '\S'),
  add check (text_zh ~ '\S' and text_en ~ '\S');
