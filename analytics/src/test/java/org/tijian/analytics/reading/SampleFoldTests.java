package org.tijian.analytics.reading;

import org.tijian.analytics.testing.TestPostgres;

/** The contract on the PostgreSQL of the tests. */
class SampleFoldTests extends StoreContract {
  @Override
  String freshDatabase() {
    return TestPostgres.freshDatabase();
  }
}
