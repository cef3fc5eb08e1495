package org.tijian.analytics.file;

/** A file cannot be used as it stands; the message names file, line and column. */
public final class FileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FileException(String message) {
    super(message);
  }
}
