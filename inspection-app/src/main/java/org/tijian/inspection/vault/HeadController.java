package org.tijian.inspection.vault;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.inspection.chain.HeadList;

/** The published heads and keys, for anybody: they tell of no visit. */
@RestController
class HeadController {
  private static final int MOST = 10_000;
  private final HeadStore store;

  HeadController(HeadStore store) {
    this.store = store;
  }

  @GetMapping("/api/heads")
  HeadList heads(@RequestParam(defaultValue = "0") long after) {
    return new HeadList(HeadList.FORMAT, store.keys(), store.after(after, MOST));
  }
}
