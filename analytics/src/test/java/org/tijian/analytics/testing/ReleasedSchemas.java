package org.tijian.analytics.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Databases as an earlier release left them. The versions are read from the migrations themselves:
 * a new one makes the one before it a released schema, and none can be forgotten.
 */
public final class ReleasedSchemas {
  private ReleasedSchemas() {}

  /**
   * @param folder of the migrations, such as {@code db/monitoring}
   * @return every version but the newest, oldest first
   */
  public static List<Integer> before(String folder) {
    List<Integer> versions = List.copyOf(scripts(folder).keySet());
    if (versions.size() < 2) {
      throw new IllegalStateException("no released schema in " + folder);
    }
    return versions.subList(0, versions.size() - 1);
  }

  /** Makes the schema of that version in an empty database, without what runs after migrations. */
  public static void make(
      String folder,
      int version,
      String url,
      String user,
      String password,
      Map<String, String> placeholders) {
    try {
      Path copies = Files.createTempDirectory("schema-" + version + "-");
      for (Map.Entry<Integer, Resource> script : scripts(folder).entrySet()) {
        if (script.getKey() <= version) {
          copy(script.getValue(), copies);
        }
      }
      Flyway.configure()
          .dataSource(url, user, password)
          .locations("filesystem:" + copies)
          .placeholders(placeholders)
          .load()
          .migrate();
      for (Path copy : Files.walk(copies).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Resource script, Path directory) throws IOException {
    try (InputStream in = script.getInputStream()) {
      Files.copy(in, directory.resolve(Objects.requireNonNull(script.getFilename())));
    }
  }

  private static TreeMap<Integer, Resource> scripts(String folder) {
    TreeMap<Integer, Resource> scripts = new TreeMap<>();
    try {
      Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:" + folder + "/V*__*.sql"))
          .forEach(script -> scripts.put(version(script), script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scripts;
  }

  private static int version(Resource script) {
    String name = Objects.requireNonNull(script.getFilename());
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }
}
