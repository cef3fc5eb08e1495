package org.tijian.analytics;

import java.io.PrintStream;

/** How {@code ./tijian check} prints. */
enum CheckFormat {
  TEXT {
    @Override
    void print(Checked checked, boolean english, PrintStream out) {
      new CheckText(english, out).print(checked);
    }
  },
  JSON {
    @Override
    void print(Checked checked, boolean english, PrintStream out) {
      CheckJson.print(checked, out);
    }
  },
  HTML {
    @Override
    void print(Checked checked, boolean english, PrintStream out) {
      new CheckPage(english).print(checked, out);
    }
  };

  abstract void print(Checked checked, boolean english, PrintStream out);

  static CheckFormat of(String word) {
    for (CheckFormat format : values()) {
      if (format.name().equalsIgnoreCase(word)) {
        return format;
      }
    }
    throw new CheckOptions.Wrong("--format is text, json or html, not " + word);
  }
}
