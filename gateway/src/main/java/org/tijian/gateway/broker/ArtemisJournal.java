package org.tijian.gateway.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * How Artemis keeps messages: on disk before they are acknowledged, and until the gateway
 * acknowledges them in turn, whatever happens meanwhile.
 */
final class ArtemisJournal {
  private static final int JOURNAL_FILE_BYTES = 4 << 20;
  private static final int JOURNAL_FILES = 2;
  private static final long MEMORY_BYTES = 128L << 20;
  private static final long MIN_DISK_FREE_BYTES = 256L << 20;

  private static final SimpleString ASIDE = SimpleString.of("aside");

  private ArtemisJournal() {}

  static Configuration configuration(Path directory) throws Exception {
    return new ConfigurationImpl()
        .setName("tijian")
        .setPersistenceEnabled(true)
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setJournalDirectory(directory.resolve("journal").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large").toString())
        .setJournalType(JournalType.NIO)
        .setJournalDatasync(true)
        .setJournalFileSize(JOURNAL_FILE_BYTES)
        .setJournalMinFiles(JOURNAL_FILES)
        .setJournalPoolFiles(JOURNAL_FILES)
        .setSecurityEnabled(true)
        // Our own security remembers who is connected, and asks anew for every connection.
        .setAuthenticationCacheSize(0)
        // The broker would remember rights by the user's name, and who comes by certificate has
        // none.
        .setAuthorizationCacheSize(0)
        .setJMXManagementEnabled(false)
        .setMessageCounterEnabled(false)
        .setGlobalMaxSize(MEMORY_BYTES)
        .setMaxDiskUsage(-1)
        .setMinDiskFree(MIN_DISK_FREE_BYTES)
        .addAddressSetting("#", keepEverything());
  }

  private static AddressSettings keepEverything() {
    return new AddressSettings()
        // More than fits in memory goes to disk; a full disk stops senders, unacknowledged.
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        // Otherwise a message is thrown away after the tenth time that the gateway went down on it,
        .setMaxDeliveryAttempts(-1)
        // or when its sender's idea of its life span is over,
        .setNoExpiry(true)
        // (should either happen after all, it is put aside, and the broker does not warn of it)
        .setDeadLetterAddress(ASIDE)
        .setExpiryAddress(ASIDE)
        // or with a queue or address that looks unused.
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false);
  }
}
